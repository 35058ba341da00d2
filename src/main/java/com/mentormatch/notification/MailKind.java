package com.mentormatch.notification;

/** What a mail tells. */
enum MailKind {

    VERIFY_ADDRESS, ADDRESS_KNOWN, RESET_PASSWORD, PASSWORD_CHANGED, CONFIRM_EMAIL, ADDRESS_TAKEN, EMAIL_CHANGED, ACCOUNT_DELETED, REQUEST_RECEIVED, REQUEST_SENT, DECLINED, REQUEST_EXPIRED, HOLD_EXPIRED, CONFIRMED, RECEIPT, CHARGE_FAILED, REFUNDED, CANCELLED, PROPOSAL, PROPOSAL_DECLINED, PROPOSAL_WITHDRAWN, PROPOSAL_EXPIRED, PAYOUTS_PAUSED, PAYOUT_FAILED, MOVED;

    /** Whether whoever reads it can act as its recipient: its text is forgotten once it is sent. */
    boolean secret() {
        return this == VERIFY_ADDRESS || this == RESET_PASSWORD || this == CONFIRM_EMAIL;
    }
}
