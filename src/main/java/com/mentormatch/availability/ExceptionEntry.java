package com.mentormatch.availability;

import com.mentormatch.shared.Ids;
import java.util.UUID;

/**
 * A dated exception as a mentor keeps it.
 *
 * @param note for the mentor alone, at most {@value #NOTE} characters; may be empty
 */
public record ExceptionEntry(UUID id, DatedException exception, String note) {

    public static final int NOTE = 80;

    public ExceptionEntry {
        if (note.length() > NOTE) {
            throw new IllegalArgumentException("A note has at most " + NOTE + " characters");
        }
    }

    public static ExceptionEntry of(DatedException exception, String note) {
        return new ExceptionEntry(Ids.next(), exception, note);
    }
}
