package com.mentormatch.notification;

import org.jspecify.annotations.Nullable;

/** What a mail tells. */
enum MailKind {

    VERIFY_ADDRESS,
    ADDRESS_KNOWN,
    RESET_PASSWORD,
    PASSWORD_CHANGED,
    CONFIRM_EMAIL,
    ADDRESS_TAKEN,
    EMAIL_CHANGED,
    ACCOUNT_DELETED,
    ACCOUNT_SUSPENDED,
    ACCOUNT_RESTORED,
    REQUEST_RECEIVED,
    REQUEST_SENT,
    DECLINED,
    REQUEST_EXPIRED,
    HOLD_EXPIRED,
    CONFIRMED,
    RECEIPT,
    PAY_AGAIN,
    CHARGE_FAILED,
    REFUNDED,
    CANCELLED,
    PROPOSAL,
    PROPOSAL_DECLINED,
    PROPOSAL_WITHDRAWN,
    PROPOSAL_EXPIRED,
    PAYOUTS_PAUSED,
    PAYOUT_FAILED,
    TIP,
    MOVED,
    NEW_REVIEW,
    ROOM_REPLACED,
    INVITATION,
    REMINDER_DAY,
    REMINDER_HOUR,
    PLEASE_CONFIRM,
    CONFIRM_REMINDER,
    COMPLETED,
    DISPUTED,
    DISPUTE_ANSWERED,
    RULING,
    APPEAL;

    /** Whether whoever reads it can act as its recipient: its text is forgotten once it is sent. */
    boolean secret() {
        return this == VERIFY_ADDRESS || this == RESET_PASSWORD || this == CONFIRM_EMAIL;
    }

    /** Whether the bell says it too. A receipt, or that a request was sent, is for the files. */
    boolean rings() {
        return this != REQUEST_SENT && this != RECEIPT;
    }

    /** The message that is the subject of such a mail and the sentence of such a notice. */
    String subject(boolean toMentor) {
        return "mail." + this + ".subject." + (toMentor ? "mentor" : "mentee");
    }

    /** What somebody switches off who does without it; null where it is always sent. */
    @Nullable
    MailTopic topic() {
        return switch (this) {
            case REMINDER_DAY, REMINDER_HOUR -> MailTopic.REMINDERS;
            case NEW_REVIEW -> MailTopic.REVIEWS;
            case CONFIRM_REMINDER -> MailTopic.CONFIRM_REMINDERS;
            default -> null;
        };
    }
}
