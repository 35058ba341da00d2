package com.mentormatch.shared;

import java.util.UUID;

/**
 * Names one filling-in of one form. It travels as a hidden field and ends under a unique key beside what the form made,
 * so the second copy of a double submit finds the first instead of making another.
 */
public record FormToken(UUID value) {

    public static FormToken next() {
        return new FormToken(Ids.next());
    }

    /** Called by Spring's binding. Malformed text is an {@link IllegalArgumentException}, a 400 at the door. */
    public static FormToken valueOf(String text) {
        return new FormToken(UUID.fromString(text));
    }

    /** A token nobody can read names a filling-in of its own. */
    public static FormToken readOrNext(String text) {
        try {
            return valueOf(text);
        } catch (IllegalArgumentException unreadable) {
            return next();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
