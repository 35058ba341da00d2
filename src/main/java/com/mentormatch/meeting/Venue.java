package com.mentormatch.meeting;

import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.TimeSpan;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider that keeps a room for each session. Every question goes abroad and is asked outside any transaction; what
 * comes back instead of an answer is {@link Failed}, after which the room may or may not be there.
 */
public interface Venue {

    /**
     * What a room is for.
     *
     * @param host  the mentor's address, by which the provider may know the mentor
     * @param topic at most 200 characters
     */
    record Session(BookingId booking, String host, String topic, TimeSpan time) {}

    /**
     * @param start    as the provider has it
     * @param passcode for those whose link does not carry it; null where there is none
     */
    record Room(String id, URI link, @Nullable String passcode, Instant start) {}

    /** Whether whoever runs this product has an account there. */
    boolean configured();

    /** Asked twice makes two: {@link #find} first where it may have been asked before. */
    Room make(Session session);

    /** The room made for that booking; of several the first, the others being removed. */
    Optional<Room> find(Session session);

    /** Whether it is still there; one that is gone has to be made anew. */
    boolean move(String room, Session session);

    /** One that is gone already is removed as well. */
    void remove(String room);

    /** The way in for whoever lets the other one in; good for a short time. */
    URI hostLink(String room);

    /** No answer, or one that says no. */
    final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final @Nullable Duration wait;

        /** @param wait how long the provider wants to be left alone; null where it does not say */
        public Failed(String message, @Nullable Duration wait, @Nullable Throwable cause) {
            super(message, cause);
            this.wait = wait;
        }

        @Nullable
        Duration waiting() {
            return wait;
        }
    }
}
