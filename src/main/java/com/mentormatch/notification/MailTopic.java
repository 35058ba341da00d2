package com.mentormatch.notification;

import java.util.Locale;

/**
 * Mails one can do without. All others are always sent: what was agreed, paid, cancelled or decided, what waits for an
 * answer, and whatever is about the account's safety.
 */
public enum MailTopic {

    /** A day and an hour before a session. */
    REMINDERS,
    /** What a mentee says of a session. */
    REVIEWS,
    /** After the question whether a session took place, which itself is always sent. */
    CONFIRM_REMINDERS;

    /** As in message keys. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
