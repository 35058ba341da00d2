package com.mentormatch.story;

import static com.mentormatch.story.Life.Status.AWAITING_PAYMENT;
import static com.mentormatch.story.Life.Status.CANCELLED;
import static com.mentormatch.story.Life.Status.COMPLETED;
import static com.mentormatch.story.Life.Status.CONFIRMED;
import static com.mentormatch.story.Life.Status.DECLINED;
import static com.mentormatch.story.Life.Status.DISPUTED;
import static com.mentormatch.story.Life.Status.EXPIRED;
import static com.mentormatch.story.Life.Status.IN_PROGRESS;
import static com.mentormatch.story.Life.Status.PENDING_COMPLETION;
import static com.mentormatch.story.Life.Status.REQUESTED;
import static com.mentormatch.story.Life.Status.RESOLVED;
import static com.mentormatch.story.Life.Status.WITHDRAWN;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The life of one booking, from its request to its last ruling, as the rules tell it: who may do what and when, what
 * becomes of the time, the money and the mails. It is written as plainly as Java allows and calls nothing of the
 * product, so that each can be held against the other.
 */
final class Life {

    /** Mara, Mats and now and then Ada book, Milo and Mira are mentors, Ada is an admin, Sam has to do with nothing. */
    enum Person {
        MARA, MATS, MILO, MIRA, ADA, SAM
    }

    enum Status {
        AWAITING_PAYMENT,
        REQUESTED,
        CONFIRMED,
        IN_PROGRESS,
        PENDING_COMPLETION,
        COMPLETED,
        DISPUTED,
        RESOLVED,
        DECLINED,
        WITHDRAWN,
        EXPIRED,
        CANCELLED
    }

    enum Act {
        PAY,
        ACCEPT,
        DECLINE,
        WITHDRAW,
        CANCEL,
        PROPOSE,
        ACCEPT_MOVE,
        DECLINE_MOVE,
        WITHDRAW_MOVE,
        MOVE,
        JOIN,
        COMPLETE,
        CONFIRM,
        DISPUTE,
        REPORT_NO_SHOW,
        ANSWER,
        RULE,
        APPEAL,
        REVIEW
    }

    /**
     * @param price  in cents; 0 is free
     * @param late   what of it a mentee gets back who cancels late, in percent
     * @param buffer kept free after a session
     */
    record Offer(Person mentor, long price, boolean onRequest, int late, Duration buffer) {}

    private record Proposal(Person by, Instant start, Instant at, Instant until) {}

    private record Complaint(Person by, Instant until, boolean answered) {}

    static final Duration LENGTH = ofHours(1);

    /** Stripe keeps a Checkout open for half an hour at least, so we ask for a minute more; then come 5 of grace. */
    private static final Duration CHECKOUT = ofMinutes(31);
    private static final Duration GRACE = ofMinutes(5);

    private static final Set<String> REQUEST = Set.of("REQUEST_RECEIVED", "REQUEST_SENT");
    private static final Set<String> PROPOSALS = Set.of("PROPOSAL", "PROPOSAL_DECLINED", "PROPOSAL_WITHDRAWN",
            "PROPOSAL_EXPIRED");
    private static final Set<String> AGREED = Set.of("CONFIRMED", "MOVED", "REMINDER_DAY", "REMINDER_HOUR");
    private static final Set<String> ASKED = Set.of("PLEASE_CONFIRM", "CONFIRM_REMINDER");
    private static final Set<String> COMPLAINTS = Set.of("DISPUTED", "DISPUTE_ANSWERED", "APPEAL");

    final Person mentee;
    final Offer offer;

    private final Post post;
    private final Instant booked;
    private final Set<Instant> starts = new TreeSet<>();

    private Status status;
    private Instant start;
    private Instant seen;
    private Instant deadline;
    private boolean accepted;
    private Proposal proposal;
    private int directMoves;
    private Complaint complaint;
    private Instant ruledAt;
    private boolean appealed;
    private boolean reviewed;

    private Instant paidAt;
    private boolean refundLost;
    private boolean refundGranted;
    private long paid;
    private long back;
    private boolean earned;

    Life(Person mentee, Offer offer, Instant start, Post post, Instant now) {
        this.mentee = mentee;
        this.offer = offer;
        this.start = start;
        this.post = post;
        this.booked = now;
        this.seen = now;
        starts.add(start);
        if (offer.price() > 0) {
            status = AWAITING_PAYMENT;
            deadline = now.plus(CHECKOUT).plus(GRACE);
        } else if (offer.onRequest()) {
            requested(now);
        } else {
            confirmed(now);
        }
    }

    // Who may do what

    boolean may(Act act, Person who, Instant now) {
        return switch (act) {
            case PAY -> who == mentee && status == AWAITING_PAYMENT && now.isBefore(booked.plus(CHECKOUT));
            case ACCEPT, DECLINE -> who == mentor() && status == REQUESTED && !accepted;
            case WITHDRAW -> who == mentee && (status == AWAITING_PAYMENT || status == REQUESTED && !accepted);
            case CANCEL -> sees(who) && (status == CONFIRMED || status == REQUESTED && accepted);
            case PROPOSE -> takesPart(who) && movable(now);
            case MOVE -> who == mentee && movable(now) && !offer.onRequest() && directMoves < 2
                    && !now.isAfter(start.minus(ofDays(1)));
            case ACCEPT_MOVE, DECLINE_MOVE -> takesPart(who) && proposal != null && proposal.by() != who;
            case WITHDRAW_MOVE -> proposal != null && proposal.by() == who;
            case JOIN -> takesPart(who) && (status == CONFIRMED || status == IN_PROGRESS)
                    && !now.isBefore(start.minus(ofMinutes(15))) && now.isBefore(end().plus(ofMinutes(15)));
            case COMPLETE -> who == mentor() && status == IN_PROGRESS && !now.isBefore(end());
            case CONFIRM, DISPUTE -> who == mentee && status == PENDING_COMPLETION;
            case REPORT_NO_SHOW -> who == mentor() && (status == IN_PROGRESS || status == PENDING_COMPLETION)
                    && !now.isBefore(start.plus(ofMinutes(15))) && !now.isAfter(end().plus(ofDays(1)));
            case ANSWER -> takesPart(who) && complaint != null && complaint.by() != who && answerable(now);
            case RULE -> who == Person.ADA && !takesPart(who) && complaint != null && !answerable(now);
            case APPEAL -> takesPart(who) && ruledAt != null && !appealed && now.isBefore(ruledAt.plus(ofDays(7)));
            case REVIEW -> who == mentee && !reviewed
                    && (status == COMPLETED || status == RESOLVED && (back < offer.price() || offer.price() == 0));
        };
    }

    private boolean movable(Instant now) {
        return status == CONFIRMED && now.isBefore(start.minus(ofHours(2)));
    }

    private boolean answerable(Instant now) {
        return !complaint.answered() && complaint.until().isAfter(now);
    }

    private boolean takesPart(Person who) {
        return who == mentee || who == mentor();
    }

    private boolean sees(Person who) {
        return takesPart(who) || who == Person.ADA;
    }

    // What they do

    /**
     * @param to     the other time, where it is about one
     * @param refund of a ruling: in all, never less than has gone back already
     */
    void happens(Act act, Person who, Instant to, long refund, Instant now) {
        switch (act) {
            case PAY -> pay(now);
            case ACCEPT -> accept(now);
            case DECLINE -> decline();
            case WITHDRAW -> withdraw();
            case CANCEL -> cancel(who, now);
            case PROPOSE -> propose(who, to, now);
            case ACCEPT_MOVE -> moveTo(who, proposal.start(), proposal.at(), now);
            case DECLINE_MOVE -> declineMove(who);
            case WITHDRAW_MOVE -> withdrawMove();
            case MOVE -> move(to, now);
            case JOIN -> {
                // Seen by whoever looks at the arrivals.
            }
            case COMPLETE -> over();
            case CONFIRM -> confirm(false);
            case DISPUTE, REPORT_NO_SHOW -> complain(who, now);
            case ANSWER -> answer();
            case RULE -> rule(refund, now);
            case APPEAL -> appeal(who, now);
            case REVIEW -> review(now);
        }
    }

    private void pay(Instant now) {
        if (offer.onRequest()) {
            requested(now);
        } else {
            charged(now);
        }
    }

    private void requested(Instant now) {
        status = REQUESTED;
        deadline = earliest(now.plus(ofHours(48)), start.minus(ofHours(2)));
        post.write("REQUEST_SENT", this, deadline, mentee);
        post.write("REQUEST_RECEIVED", this, deadline, mentor());
    }

    /** A free session is confirmed with the yes, a paid one when the money is taken: see {@link #tasksRun}. */
    private void accept(Instant now) {
        post.overtake(this, REQUEST);
        if (offer.price() == 0) {
            confirmed(now);
        } else {
            accepted = true;
            deadline = start;
        }
    }

    void tasksRun(Instant now) {
        if (status == REQUESTED && accepted) {
            charged(now);
        }
    }

    private void charged(Instant now) {
        paid = offer.price();
        paidAt = now;
        post.write("RECEIPT", this, null, mentee);
        confirmed(now);
    }

    private void confirmed(Instant now) {
        status = CONFIRMED;
        seen = now;
        post.write("CONFIRMED", this, end(), mentee, mentor());
        if (offer.price() == 0) {
            post.unring("CONFIRMED", this, offer.onRequest() ? mentor() : mentee);
        }
    }

    private void decline() {
        status = DECLINED;
        post.overtake(this, REQUEST);
        post.write("DECLINED", this, null, mentee);
    }

    private void withdraw() {
        status = WITHDRAWN;
        post.overtake(this, REQUEST);
    }

    private void cancel(Person who, Instant now) {
        if (paid > 0) {
            back = backIfCancelled(who, now);
            earned = true;
        }
        status = CANCELLED;
        proposal = null;
        post.overtake(this, REQUEST);
        post.overtake(this, PROPOSALS);
        post.overtake(this, AGREED);
        post.write("CANCELLED", this, null, mentee, mentor());
        post.unring("CANCELLED", this, who);
    }

    private void propose(Person who, Instant to, Instant now) {
        answeredByAnother(who);
        proposal = new Proposal(who, to, now, earliest(now.plus(ofHours(48)), earliest(start, to).minus(ofHours(2))));
        starts.add(to);
        post.overtake(this, PROPOSALS);
        post.write("PROPOSAL", this, proposal.until(), other(who));
    }

    /** Proposing or moving while the other one's time is open declines it. */
    private void answeredByAnother(Person who) {
        if (proposal != null && proposal.by() == mentor() && who == mentee) {
            refundGranted = true;
        }
        proposal = null;
    }

    private void declineMove(Person who) {
        refundGranted |= who == mentee;
        endProposal("PROPOSAL_DECLINED");
    }

    private void withdrawMove() {
        var by = proposal.by();
        proposal = null;
        post.overtake(this, PROPOSALS);
        post.write("PROPOSAL_WITHDRAWN", this, start, other(by));
    }

    /** Told to whoever proposed it. */
    private void endProposal(String how) {
        var by = proposal.by();
        proposal = null;
        post.overtake(this, PROPOSALS);
        post.write(how, this, start, by);
    }

    private void move(Instant to, Instant now) {
        answeredByAnother(mentee);
        directMoves++;
        starts.add(to);
        moveTo(mentee, to, now, now);
    }

    /** Moving late does not win back a lost refund: what counts is when it was asked for. */
    private void moveTo(Person who, Instant to, Instant asked, Instant now) {
        refundLost = !refundGranted && asked.isAfter(fullRefundUntil());
        refundGranted = false;
        start = to;
        seen = now;
        proposal = null;
        post.overtake(this, PROPOSALS);
        post.overtake(this, AGREED);
        post.write("MOVED", this, end(), mentee, mentor());
        post.unring("MOVED", this, who);
    }

    private void over() {
        status = PENDING_COMPLETION;
        post.write("PLEASE_CONFIRM", this, end().plus(ofHours(1)), mentee);
    }

    /** The mentee says so, which the mentor hears; or nobody says anything, which both hear. */
    private void confirm(boolean bySilence) {
        status = COMPLETED;
        earned = paid > 0;
        post.overtake(this, ASKED);
        post.write("COMPLETED", this, null, mentor());
        if (bySilence) {
            post.write("COMPLETED", this, null, mentee);
        }
    }

    private void complain(Person who, Instant now) {
        status = DISPUTED;
        post.overtake(this, ASKED);
        heardFrom(who, "DISPUTED", now);
    }

    private void appeal(Person who, Instant now) {
        appealed = true;
        post.overtake(this, Set.of("RULING"));
        heardFrom(who, "APPEAL", now);
    }

    private void heardFrom(Person who, String kind, Instant now) {
        complaint = new Complaint(who, now.plus(ofHours(48)), false);
        post.write(kind, this, complaint.until(), other(who));
    }

    private void answer() {
        complaint = new Complaint(complaint.by(), complaint.until(), true);
        post.overtake(this, COMPLAINTS);
        post.write("DISPUTE_ANSWERED", this, null, complaint.by());
    }

    private void rule(long refund, Instant now) {
        status = RESOLVED;
        complaint = null;
        ruledAt = now;
        back = refund;
        earned = paid > 0;
        post.overtake(this, COMPLAINTS);
        post.write("RULING", this, null, mentee, mentor());
    }

    private void review(Instant now) {
        reviewed = true;
        post.write("NEW_REVIEW", this, now.plus(ofDays(7)), mentor());
    }

    // What time does

    /** What happens by itself until then, each at its moment. */
    void timePasses(Instant until, Consumer<Instant> happened) {
        for (var next = next(); next != null && !next.isAfter(until); next = next()) {
            reach(next);
            seen = next;
            happened.accept(next);
        }
        seen = until;
    }

    private Instant next() {
        return moments().stream().filter(moment -> moment.isAfter(seen)).min(Instant::compareTo).orElse(null);
    }

    private List<Instant> moments() {
        return switch (status) {
            case AWAITING_PAYMENT, REQUESTED -> List.of(deadline);
            case CONFIRMED -> {
                var moments = new ArrayList<>(List.of(start.minus(ofDays(1)), start.minus(ofHours(1)), start));
                if (proposal != null) {
                    moments.add(proposal.until());
                }
                yield moments;
            }
            case IN_PROGRESS -> List.of(end().plus(ofMinutes(15)));
            case PENDING_COMPLETION -> List.of(after(1), after(24), after(60), after(72));
            case DISPUTED ->
                complaint.by() == mentor() && !complaint.answered() ? List.of(complaint.until()) : List.of();
            default -> List.of();
        };
    }

    private void reach(Instant moment) {
        switch (status) {
            case AWAITING_PAYMENT -> {
                status = EXPIRED;
                post.write("HOLD_EXPIRED", this, start, mentee);
            }
            case REQUESTED -> {
                status = EXPIRED;
                post.overtake(this, REQUEST);
                post.write(accepted ? "CHARGE_FAILED" : "REQUEST_EXPIRED", this, null, mentee);
                post.write(accepted ? "CHARGE_FAILED" : "REQUEST_EXPIRED", this, accepted ? null : start, mentor());
            }
            case CONFIRMED -> {
                if (proposal != null && moment.equals(proposal.until())) {
                    endProposal("PROPOSAL_EXPIRED");
                } else if (moment.equals(start)) {
                    status = IN_PROGRESS;
                } else if (moment.equals(start.minus(ofDays(1)))) {
                    post.write("REMINDER_DAY", this, start.minus(ofHours(1)), mentee, mentor());
                } else {
                    post.write("REMINDER_HOUR", this, start, mentee, mentor());
                }
            }
            case IN_PROGRESS -> over();
            case PENDING_COMPLETION -> {
                if (moment.equals(after(72))) {
                    confirm(true);
                } else {
                    post.overtake(this, ASKED);
                    post.write("CONFIRM_REMINDER", this,
                            moment.equals(after(1)) ? after(24) : moment.equals(after(24)) ? after(60) : after(72),
                            mentee);
                }
            }
            case DISPUTED -> rule(0, moment);
            default -> throw new IllegalStateException("Time does nothing to what is " + status);
        }
    }

    // The money

    /** What a mentee who cancels gets back, in cents. */
    long backIfCancelled(Person who, Instant now) {
        var late = who == mentee && status == CONFIRMED && !refundGranted && now.isAfter(fullRefundUntil());
        return late ? (offer.price() * offer.late() + 50) / 100 : offer.price();
    }

    /** A day ahead; or within half an hour of paying, while more than two hours are left. */
    private Instant fullRefundUntil() {
        var dayAhead = refundLost ? Instant.MIN : start.minus(ofDays(1));
        if (paidAt == null) {
            return dayAhead;
        }
        var secondThoughts = earliest(paidAt.plus(ofMinutes(30)), start.minus(ofHours(2)).minusMillis(1));
        return secondThoughts.isAfter(dayAhead) ? secondThoughts : dayAhead;
    }

    long paid() {
        return paid;
    }

    /** What of it is nobody's yet. */
    long undivided() {
        return holdsTime() || status == DISPUTED ? paid : 0;
    }

    long back() {
        return back;
    }

    /** 10 % of what is kept, half a cent rounded up; once it is earned. */
    long fee() {
        return earned ? ((paid - back) * 10 + 50) / 100 : 0;
    }

    long share() {
        return earned ? paid - back - fee() : 0;
    }

    // The time

    boolean holdsTime() {
        return switch (status) {
            case AWAITING_PAYMENT, REQUESTED, CONFIRMED, IN_PROGRESS, PENDING_COMPLETION -> true;
            default -> false;
        };
    }

    /** The quarter hours somebody is taken by this booking: as mentor with the buffer; while a move is open, both times. */
    Set<Instant> held(Person who) {
        var held = new TreeSet<Instant>();
        if (holdsTime() && takesPart(who)) {
            held.addAll(quarters(who, start));
            if (proposal != null) {
                held.addAll(quarters(who, proposal.start()));
            }
        }
        return held;
    }

    Set<Instant> quarters(Person who, Instant from) {
        return quarters(from, who == mentor() ? LENGTH.plus(offer.buffer()) : LENGTH);
    }

    static Set<Instant> quarters(Instant from, Duration length) {
        var quarters = new TreeSet<Instant>();
        for (var at = from; at.isBefore(from.plus(length)); at = at.plus(ofMinutes(15))) {
            quarters.add(at);
        }
        return quarters;
    }

    // What is known of it

    Person mentor() {
        return offer.mentor();
    }

    Person other(Person who) {
        return who == mentee ? mentor() : mentee;
    }

    Status status() {
        return status;
    }

    Instant start() {
        return start;
    }

    Instant end() {
        return start.plus(LENGTH);
    }

    /** Every time it ever had or was to have. */
    Set<Instant> starts() {
        return starts;
    }

    Instant proposed() {
        return proposal == null ? null : proposal.start();
    }

    /** Time changes nothing about it any more. */
    boolean settled() {
        return switch (status) {
            case DECLINED, WITHDRAWN, EXPIRED, CANCELLED, COMPLETED, RESOLVED -> true;
            default -> false;
        };
    }

    boolean undecided() {
        return status == AWAITING_PAYMENT || status == REQUESTED;
    }

    /** Moments at which something is about to change. */
    List<Instant> turns() {
        var turns = new ArrayList<>(moments());
        turns.add(end());
        if (complaint != null) {
            turns.add(complaint.until());
        }
        if (ruledAt != null) {
            turns.add(ruledAt.plus(ofDays(7)));
        }
        switch (status) {
            case AWAITING_PAYMENT -> turns.add(booked.plus(CHECKOUT));
            case CONFIRMED ->
                turns.addAll(List.of(start.minus(ofMinutes(15)), start.minus(ofHours(2)), fullRefundUntil()));
            case IN_PROGRESS -> turns.add(start.plus(ofMinutes(15)));
            case PENDING_COMPLETION -> turns.add(end().plus(ofDays(1)));
            default -> {
                // Those above are all there are.
            }
        }
        return turns;
    }

    private Instant after(int hours) {
        return end().plus(ofHours(hours));
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public String toString() {
        return mentee + " with " + mentor() + " at " + start + (offer.price() > 0 ? " paid" : " free")
                + (offer.onRequest() ? " request " : " instant ") + status;
    }
}
