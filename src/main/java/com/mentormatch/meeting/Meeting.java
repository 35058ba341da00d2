package com.mentormatch.meeting;

import static com.mentormatch.meeting.MeetingPlace.Kind.JITSI;
import static com.mentormatch.meeting.MeetingPlace.Kind.OWN_LINK;
import static com.mentormatch.meeting.MeetingPlace.Kind.ZOOM;

import com.mentormatch.account.AccountId;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.springframework.data.domain.Persistable;

/**
 * Where one booking takes place. There is one for each booking, however often it is asked for: the booking's id is its
 * key.
 *
 * <p>Two things can be out of step, what the booking wants and what a provider keeps for it. {@link #next} compares them
 * and says what to ask for; it does not matter which change made it necessary, in what order changes came, or how many
 * were missed. Before anybody asks, that is written down together with a moment until which nobody else does: should
 * the answer be lost, whoever comes next knows that there may be a room already, and looks for it instead of making
 * another.
 *
 * <p>The third failure to make a room ends the waiting: a generated room needs nobody's answer. What the provider may
 * have made meanwhile is taken away there.
 */
@Entity
class Meeting implements Persistable<BookingId> {

    /** A room is asked for so often, then another kind takes its place. */
    static final int PATIENCE = 3;

    /** Longer than everything one step asks may take. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration LONGEST_PAUSE_WITHOUT_ROOM = Duration.ofMinutes(10);

    /** More than a week of hours: a provider that refuses for that long is not asked for ever. */
    private static final int ENOUGH = 200;

    /** What has to be asked of the provider. */
    enum Step {
        NOTHING, MAKE, MOVE, REMOVE
    }

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "booking_id"))
    private BookingId booking;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "mentor_id"))
    private AccountId mentor;

    @Enumerated(EnumType.STRING)
    private MeetingPlace.Kind kind;

    private String link;
    private String passcode;
    private String venueId;
    private Instant venueStart;
    private boolean asked;
    private int failures;
    private Instant notBefore;

    @Version
    private Integer version;

    protected Meeting() {}

    /** @param link null where it follows */
    Meeting(BookingDetails booking, MeetingPlace.Kind kind, URI link) {
        this.booking = booking.id();
        this.mentor = booking.mentor();
        this.kind = kind;
        this.link = link == null ? null : link.toString();
    }

    Step next(BookingDetails session) {
        var wanted = session.status() == BookingStatus.CONFIRMED || session.status() == BookingStatus.IN_PROGRESS;
        if (kind == ZOOM && wanted) {
            return venueId == null ? Step.MAKE : venueStart.equals(session.time().start()) ? Step.NOTHING : Step.MOVE;
        }
        var gone = kind != ZOOM || session.status() == BookingStatus.CANCELLED;
        return gone && atVenue() && failures < ENOUGH ? Step.REMOVE : Step.NOTHING;
    }

    /** Whether there is, or may be, a room at the provider. */
    boolean atVenue() {
        return venueId != null || asked;
    }

    /** Until then somebody works on it, or waits before trying again; null where nobody does. */
    Instant busyUntil(Instant now) {
        return notBefore != null && notBefore.isAfter(now) ? notBefore : null;
    }

    void begin(Step step, Instant now) {
        asked |= step == Step.MAKE;
        notBefore = now.plus(LEASE);
    }

    void made(Venue.Room room) {
        venueId = room.id();
        venueStart = room.start();
        done();
        if (kind == ZOOM) {
            link = room.link().toString();
            passcode = room.passcode();
        }
    }

    void moved(Instant start) {
        venueStart = start;
        done();
    }

    void removed() {
        venueId = null;
        venueStart = null;
        done();
        if (kind == ZOOM) {
            close();
        }
    }

    private void done() {
        asked = false;
        failures = 0;
        notBefore = null;
    }

    /** @param wait what the provider asks for; null where it asks for nothing */
    void failed(Duration wait, Instant now) {
        failures++;
        var longest = link == null ? LONGEST_PAUSE_WITHOUT_ROOM : LONGEST_PAUSE;
        var pause = Duration.ofMinutes((long) Math.pow(5, Math.min(failures, 4) - 1));
        pause = wait != null && wait.compareTo(pause) > 0 ? wait : pause;
        notBefore = now.plus(pause.compareTo(longest) > 0 ? longest : pause);
    }

    /** Whether waiting for a room has lasted long enough. */
    boolean hopeless() {
        return failures >= PATIENCE;
    }

    void fallBack(URI room) {
        kind = JITSI;
        takePlaceAt(room);
    }

    /** The mentor brings another link for this session alone. */
    void replace(OwnLink own) {
        kind = OWN_LINK;
        takePlaceAt(own.address());
    }

    private void takePlaceAt(URI room) {
        link = room.toString();
        passcode = null;
        failures = 0;
        notBefore = atVenue() ? notBefore : null;
    }

    /** The session is called off: nobody goes there any more. */
    void close() {
        link = null;
        passcode = null;
    }

    MeetingPlace.Kind kind() {
        return kind;
    }

    /** Null while it follows. */
    URI link() {
        return link == null ? null : URI.create(link);
    }

    String passcode() {
        return passcode;
    }

    /** Of the room at the provider; null where there is none. */
    String venueId() {
        return venueId;
    }

    boolean asked() {
        return asked;
    }

    @Override
    public BookingId getId() {
        return booking;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }
}
