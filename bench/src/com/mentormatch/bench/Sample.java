package com.mentormatch.bench;

/**
 * What one slice of a round gave.
 *
 * @param cpuMillis processor time of server and database for one answer
 * @param perSecond answers a second
 */
record Sample(double cpuMillis, double perSecond) {

    private static final double TICK_MILLIS = 10;

    static Sample of(long answers, long ticks, long millis) {
        return new Sample(ticks * TICK_MILLIS / answers, answers * 1000.0 / millis);
    }
}
