package com.mentormatch.notification;

import com.mentormatch.calendar.Invitation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be put into the outbox, and what the bell says of it.
 *
 * @param dedupKey   the same for the same news to the same person, however often it is announced
 * @param booking    null where it is about no booking
 * @param invitation null where it carries none
 * @param staleAt    from when on it is not worth sending; null for never
 * @param notice     null where the bell is silent: it is about no booking, or the reader did it themselves
 */
record Draft(MailKind kind, String dedupKey, @Nullable UUID booking, String recipient, String recipientName,
        Letter letter, @Nullable Invitation invitation, @Nullable Instant staleAt, @Nullable Notice notice) {

    Draft(MailKind kind, String dedupKey, @Nullable UUID booking, String recipient, String recipientName, Letter letter,
            @Nullable Invitation invitation, @Nullable Instant staleAt) {
        this(kind, dedupKey, booking, recipient, recipientName, letter, invitation, staleAt, null);
    }

    /** Nobody is told by the bell what they have just done. */
    Draft silentIf(boolean own) {
        return own
                ? new Draft(kind, dedupKey, booking, recipient, recipientName, letter, invitation, staleAt, null)
                : this;
    }
}
