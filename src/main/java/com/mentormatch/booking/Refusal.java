package com.mentormatch.booking;

import com.mentormatch.shared.Reason;

/** What a person asked of a booking and cannot have; each is a sentence under {@code refusal.<code>}. */
public enum Refusal implements Reason {

    SLOT_TAKEN(409),
    MENTEE_BUSY(409),
    PENDING_REQUEST(409),
    TOO_MANY_UNDECIDED(409),
    TOO_MANY_UNPAID(409),
    TRIAL_USED(409),
    OWN_OFFER(422),
    OFFER_GONE(409),
    TOO_MANY_BOOKINGS(429),
    NOT_REQUESTED(409),
    NOT_UNDECIDED(409),
    ONLY_MENTOR_ACCEPTS(403),
    ONLY_MENTOR_DECLINES(403),
    ONLY_MENTEE_WITHDRAWS(403),
    ONLY_MENTEE_PAYS(403),
    NOTHING_TO_PAY(409),
    NOT_CANCELLABLE(409),
    TERMS_CHANGED(409),
    ONLY_PARTICIPANTS(403),
    NOT_MOVABLE(409),
    MOVE_BY_ASKING(409),
    NO_PROPOSAL(409),
    ONLY_MENTEE_MOVES(403),
    ONLY_OTHER_ANSWERS(403),
    ONLY_PROPOSER_WITHDRAWS(403),
    OWN_BOOKING(403),
    NOT_COMPLETABLE(400),
    NOT_OVER(400),
    ONLY_MENTOR_COMPLETES(403),
    NOT_CONFIRMABLE(400),
    ONLY_MENTEE_CONFIRMS(403),
    NOT_DISPUTABLE(400),
    ONLY_MENTEE_DISPUTES(403),
    NOT_REPORTABLE(409),
    ONLY_MENTOR_REPORTS(403),
    NOTHING_TO_ANSWER(409),
    ONLY_OTHER_ANSWERS_DISPUTE(403),
    NOT_APPEALABLE(409),
    ALREADY_RULED(409),
    STILL_TO_ANSWER(409),
    REFUND_OUT_OF_BOUNDS(422);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
