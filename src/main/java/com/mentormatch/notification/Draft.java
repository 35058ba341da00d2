package com.mentormatch.notification;

import com.mentormatch.calendar.Invitation;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail to be put into the outbox.
 *
 * @param dedupKey   the same for the same news to the same person, however often it is announced
 * @param booking    null where it is about no booking
 * @param invitation null where it carries none
 * @param staleAt    from when on it is not worth sending; null for never
 */
record Draft(MailKind kind, String dedupKey, UUID booking, String recipient, String recipientName, Letter letter,
        Invitation invitation, Instant staleAt) {}
