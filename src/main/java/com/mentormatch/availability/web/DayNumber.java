package com.mentormatch.availability.web;

import java.time.DayOfWeek;

/** A day as forms send it: 1 is Monday. */
record DayNumber(DayOfWeek day) {

    /** Called by Spring's binding. What is no day is an {@link IllegalArgumentException}, a 400 at the door. */
    public static DayNumber valueOf(String text) {
        if (!text.matches("[1-7]")) {
            throw new IllegalArgumentException("Not a day: " + text);
        }
        return new DayNumber(DayOfWeek.of(Integer.parseInt(text)));
    }

    int index() {
        return day.getValue() - 1;
    }
}
