package com.mentormatch.payment;

import com.mentormatch.shared.Reason;

/** Why a tip cannot be left; each is a sentence under {@code refusal.<code>}. */
public enum TipRefusal implements Reason {

    ONLY_MENTEE_TIPS(403),
    TIP_TOO_EARLY(409),
    /** The mentor has no account to which it could go now. */
    TIP_NOT_NOW(409),
    TIP_AMOUNT(422);

    private final int status;

    TipRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
