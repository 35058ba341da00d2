package com.mentormatch.sandbox.stripe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What goes wrong next. A fault stays on until it was used up or all are cleared. */
public final class Faults {

    public record Planned(Call call, Fault fault, int times) {}

    private final List<Planned> planned = new ArrayList<>();

    /** The next {@code times} requests of this kind fail so. */
    public synchronized void failNext(Call call, Fault fault, int times) {
        planned.add(new Planned(call, fault, times));
    }

    /** Every request of this kind fails so until {@link #clear()}. */
    public void failAll(Call call, Fault fault) {
        failNext(call, fault, Integer.MAX_VALUE);
    }

    /** All is well again; requests that hang are let go. */
    public synchronized void clear() {
        planned.clear();
        notifyAll();
    }

    public synchronized List<Planned> planned() {
        return List.copyOf(planned);
    }

    synchronized Optional<Fault> next(Call call) {
        for (int i = 0; i < planned.size(); i++) {
            var plan = planned.get(i);
            if (!plan.call().matches(call))
                continue;
            if (plan.times() == 1)
                planned.remove(i);
            else if (plan.times() < Integer.MAX_VALUE)
                planned.set(i, new Planned(plan.call(), plan.fault(), plan.times() - 1));
            return Optional.of(plan.fault());
        }
        return Optional.empty();
    }

    synchronized void hang() throws InterruptedException {
        wait(60_000);
    }
}
