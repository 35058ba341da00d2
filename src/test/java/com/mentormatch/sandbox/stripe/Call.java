package com.mentormatch.sandbox.stripe;

/** The calls the stand-in knows. */
public enum Call {
    ANY,
    CUSTOMER_CREATE,
    CUSTOMER_RETRIEVE,
    SESSION_CREATE,
    SESSION_RETRIEVE,
    SESSION_LIST,
    SESSION_EXPIRE,
    INTENT_RETRIEVE,
    INTENT_CAPTURE,
    INTENT_CANCEL,
    CHARGE_RETRIEVE,
    REFUND_CREATE,
    REFUND_RETRIEVE,
    REFUND_LIST,
    EVENT_RETRIEVE,
    EVENT_LIST,
    TRANSFER_CREATE,
    TRANSFER_RETRIEVE,
    TRANSFER_LIST,
    TRANSFER_REVERSE,
    REVERSAL_LIST,
    DISPUTE_RETRIEVE,
    DISPUTE_LIST,
    BALANCE_TRANSACTION_LIST,
    BALANCE_TRANSACTION_RETRIEVE,
    ACCOUNT_CREATE,
    ACCOUNT_RETRIEVE,
    ACCOUNT_LIST,
    ACCOUNT_LINK,
    ACCOUNT_LOGIN,
    BALANCE,
    PAYOUT_RETRIEVE,
    PAYOUT_LIST;

    boolean matches(Call other) {
        return this == ANY || this == other;
    }

    boolean writes() {
        return switch (this) {
            case CUSTOMER_CREATE, SESSION_CREATE, SESSION_EXPIRE, INTENT_CAPTURE, INTENT_CANCEL, REFUND_CREATE -> true;
            case TRANSFER_CREATE, TRANSFER_REVERSE -> true;
            case ACCOUNT_CREATE, ACCOUNT_LINK, ACCOUNT_LOGIN -> true;
            default -> false;
        };
    }
}
