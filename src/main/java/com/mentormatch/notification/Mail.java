package com.mentormatch.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail in the outbox, taken in hand to be sent.
 *
 * @param method     of the invitation, null where it carries none
 * @param invitation the bytes of {@code invite.ics}, null where it carries none
 * @param unsubscribe the token with which one click stops such mails; null where they are always sent
 * @param tries      how often it was taken in hand, this time included
 */
record Mail(UUID id, MailKind kind, String recipient, String recipientName, String subject, String text, String html,
        String method, byte[] invitation, String unsubscribe, Instant stagedAt, int tries) {}
