package com.mentormatch.booking;

import com.mentormatch.shared.Reason;

/** What a person asked of a booking and cannot have; each is a sentence under {@code refusal.<code>}. */
public enum Refusal implements Reason {

    SLOT_TAKEN("slot-taken", 409), MENTEE_BUSY("mentee-busy", 409), PENDING_REQUEST("pending-request",
            409), TOO_MANY_UNDECIDED("too-many-undecided", 409), TOO_MANY_UNPAID("too-many-unpaid", 409), TRIAL_USED(
                    "trial-used", 409), OWN_OFFER("own-offer", 422), OFFER_GONE("offer-gone", 409), TOO_MANY_TRIES(
                            "too-many-bookings",
                            429), NOT_REQUESTED("not-requested", 409), NOT_UNDECIDED("not-undecided",
                                    409), ONLY_MENTOR_ACCEPTS("only-mentor-accepts", 403), ONLY_MENTOR_DECLINES(
                                            "only-mentor-declines",
                                            403), ONLY_MENTEE_WITHDRAWS("only-mentee-withdraws", 403), ONLY_MENTEE_PAYS(
                                                    "only-mentee-pays",
                                                    403), NOTHING_TO_PAY("nothing-to-pay", 409), NOT_CANCELLABLE(
                                                            "not-cancellable", 409), TERMS_CHANGED("terms-changed",
                                                                    409), ONLY_PARTICIPANTS("only-participants", 403);

    private final String code;
    private final int status;

    Refusal(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
