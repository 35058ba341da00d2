package com.mentormatch.bench;

/** How much there is to search through. The targets are meant for scale 1. */
record Size(int mentors, int mentees, int bookings, int busyPast) {

    /** The slug of an ordinary mentor. */
    static final String USUAL = "bench-usual";

    /** The slug of the one with the long past. */
    static final String BUSY = "bench-busy";

    static final String USUAL_EMAIL = "mentor0@bench.example";
    static final String BUSY_EMAIL = "mentor1@bench.example";

    static Size of(double scale) {
        return new Size((int) (10_000 * scale), (int) (50_000 * scale), (int) (1_000_000 * scale),
                (int) (10_000 * Math.min(1, scale)));
    }

    /** Page 200 where there are as many. */
    int deepPage() {
        return Math.min(200, mentors / 20 / 2);
    }

    String name() {
        return name(mentors);
    }

    static String name(int mentors) {
        return mentors + "-mentors";
    }

    @Override
    public String toString() {
        return "%,d mentors, %,d mentees, %,d bookings".formatted(mentors, mentees, bookings);
    }
}
