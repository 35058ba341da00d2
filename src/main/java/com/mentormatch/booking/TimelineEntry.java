package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Ids;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One line of a booking's timeline: what was done, by whom, and the status it left behind. Never changed. */
@Entity
@Immutable
class TimelineEntry {

    enum Act {
        BOOKED,
        AUTHORISED,
        PAID,
        ACCEPTED,
        CAPTURE_FAILED,
        DECLINED,
        WITHDRAWN,
        EXPIRED,
        CANCELLED,
        MOVE_PROPOSED,
        MOVE_ACCEPTED,
        MOVE_DECLINED,
        MOVE_WITHDRAWN,
        MOVE_EXPIRED,
        MOVED,
        STARTED,
        ENDED,
        MARKED_COMPLETE,
        CONFIRMED,
        COMPLETED,
        DISPUTED,
        NO_SHOW,
        DISPUTE_ANSWERED,
        RULED,
        UNCONTESTED,
        APPEALED,
        ROOM_REPLACED,
        ROOM_CHANGED,
        MENTOR_ABSENT,
        MENTOR_CAME
    }

    @Id
    private UUID id;
    private Instant at;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "actor_id"))
    private AccountId actor;

    @Enumerated(EnumType.STRING)
    private BookingStatus status;

    @Enumerated(EnumType.STRING)
    private Act act;

    private Instant startAt;
    private String note;
    private Long refundMinor;
    private UUID token;

    protected TimelineEntry() {}

    TimelineEntry(Act act, BookingStatus status, String note, Cause cause) {
        this(act, status, note, null, cause);
    }

    /** @param refundMinor what goes back; null where the session was free */
    static TimelineEntry ruling(String reason, Long refundMinor, Cause cause) {
        var entry = new TimelineEntry(Act.RULED, BookingStatus.RESOLVED, reason, cause);
        entry.refundMinor = refundMinor;
        return entry;
    }

    /** @param start of the other time it is about; null where it is about none */
    TimelineEntry(Act act, BookingStatus status, String note, Instant start, Cause cause) {
        this.startAt = start;
        this.id = Ids.next();
        this.at = cause.at();
        this.actor = cause.actor();
        this.status = status;
        this.act = act;
        this.note = note;
        this.token = cause.token() == null ? null : cause.token().value();
    }
}
