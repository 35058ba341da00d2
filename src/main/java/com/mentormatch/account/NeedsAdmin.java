package com.mentormatch.account;

import java.time.Instant;
import java.util.List;

/**
 * What waits for an admin, which only the modules that keep it know: a module with something to decide, to mend or to
 * look at implements this, and the overview of the admin panel shows it.
 */
public interface NeedsAdmin {

    /**
     * One matter, with the page on which it can be dealt with.
     *
     * @param kind  kebab case; its sentence is the message {@code admin.need.<kind>}, filled with {@code words}
     * @param words what the sentence names, as a person reads it
     * @param due   until when it is to be dealt with, UTC; where nothing is promised to anybody, when it arose
     * @param href  a path below {@code /admin}
     */
    record Matter(String kind, List<String> words, Instant due, String href) {}

    /** The most pressing first, at most {@code size}. As few queries as possible, never one a matter. */
    List<Matter> matters(int size, Instant now);
}
