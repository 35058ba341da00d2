package com.mentormatch.booking;

import static com.mentormatch.booking.BookingStatus.AWAITING_PAYMENT;
import static com.mentormatch.booking.BookingStatus.CANCELLED;
import static com.mentormatch.booking.BookingStatus.COMPLETED;
import static com.mentormatch.booking.BookingStatus.CONFIRMED;
import static com.mentormatch.booking.BookingStatus.DECLINED;
import static com.mentormatch.booking.BookingStatus.EXPIRED;
import static com.mentormatch.booking.BookingStatus.IN_PROGRESS;
import static com.mentormatch.booking.BookingStatus.PENDING_COMPLETION;
import static com.mentormatch.booking.BookingStatus.REQUESTED;
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
 * one along. Both have done their work the moment they are reached, whether or not the task that writes it down has
 * run: {@link #statusAt} is what a booking <em>is</em>, the column only what was last written. Nothing outside this
 * class reads the column.
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

    /** A mentor has that long to answer, but must have answered this long before the start. */
    static final Duration DECISION = Duration.ofHours(48);
    static final Duration DECISION_BEFORE_START = Duration.ofHours(2);

    /** A mentee who cancels that long ahead, or that soon after paying and not too late, gets everything back. */
    static final Duration FULL_REFUND = Duration.ofHours(24);
    static final Duration SECOND_THOUGHTS = Duration.ofMinutes(30);
    static final Duration SECOND_THOUGHTS_BEFORE_START = Duration.ofHours(2);

    /** The time a Checkout session lives, and the grace for its last message to arrive. */
    static final Duration HOLD = Duration.ofMinutes(35);

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
    private Cancellation.By cancelledBy;
    private String cancelReason;
    private Long refundMinor;
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

    /** Money is there, captured or promised: the request goes to the mentor, the instant booking stands. */
    void recordPayment(Cause cause) {
        everAuthorised = true;
        paidAt = terms.onRequest() ? null : cause.at();
        var act = terms.onRequest() ? TimelineEntry.Act.AUTHORISED : TimelineEntry.Act.PAID;
        moveTo(terms.onRequest() ? REQUESTED : CONFIRMED, act, null, cause);
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

    void recordFailedCapture(Cause cause) {
        moveTo(EXPIRED, TimelineEntry.Act.CAPTURE_FAILED, null, cause);
    }

    void decline(String reason, Cause cause) {
        moveTo(DECLINED, TimelineEntry.Act.DECLINED, reason, cause);
        declineReason = reason;
    }

    /** Calls off what was agreed. What the mentee gets back is settled here, by the terms of this instant. */
    void cancel(Cancellation.By by, String reason, Cause cause) {
        refundMinor = cancellationTerms(by, cause.at()).back().minor();
        cancelledBy = by;
        cancelReason = reason;
        sequence++;
        moveTo(CANCELLED, TimelineEntry.Act.CANCELLED, reason, cause);
    }

    void withdraw(Cause cause) {
        moveTo(WITHDRAWN, TimelineEntry.Act.WITHDRAWN, null, cause);
    }

    void expire(Cause cause) {
        moveTo(EXPIRED, TimelineEntry.Act.EXPIRED, null, cause);
    }

    /** An unpaid hold lasts as long as its Checkout session, which may have been opened late. */
    void extendHold(Instant until) {
        if (status == AWAITING_PAYMENT && until.isAfter(deadline)) {
            deadline = until;
        }
    }

    private void moveTo(BookingStatus next, TimelineEntry.Act act, String why, Cause cause) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("A booking cannot go from " + status + " to " + next);
        }
        status = next;
        settle(cause.at());
        timeline.add(new TimelineEntry(act, next, why, cause));
    }

    /** What follows from the status alone. */
    private void settle(Instant now) {
        deadline = switch (status) {
            case AWAITING_PAYMENT -> now.plus(HOLD);
            case REQUESTED -> decisionDeadline(time.start(), now);
            default -> null;
        };
        undecidedPair = terms.onRequest() && undecided() ? pair() : null;
        if (Set.of(DECLINED, WITHDRAWN, EXPIRED, CANCELLED).contains(status)) {
            trialPair = null;
        } else {
            trialPair = terms.trial() ? pair() : null;
        }
    }

    static Instant decisionDeadline(Instant start, Instant now) {
        var byStart = start.minus(DECISION_BEFORE_START);
        var byNow = now.plus(DECISION);
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
        return statusAt(status, deadline, time, now);
    }

    static BookingStatus statusAt(BookingStatus written, Instant deadline, TimeSpan time, Instant now) {
        if (deadline != null && !deadline.isAfter(now)) {
            return EXPIRED;
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
     * hours are left; after that what the terms say. When the mentor or an admin cancels the mentee gets everything back,
     * and so it is while nothing has been charged.
     */
    CancellationTerms cancellationTerms(Cancellation.By by, Instant now) {
        var price = terms.price();
        var late = by == Cancellation.By.MENTEE && agreed() ? terms.lateRefund() : price;
        var until = fullRefundUntil();
        return now.isAfter(until) || late.equals(price)
                ? new CancellationTerms(by, price, paidAt != null, late, time.start(), late)
                : new CancellationTerms(by, price, paidAt != null, price, until, late);
    }

    /** The last instant at which a mentee who cancels gets everything back. */
    private Instant fullRefundUntil() {
        var ahead = time.start().minus(FULL_REFUND);
        if (paidAt == null) {
            return ahead;
        }
        var thoughts = paidAt.plus(SECOND_THOUGHTS);
        var latest = time.start().minus(SECOND_THOUGHTS_BEFORE_START).minusNanos(1000);
        var after = thoughts.isBefore(latest) ? thoughts : latest;
        return after.isAfter(ahead) ? after : ahead;
    }

    /** As whom somebody who may see it acts on it. */
    Cancellation.By side(SignedIn viewer) {
        return isMentor(viewer.id())
                ? Cancellation.By.MENTOR
                : isMentee(viewer.id()) ? Cancellation.By.MENTEE : Cancellation.By.ADMIN;
    }

    /** Whether it was confirmed, so that it stands in two calendars. */
    boolean agreed() {
        return status == CONFIRMED;
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
                message, terms.price(), terms.confirmation(), statusAt(now), deadline, accepted(), sequence,
                declineReason, cancellation());
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

    @Override
    public BookingId getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }
}
