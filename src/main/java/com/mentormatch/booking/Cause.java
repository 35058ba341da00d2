package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.FormToken;
import java.time.Instant;

/**
 * Who or what changes a booking, and when.
 *
 * @param actor null where time or Stripe acts
 * @param token the filling-in of the form that asked; null where there was none
 */
record Cause(AccountId actor, FormToken token, Instant at) {

    static Cause person(SignedIn viewer, FormToken token, Instant at) {
        return new Cause(viewer.id(), token, at);
    }

    static Cause itself(Instant at) {
        return new Cause(null, null, at);
    }

    Cause untokened() {
        return new Cause(actor, null, at);
    }
}
