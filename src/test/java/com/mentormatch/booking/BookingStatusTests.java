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
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BookingStatusTests {

    private static final Map<BookingStatus, Set<BookingStatus>> TABLE = Map.of(AWAITING_PAYMENT,
            Set.of(REQUESTED, CONFIRMED, DECLINED, EXPIRED, WITHDRAWN), REQUESTED,
            Set.of(AWAITING_PAYMENT, CONFIRMED, DECLINED, WITHDRAWN, EXPIRED, CANCELLED), CONFIRMED,
            Set.of(IN_PROGRESS, CANCELLED), IN_PROGRESS, Set.of(PENDING_COMPLETION, DISPUTED), PENDING_COMPLETION,
            Set.of(COMPLETED, DISPUTED), DISPUTED, Set.of(RESOLVED), EXPIRED, Set.of(REQUESTED, CONFIRMED));

    @Test
    void everyPairIsDecidedByTheTable() {
        for (var from : BookingStatus.values()) {
            for (var to : BookingStatus.values()) {
                assertThat(from.mayBecome(to)).as("%s to %s", from, to)
                    .isEqualTo(TABLE.getOrDefault(from, Set.of()).contains(to));
            }
        }
    }

    @Test
    void timeHasDoneItsWorkTheMomentItIsReached() {
        var start = Instant.parse("2027-03-01T10:00:00Z");
        var time = TimeSpan.of(start, Duration.ofHours(1));
        assertThat(Booking.statusAt(CONFIRMED, null, time, null, start.minusNanos(1000))).isEqualTo(CONFIRMED);
        assertThat(Booking.statusAt(CONFIRMED, null, time, null, start)).isEqualTo(IN_PROGRESS);
        var asked = time.end().plus(Duration.ofMinutes(15));
        assertThat(Booking.statusAt(CONFIRMED, null, time, null, asked.minusNanos(1000))).isEqualTo(IN_PROGRESS);
        assertThat(Booking.statusAt(CONFIRMED, null, time, null, asked)).isEqualTo(PENDING_COMPLETION);
        var silent = time.end().plus(Duration.ofHours(72));
        for (var written : List.of(CONFIRMED, IN_PROGRESS, PENDING_COMPLETION)) {
            assertThat(Booking.statusAt(written, null, time, null, silent.minusNanos(1000)))
                .isEqualTo(PENDING_COMPLETION);
            assertThat(Booking.statusAt(written, null, time, null, silent)).isEqualTo(COMPLETED);
        }
        assertThat(Booking.statusAt(REQUESTED, start, time, null, start.minusNanos(1000))).isEqualTo(REQUESTED);
        assertThat(Booking.statusAt(REQUESTED, start, time, null, start)).isEqualTo(EXPIRED);
        assertThat(Booking.statusAt(DISPUTED, null, time, null, start.plus(Duration.ofDays(30)))).isEqualTo(DISPUTED);
        assertThat(Booking.statusAt(DISPUTED, null, time, start, start.minusNanos(1000))).isEqualTo(DISPUTED);
        assertThat(Booking.statusAt(DISPUTED, null, time, start, start)).as("uncontested").isEqualTo(RESOLVED);
    }
}
