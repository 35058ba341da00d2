package com.mentormatch.testing;

import com.mentormatch.booking.AcceptMove;
import com.mentormatch.booking.AcceptRequest;
import com.mentormatch.booking.AnswerDispute;
import com.mentormatch.booking.AppealRuling;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.CancelBooking;
import com.mentormatch.booking.CompleteSession;
import com.mentormatch.booking.ConfirmSession;
import com.mentormatch.booking.DeclineMove;
import com.mentormatch.booking.DeclineRequest;
import com.mentormatch.booking.DisputeSession;
import com.mentormatch.booking.MoveBooking;
import com.mentormatch.booking.Outcome;
import com.mentormatch.booking.ProposeMove;
import com.mentormatch.booking.ResolveDispute;
import com.mentormatch.booking.WithdrawBooking;
import com.mentormatch.booking.WithdrawMove;
import com.mentormatch.meeting.JoinSession;
import com.mentormatch.review.Opinion;
import com.mentormatch.review.WriteReview;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What people do about a booking: each call is a click of its own, now by the test's clock. Where a test is about a double
 * click, it calls the use case itself, with a token of its own.
 */
public final class Deeds {

    @Autowired
    private AcceptRequest accept;
    @Autowired
    private DeclineRequest decline;
    @Autowired
    private WithdrawBooking withdraw;
    @Autowired
    private CancelBooking cancel;
    @Autowired
    private ProposeMove propose;
    @Autowired
    private AcceptMove acceptMove;
    @Autowired
    private DeclineMove declineMove;
    @Autowired
    private WithdrawMove withdrawMove;
    @Autowired
    private MoveBooking move;
    @Autowired
    private JoinSession join;
    @Autowired
    private CompleteSession complete;
    @Autowired
    private ConfirmSession confirm;
    @Autowired
    private DisputeSession dispute;
    @Autowired
    private AnswerDispute answer;
    @Autowired
    private ResolveDispute resolve;
    @Autowired
    private AppealRuling appeal;
    @Autowired
    private WriteReview write;
    @Autowired
    private TestClock clock;

    public Outcome accept(Actor who, BookingId id) {
        return accept.accept(who.viewer(), id, FormToken.next(), clock.instant());
    }

    public Outcome decline(Actor who, BookingId id, String reason) {
        return decline.decline(who.viewer(), id, reason, FormToken.next(), clock.instant());
    }

    public Outcome withdraw(Actor who, BookingId id) {
        return withdraw.withdraw(who.viewer(), id, FormToken.next(), clock.instant());
    }

    /** @param back what the page has shown that the mentee gets back, in minor units */
    public Outcome cancel(Actor who, BookingId id, long back) {
        return cancel.cancel(who.viewer(), id, "I am ill", back, FormToken.next(), clock.instant());
    }

    public Outcome propose(Actor who, BookingId id, Instant start) {
        return propose.propose(who.viewer(), id, start, "Something came up", FormToken.next(), clock.instant());
    }

    /** @param start that the page has shown as proposed */
    public Outcome acceptMove(Actor who, BookingId id, Instant start) {
        return acceptMove.accept(who.viewer(), id, start, FormToken.next(), clock.instant());
    }

    /** @param start that the page has shown as proposed */
    public Outcome declineMove(Actor who, BookingId id, Instant start) {
        return declineMove.decline(who.viewer(), id, start, FormToken.next(), clock.instant());
    }

    public Outcome withdrawMove(Actor who, BookingId id) {
        return withdrawMove.withdraw(who.viewer(), id, FormToken.next(), clock.instant());
    }

    public Outcome move(Actor who, BookingId id, Instant start) {
        return move.move(who.viewer(), id, start, FormToken.next(), clock.instant());
    }

    public JoinSession.Result join(Actor who, BookingId id) {
        return join.join(who.viewer(), id, FormToken.next(), clock.instant());
    }

    public Outcome complete(Actor who, BookingId id) {
        return complete.complete(who.viewer(), id, FormToken.next(), clock.instant());
    }

    public Outcome confirm(Actor who, BookingId id) {
        return confirm.confirm(who.viewer(), id, FormToken.next(), clock.instant());
    }

    public Outcome dispute(Actor who, BookingId id) {
        return dispute(who, id, "It was short.");
    }

    public Outcome dispute(Actor who, BookingId id, String words) {
        return dispute.dispute(who.viewer(), id, words, FormToken.next(), clock.instant());
    }

    public Outcome reportNoShow(Actor who, BookingId id) {
        return dispute.reportNoShow(who.viewer(), id, "Nobody came.", FormToken.next(), clock.instant());
    }

    public Outcome answer(Actor who, BookingId id) {
        return answer.answer(who.viewer(), id, "It was not so.", FormToken.next(), clock.instant());
    }

    /** @param refund in all, in minor units */
    public Outcome rule(Actor who, BookingId id, long refund) {
        return resolve.resolve(who.viewer(), id, refund, "Both were heard.", FormToken.next(), clock.instant());
    }

    public Outcome appeal(Actor who, BookingId id) {
        return appeal.appeal(who.viewer(), id, "Look again.", FormToken.next(), clock.instant());
    }

    public com.mentormatch.review.Outcome review(Actor who, BookingId id, Opinion opinion) {
        return write.write(who.viewer(), id, opinion, FormToken.next(), clock.instant());
    }
}
