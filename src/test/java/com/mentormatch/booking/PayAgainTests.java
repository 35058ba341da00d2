package com.mentormatch.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** How long the time is kept for another card where one could not be charged after the mentor's yes. */
class PayAgainTests {

    private static final Instant START = Instant.parse("2027-03-11T17:00:00Z");

    @Test
    void aDayAndNeverPastTheStart() {
        var ahead = START.minus(Duration.ofDays(3));
        assertThat(failed(ahead).deadline()).isEqualTo(ahead.plus(Duration.ofHours(24)));
        assertThat(failed(START.minus(Duration.ofHours(24))).deadline()).isEqualTo(START);
        assertThat(failed(START.minus(Duration.ofHours(1))).deadline()).isEqualTo(START);
    }

    @Test
    void aCheckoutKeepsItLongerButNotPastTheStart() {
        var booking = failed(START.minus(Duration.ofDays(3)));
        var day = booking.deadline();
        booking.extendHold(day.minusSeconds(60));
        assertThat(booking.deadline()).as("never shorter").isEqualTo(day);
        booking.extendHold(day.plus(Duration.ofMinutes(20)));
        assertThat(booking.deadline()).isEqualTo(day.plus(Duration.ofMinutes(20)));
        var late = failed(START.minus(Duration.ofHours(24)).minus(Duration.ofMinutes(5)));
        late.extendHold(START.plus(Duration.ofMinutes(10)));
        assertThat(late.deadline()).isEqualTo(START);
    }

    @Test
    void theYesNeedNotBeSaidAgain() {
        var booking = failed(START.minus(Duration.ofDays(3)));
        booking.recordPayment(Cause.itself(START.minus(Duration.ofDays(2)).minusSeconds(1)));
        assertThat(booking.written()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(booking.deadline()).isNull();
    }

    private static Booking failed(Instant at) {
        var terms = new Terms(new OfferId(Ids.next()), "An hour", OfferKind.ONE_ON_ONE, Confirmation.REQUEST, 0,
                new Amount(4500, "EUR"), 10, 0, 48);
        var booking = new Booking(AccountId.next(), TimeSpan.of(START, Duration.ofHours(1)), ZoneId.of("Europe/Berlin"),
                terms, "How to begin", null, new Cause(AccountId.next(), FormToken.next(), at));
        booking.recordPayment(Cause.itself(at));
        booking.accept(Cause.itself(at));
        booking.recordFailedCapture(Cause.itself(at));
        return booking;
    }
}
