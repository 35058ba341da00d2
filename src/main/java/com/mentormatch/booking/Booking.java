package com.mentormatch.booking;

import static com.mentormatch.booking.BookingStatus.AWAITING_PAYMENT;
import static com.mentormatch.booking.BookingStatus.CANCELLED;
import static com.mentormatch.booking.BookingStatus.COMPLETED;
import static com.mentormatch.booking.BookingStatus.CONFIRMED;
import static com.mentormatch.booking.BookingStatus.DECLINED;
import static com.mentormatch.booking.BookingStatus.DISPUTED;
import static com.mentormatch.booking.BookingStatus.EXPIRED;
import static com.mentormatch.booking.BookingStatus.IN_PROGRESS;
import static com.mentormatch.booking.BookingStatus.PENDING_COMPLETION;
import static com.mentormatch.booking.BookingStatus.REQUESTED;
import static com.mentormatch.booking.BookingStatus.RESOLVED;
import static com.mentormatch.booking.BookingStatus.WITHDRAWN;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.TimeSpan;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/**
 * One mentee, one mentor, one time, from the first click to its end.
 *
 * <p>A booking begins in one of three statuses: a paid one waits for its money, a free request waits for the mentor, a
 * free instant one is confirmed at once. From then on it changes by named acts only, and every act goes through
 * {@link #moveTo}, which asks the table in {@link BookingStatus}. There is no other way to write a status.
 *
 * <p>Two clocks run on it. {@code deadline} is the end of what is unpaid or undecided; {@code time} moves a confirmed
 * one along, and with it what is reported of it and not contested. Both have done their work the moment they are
 * reached, whether or not the task that writes it down has run: {@link #statusAt} is what a booking <em>is</em>, the
 * column only what was last written, and {@link #catchUp} brings it there step by step. Nothing outside this class
 * reads the column.
 *
 * <p>Who races for a booking (an answer against a withdrawal, an expiry against a payment) wins by the version: the
 * other's transaction fails at its flush, begins again, and finds a status in which its act is refused.
 *
 * <p>An accepted booking whose money is not captured yet is still {@code REQUESTED}, with the moment of the yes beside
 * it. The answer stands: neither side can take it back, both can cancel, and without the money it ends when it would
 * have begun.
 */
@Entity
class Booking implements Persistable<BookingId> {

    static final int TOPIC_MIN = 3;
    static final int TOPIC_MAX = 120;
    static final int MESSAGE_MAX = 2000;
    static final int REASON_MAX = 500;

    /** A mentor has as long to answer as the terms say, but must have answered this long before the start. */
    static final Duration DECISION_BEFORE_START = Duration.ofHours(2);

    /** A mentee who cancels that long ahead, or that soon after paying and not too late, gets everything back. */
    static final Duration FULL_REFUND = Duration.ofHours(24);
    static final Duration SECOND_THOUGHTS = Duration.ofMinutes(30);
    static final Duration SECOND_THOUGHTS_BEFORE_START = Duration.ofHours(2);

    /** A proposal is answered within that long, and that long before either time begins. */
    static final Duration PROPOSAL = Duration.ofHours(48);
    static final Duration PROPOSAL_BEFORE_START = Duration.ofHours(2);

    /** A mentee moves an instant booking without asking that long ahead and that often. */
    static final Duration DIRECT_MOVE = Duration.ofHours(24);
    static final int DIRECT_MOVES = 2;

    /** A mentee who did not come is reported that long after the start at the earliest, after the end at the latest. */
    static final Duration NO_SHOW_FROM = Duration.ofMinutes(15);
    static final Duration NO_SHOW_UNTIL = Duration.ofHours(24);

    /** The time a Checkout session lives, and the grace for its last message to arrive. */
    static final Duration HOLD = Duration.ofMinutes(35);

    /** A card that could not be charged after the mentor's yes can be followed by another within that long. */
    static final Duration PAY_AGAIN = Duration.ofHours(24);

    @EmbeddedId
    private BookingId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "mentor_id"))
    private AccountId mentor;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "mentee_id"))
    private AccountId mentee;

    @Embedded
    @AttributeOverride(name = "start", column = @Column(name = "start_at"))
    @AttributeOverride(name = "end", column = @Column(name = "end_at"))
    private TimeSpan time;

    private ZoneId agreedZone;

    @Embedded
    private Terms terms;

    private String topic;
    private String message;

    @Enumerated(EnumType.STRING)
    private BookingStatus status;

    private Instant deadline;
    private boolean everAuthorised;
    private Instant acceptedAt;
    private Instant paidAt;
    private String declineReason;

    @Enumerated(EnumType.STRING)
    private Party cancelledBy;
    private String cancelReason;
    private Long refundMinor;

    @Embedded
    private Proposal proposal;
    private int moves;
    private int directMoves;
    private boolean refundLost;
    private boolean refundGranted;

    @Embedded
    private Complaint complaint;
    private Long rulingRefundMinor;
    private String rulingReason;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "ruled_by"))
    private AccountId ruledBy;
    private Instant ruledAt;
    private boolean mentorAbsent;
    private boolean appealed;
    private int sequence;
    private byte[] undecidedPair;
    private byte[] trialPair;
    private UUID formToken;
    private Instant createdAt;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "booking_id", nullable = false, updatable = false)
    private List<TimelineEntry> timeline = new ArrayList<>();

    @Version
    private Integer version;

    protected Booking() {}

    /** A new booking in its first status. */
    Booking(AccountId mentor, TimeSpan time, ZoneId agreedZone, Terms terms, String topic, String message,
            Cause cause) {
        this.id = BookingId.next();
        this.mentor = mentor;
        this.mentee = cause.actor();
        this.time = time;
        this.agreedZone = agreedZone;
        this.terms = terms;
        this.topic = topic;
        this.message = message;
        this.formToken = cause.token().value();
        this.createdAt = cause.at();
        this.status = !terms.price().isFree() ? AWAITING_PAYMENT : terms.onRequest() ? REQUESTED : CONFIRMED;
        settle(cause.at());
        timeline.add(new TimelineEntry(TimelineEntry.Act.BOOKED, status, null, cause.untokened()));
    }

    /** Money is there, captured or promised: what the mentor has yet to answer goes to them, all else stands. */
    void recordPayment(Cause cause) {
        everAuthorised = true;
        paidAt = asks() ? null : cause.at();
        var act = asks() ? TimelineEntry.Act.AUTHORISED : TimelineEntry.Act.PAID;
        moveTo(asks() ? REQUESTED : CONFIRMED, act, null, cause);
    }

    /** Whether the mentor's yes is wanted, and has not been said. */
    boolean asks() {
        return terms.onRequest() && !accepted();
    }

    /** The mentor's yes. A free booking is confirmed with it; a paid one waits for {@link #recordCapture}. */
    void accept(Cause cause) {
        if (terms.price().isFree()) {
            moveTo(CONFIRMED, TimelineEntry.Act.ACCEPTED, null, cause);
        } else {
            acceptedAt = cause.at();
            deadline = time.start();
            timeline.add(new TimelineEntry(TimelineEntry.Act.ACCEPTED, status, null, cause));
        }
    }

    void recordCapture(Cause cause) {
        paidAt = cause.at();
        moveTo(CONFIRMED, TimelineEntry.Act.PAID, null, cause);
    }

    /** The time stays the mentee's while they find another card. */
    void recordFailedCapture(Cause cause) {
        moveTo(AWAITING_PAYMENT, TimelineEntry.Act.CAPTURE_FAILED, null, cause);
    }

    void decline(String reason, Cause cause) {
        moveTo(DECLINED, TimelineEntry.Act.DECLINED, reason, cause);
        declineReason = reason;
    }

    /** Calls off what was agreed. What the mentee gets back is settled here, by the terms of this instant. */
    void cancel(CancellationTerms of, String reason, Cause cause) {
        refundMinor = of.back().minor();
        cancelledBy = of.by();
        cancelReason = reason;
        sequence++;
        proposal = null;
        moveTo(CANCELLED, TimelineEntry.Act.CANCELLED, reason, cause);
    }

    /** One of the two proposes another time; until it is answered the old one stands. */
    void propose(Party by, TimeSpan to, String note, Cause cause) {
        proposal = new Proposal(by, to.start(), to.end(), cause.at(), proposalUntil(to, cause.at()), note);
        timeline.add(new TimelineEntry(TimelineEntry.Act.MOVE_PROPOSED, status, note, to.start(), cause));
    }

    /** When a time proposed now stops being open: after 48 hours, and two hours before the first of both starts. */
    Instant proposalUntil(TimeSpan to, Instant now) {
        var first = to.start().isBefore(time.start()) ? to.start() : time.start();
        var byStart = first.minus(PROPOSAL_BEFORE_START);
        var byNow = now.plus(PROPOSAL);
        return byStart.isBefore(byNow) ? byStart : byNow;
    }

    /** The other one says yes: the session moves, and only the session. */
    void acceptProposal(Cause cause) {
        move(proposal.time(), proposal.at(), TimelineEntry.Act.MOVE_ACCEPTED, cause);
    }

    /** A mentee who declines what the mentor proposed may leave with all of the money. */
    void declineProposal(Cause cause) {
        refundGranted |= proposal.by() == Party.MENTOR;
        endProposal(TimelineEntry.Act.MOVE_DECLINED, cause);
    }

    void withdrawProposal(Cause cause) {
        endProposal(TimelineEntry.Act.MOVE_WITHDRAWN, cause);
    }

    private void endProposal(TimelineEntry.Act act, Cause cause) {
        timeline.add(new TimelineEntry(act, status, null, proposal.start(), cause));
        proposal = null;
    }

    /** The mentee moves it without asking, as instant offers allow. */
    void moveDirectly(TimeSpan to, Cause cause) {
        directMoves++;
        move(to, cause.at(), TimelineEntry.Act.MOVED, cause);
    }

    /** @param asked when whoever wanted it said so, which is what a refund already lost is judged by */
    private void move(TimeSpan to, Instant asked, TimelineEntry.Act act, Cause cause) {
        refundLost = !refundGranted && asked.isAfter(fullRefundUntil());
        refundGranted = false;
        time = to;
        proposal = null;
        moves++;
        sequence++;
        timeline.add(new TimelineEntry(act, status, null, to.start(), cause));
    }

    void withdraw(Cause cause) {
        moveTo(WITHDRAWN, TimelineEntry.Act.WITHDRAWN, null, cause);
    }

    void expire(Cause cause) {
        moveTo(EXPIRED, TimelineEntry.Act.EXPIRED, null, cause);
    }

    /** The mentor says that the session is over, which it is: the mentee's word is asked for at once. */
    void complete(Cause cause) {
        moveTo(PENDING_COMPLETION, TimelineEntry.Act.MARKED_COMPLETE, null, cause);
    }

    /** The mentee's word: it took place as agreed. */
    void confirm(Cause cause) {
        moveTo(COMPLETED, TimelineEntry.Act.CONFIRMED, null, cause);
    }

    /** The mentee disputes it, or the mentor reports that the mentee did not come. */
    void complain(Party by, String words, Cause cause) {
        complaint = Complaint.of(by, words, cause.at());
        var act = by == Party.MENTOR ? TimelineEntry.Act.NO_SHOW : TimelineEntry.Act.DISPUTED;
        moveTo(DISPUTED, act, words, cause);
    }

    void answer(String words, Cause cause) {
        complaint = complaint.answered(words, cause.at());
        timeline.add(new TimelineEntry(TimelineEntry.Act.DISPUTE_ANSWERED, status, words, cause));
    }

    /** What was decided is looked at again, once. */
    void appeal(Party by, String words, Cause cause) {
        appealed = true;
        complaint = Complaint.of(by, words, cause.at());
        timeline.add(new TimelineEntry(TimelineEntry.Act.APPEALED, status, words, cause));
    }

    /** An admin decides, for the first time or on appeal. */
    void rule(Amount refund, String reason, Cause cause) {
        decide(refund, reason, cause);
        var entry = TimelineEntry.ruling(reason, terms.price().isFree() ? null : refund.minor(), cause);
        if (status == RESOLVED) {
            timeline.add(entry);
        } else {
            moveTo(RESOLVED, entry, cause.at());
        }
    }

    /** What an admin finds goes together with the ruling: the last one counts. */
    void findMentor(boolean absent, Cause cause) {
        if (absent != mentorAbsent) {
            mentorAbsent = absent;
            var act = absent ? TimelineEntry.Act.MENTOR_ABSENT : TimelineEntry.Act.MENTOR_CAME;
            timeline.add(new TimelineEntry(act, status, null, cause.untokened()));
        }
    }

    private void decide(Amount refund, String reason, Cause cause) {
        rulingRefundMinor = refund.minor();
        rulingReason = reason;
        ruledBy = cause.actor();
        ruledAt = cause.at();
        complaint = null;
    }

    /**
     * Writes down what time has done by now, each step at the moment it happened, and says what others should know.
     *
     * @param before what of the price has gone back, in its minor units: where nobody contests a report that stays all
     */
    List<BookingEvent> catchUp(long before, Instant now) {
        var happened = new ArrayList<BookingEvent>();
        while (due(now)) {
            pass(before, Cause.itself(due())).ifPresent(happened::add);
        }
        return happened;
    }

    private Optional<BookingEvent> pass(long before, Cause cause) {
        var at = cause.at();
        return Optional.ofNullable(switch (status) {
            case AWAITING_PAYMENT, REQUESTED -> {
                var unpaid = status == AWAITING_PAYMENT;
                expire(cause);
                yield new BookingEvent.Expired(id, unpaid, at);
            }
            case CONFIRMED -> {
                if (proposal != null) {
                    var ended = new BookingEvent.MoveExpired(id, proposal.by(), proposal.time(), at);
                    endProposal(TimelineEntry.Act.MOVE_EXPIRED, cause);
                    yield ended;
                }
                moveTo(IN_PROGRESS, TimelineEntry.Act.STARTED, null, cause);
                yield null;
            }
            case IN_PROGRESS -> {
                moveTo(PENDING_COMPLETION, TimelineEntry.Act.ENDED, null, cause);
                yield new BookingEvent.SessionEnded(id, at);
            }
            case PENDING_COMPLETION -> {
                moveTo(COMPLETED, TimelineEntry.Act.COMPLETED, null, cause);
                yield new BookingEvent.Completed(id, null, at);
            }
            case DISPUTED -> {
                decide(new Amount(before, terms.price().currency()), null, cause);
                moveTo(RESOLVED, TimelineEntry.Act.UNCONTESTED, null, cause);
                yield new BookingEvent.Resolved(id, at);
            }
            case COMPLETED, RESOLVED, DECLINED, WITHDRAWN, EXPIRED, CANCELLED ->
                throw new IllegalStateException("Time does nothing to a booking that is " + status);
        });
    }

    /** An unpaid hold lasts as long as its Checkout session, which may have been opened late. */
    void extendHold(Instant until) {
        if (status == AWAITING_PAYMENT && until.isAfter(deadline)) {
            deadline = accepted() && until.isAfter(time.start()) ? time.start() : until;
        }
    }

    private void moveTo(BookingStatus next, TimelineEntry.Act act, String why, Cause cause) {
        moveTo(next, new TimelineEntry(act, next, why, cause), cause.at());
    }

    private void moveTo(BookingStatus next, TimelineEntry entry, Instant at) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("A booking cannot go from " + status + " to " + next);
        }
        status = next;
        settle(at);
        timeline.add(entry);
    }

    /** What follows from the status alone. */
    private void settle(Instant now) {
        deadline = switch (status) {
            case AWAITING_PAYMENT -> accepted() ? payAgainUntil(now) : now.plus(HOLD);
            case REQUESTED -> decisionDeadline(time.start(), terms.answerHours(), now);
            default -> null;
        };
        undecidedPair = terms.onRequest() && undecided() ? pair() : null;
        if (Set.of(DECLINED, WITHDRAWN, EXPIRED, CANCELLED).contains(status)) {
            trialPair = null;
        } else {
            trialPair = terms.trial() ? pair() : null;
        }
    }

    private Instant payAgainUntil(Instant now) {
        var until = now.plus(PAY_AGAIN);
        return until.isBefore(time.start()) ? until : time.start();
    }

    static Instant decisionDeadline(Instant start, int answerHours, Instant now) {
        var byStart = start.minus(DECISION_BEFORE_START);
        var byNow = now.plus(Duration.ofHours(answerHours));
        return byStart.isBefore(byNow) ? byStart : byNow;
    }

    private boolean undecided() {
        return status == AWAITING_PAYMENT || status == REQUESTED;
    }

    private byte[] pair() {
        return ByteBuffer.allocate(32)
            .putLong(mentee.value().getMostSignificantBits())
            .putLong(mentee.value().getLeastSignificantBits())
            .putLong(mentor.value().getMostSignificantBits())
            .putLong(mentor.value().getLeastSignificantBits())
            .array();
    }

    /** What the booking is at that instant, whatever was written last. */
    BookingStatus statusAt(Instant now) {
        return statusAt(status, deadline, time, complaint == null ? null : complaint.settles(), now);
    }

    /** @param settles when what is reported stands uncontested; null where that does not happen */
    static BookingStatus statusAt(BookingStatus written, Instant deadline, TimeSpan time, Instant settles,
            Instant now) {
        if (deadline != null && !deadline.isAfter(now)) {
            return EXPIRED;
        }
        if (written == DISPUTED && settles != null && !settles.isAfter(now)) {
            return RESOLVED;
        }
        if (written == CONFIRMED || written == IN_PROGRESS || written == PENDING_COMPLETION) {
            if (!time.end().plus(BookingStatus.SILENCE).isAfter(now)) {
                return COMPLETED;
            }
            if (written == PENDING_COMPLETION || !time.end().plus(BookingStatus.COMPLETION_GRACE).isAfter(now)) {
                return PENDING_COMPLETION;
            }
            if (written == IN_PROGRESS || !time.start().isAfter(now)) {
                return IN_PROGRESS;
            }
        }
        return written;
    }

    /** Whether both have said yes and it has not begun. */
    boolean cancellable(Instant now) {
        var is = statusAt(now);
        return is == CONFIRMED || is == REQUESTED && accepted();
    }

    /**
     * What cancelling gives back to the mentee. Source: product.md, "Cancel and money".
     *
     * <p>A mentee gets everything back 24 hours ahead or earlier, and within half an hour of paying where more than two
     * hours are left; after that what the terms say, and moving does not win back what was lost so. When the mentor or an
     * admin cancels, while nothing has been charged, and after declining a time the mentor proposed, it is everything.
     * What an admin gave back before is a matter of its own: it makes that no less, only never more than what is left.
     *
     * @param before in minor units of the price's currency, see {@link GivenBack}
     */
    CancellationTerms cancellationTerms(Party by, long before, Instant now) {
        var price = terms.price();
        var gone = new Amount(before, price.currency());
        var left = price.minus(gone);
        var part = by == Party.MENTEE && agreed() && !refundGranted ? terms.lateRefund() : price;
        var late = part.minor() < left.minor() ? part : left;
        var until = fullRefundUntil();
        return now.isAfter(until) || late.equals(left)
                ? new CancellationTerms(by, price, paidAt != null, gone, late, time.start(), late)
                : new CancellationTerms(by, price, paidAt != null, gone, left, until, late);
    }

    /** The last instant at which a mentee who cancels gets everything back. */
    private Instant fullRefundUntil() {
        var ahead = refundLost ? Instant.EPOCH : time.start().minus(FULL_REFUND);
        if (paidAt == null) {
            return ahead;
        }
        var thoughts = paidAt.plus(SECOND_THOUGHTS);
        var latest = time.start().minus(SECOND_THOUGHTS_BEFORE_START).minusNanos(1000);
        var after = thoughts.isBefore(latest) ? thoughts : latest;
        return after.isAfter(ahead) ? after : ahead;
    }

    /** As whom somebody who may see it acts on it. */
    Party side(SignedIn viewer) {
        return isMentor(viewer.id()) ? Party.MENTOR : isMentee(viewer.id()) ? Party.MENTEE : Party.ADMIN;
    }

    /** Whether it was confirmed, so that it stands in two calendars. */
    boolean agreed() {
        return status == CONFIRMED;
    }

    /** The proposal that can still be answered; null where there is none. */
    Proposal proposalAt(Instant now) {
        return proposal == null || proposal.over(now) || statusAt(now) != CONFIRMED ? null : proposal;
    }

    /** Whether a proposal has ended without anyone having written it down. */
    boolean proposalOverdue(Instant now) {
        return proposal != null && proposal.over(now);
    }

    /** Whether another time can be proposed: while there is time to answer. */
    boolean movable(Instant now) {
        return statusAt(now) == CONFIRMED && now.isBefore(time.start().minus(PROPOSAL_BEFORE_START));
    }

    /** Whether the mentee can move it without asking. */
    boolean movableDirectly(Instant now) {
        return movable(now) && !terms.onRequest() && directMoves < DIRECT_MOVES
                && !now.isAfter(time.start().minus(DIRECT_MOVE));
    }

    int directMovesLeft() {
        return Math.max(0, DIRECT_MOVES - directMoves);
    }

    /** Whether a full refund is lost already, so that moving it now would not win it back. */
    boolean fullRefundLost(Instant now) {
        return !refundGranted && now.isAfter(fullRefundUntil());
    }

    /** When time next does something to it; null where it does nothing any more. */
    Instant due() {
        if (deadline != null) {
            return deadline;
        }
        return switch (status) {
            case CONFIRMED -> proposal == null ? time.start() : proposal.until();
            case IN_PROGRESS -> time.end().plus(BookingStatus.COMPLETION_GRACE);
            case PENDING_COMPLETION -> time.end().plus(BookingStatus.SILENCE);
            case DISPUTED -> complaint == null ? null : complaint.settles();
            default -> null;
        };
    }

    /** Whether time has done something that nobody has written down. */
    boolean due(Instant now) {
        var due = due();
        return due != null && !due.isAfter(now);
    }

    /** Whether the mentor can report that the mentee did not come. */
    boolean reportable(Instant now) {
        var is = statusAt(now);
        return (is == IN_PROGRESS || is == PENDING_COMPLETION) && !now.isBefore(time.start().plus(NO_SHOW_FROM))
                && !now.isAfter(time.end().plus(NO_SHOW_UNTIL));
    }

    /** Whether the mentor can say that it is over before that counts by itself. */
    boolean completable(Instant now) {
        return statusAt(now) == IN_PROGRESS && !now.isBefore(time.end());
    }

    /** Whether the mentee's word is asked for. */
    boolean awaitsWord(Instant now) {
        return statusAt(now) == PENDING_COMPLETION;
    }

    /** Whether the last ruling can be looked at again. */
    boolean appealable(Instant now) {
        var ruling = ruling(now);
        return ruling != null && !appealed && now.isBefore(ruling.appealUntil());
    }

    /** What still waits for a ruling; null where nothing does. */
    Complaint complaint(Instant now) {
        return settled(now) ? null : complaint;
    }

    /** What was last decided, by an admin or by nobody contesting it; null where nothing was. */
    Ruling ruling(Instant now) {
        var price = terms.price();
        if (settled(now)) {
            return new Ruling(price, Amount.zero(price.currency()), null, null, complaint.until(), false, false);
        }
        return ruledAt == null
                ? null
                : new Ruling(price, new Amount(rulingRefundMinor, price.currency()), rulingReason, ruledBy, ruledAt,
                        appealed && complaint == null, mentorAbsent);
    }

    /** Whether nobody contested what is reported, without anyone having written that down. */
    private boolean settled(Instant now) {
        return status == DISPUTED && statusAt(now) == RESOLVED;
    }

    /** Whether its deadline has passed without anyone having written it down. */
    boolean overdue(Instant now) {
        return deadline != null && !deadline.isAfter(now);
    }

    /** Whether the mentor can still say yes or no. */
    boolean awaitsAnswer(Instant now) {
        return statusAt(now) == REQUESTED && acceptedAt == null;
    }

    boolean awaitsPayment(Instant now) {
        return statusAt(now) == AWAITING_PAYMENT;
    }

    boolean accepted() {
        return acceptedAt != null;
    }

    /** The mentor said yes and the money is not captured yet. */
    boolean awaitsCapture() {
        return status == REQUESTED && accepted();
    }

    /** Whether it ended as a hold nobody paid for, the one end that late money can undo. */
    boolean neverPaid() {
        return !terms.price().isFree() && !everAuthorised;
    }

    /** The status as last written, for what must be written next; what the booking is says {@link #statusAt}. */
    BookingStatus written() {
        return status;
    }

    boolean isMentor(AccountId account) {
        return mentor.equals(account);
    }

    boolean isMentee(AccountId account) {
        return mentee.equals(account);
    }

    BookingDetails details(Instant now) {
        return new BookingDetails(id, mentor, mentee, time, agreedZone, terms.offer(), terms.offerTitle(), topic,
                message, terms.price(), terms.confirmation(), statusAt(now), deadline, accepted(), sequence, moves,
                declineReason, cancellation(), proposalAt(now), complaint(now), ruling(now));
    }

    private Cancellation cancellation() {
        return cancelledBy == null
                ? null
                : new Cancellation(cancelledBy, cancelReason, new Amount(refundMinor, terms.price().currency()));
    }

    BookingId id() {
        return id;
    }

    AccountId mentor() {
        return mentor;
    }

    AccountId mentee() {
        return mentee;
    }

    TimeSpan time() {
        return time;
    }

    Terms terms() {
        return terms;
    }

    Instant deadline() {
        return deadline;
    }

    ZoneId agreedZone() {
        return agreedZone;
    }

    /** As last written, over or not. */
    Proposal proposal() {
        return proposal;
    }

    @Override
    public BookingId getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }
}
