package com.mentormatch.testing;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What work costs the processor. A clock on the wall would also count what else the machine is busy with. */
public final class Effort {

    private Effort() {}

    /** Processor time of the calling thread so far. */
    public static Duration ofThisThread() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }
}
