package com.mentormatch.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Currencies;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes back when a session is called off. */
class CancellationTermsTests {

    private static final Instant START = Instant.parse("2027-03-11T17:00:00Z");
    private static final Instant LONG_BEFORE = START.minus(Duration.ofDays(10));

    @ParameterizedTest
    @CsvSource({"0, 0", "50, 2250", "100, 4500"})
    void aMenteeGetsAllOfItADayAheadAndWhatTheTermsSayLater(int percent, long late) {
        var booking = paid(new Amount(4500, "EUR"), percent, LONG_BEFORE);
        assertThat(back(booking, Party.MENTEE, START.minus(Duration.ofHours(24)))).isEqualTo(4500);
        assertThat(back(booking, Party.MENTEE, START.minus(Duration.ofHours(24)).plusNanos(1000))).isEqualTo(late);
        assertThat(back(booking, Party.MENTEE, START.minusNanos(1000))).isEqualTo(late);
    }

    @Test
    void whoHasJustPaidMayThinkAgainUntilTwoHoursAhead() {
        var paidAt = START.minus(Duration.ofHours(6));
        var booking = paid(new Amount(4500, "EUR"), 0, paidAt);
        assertThat(back(booking, Party.MENTEE, paidAt.plus(Duration.ofMinutes(30)))).isEqualTo(4500);
        assertThat(back(booking, Party.MENTEE, paidAt.plus(Duration.ofMinutes(30)).plusNanos(1000))).isZero();
        var close = START.minus(Duration.ofHours(2)).minus(Duration.ofMinutes(10));
        var last = paid(new Amount(4500, "EUR"), 0, close);
        assertThat(back(last, Party.MENTEE, START.minus(Duration.ofHours(2)).minusNanos(1000))).isEqualTo(4500);
        assertThat(back(last, Party.MENTEE, START.minus(Duration.ofHours(2)))).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = Party.class, names = {"MENTOR", "ADMIN"})
    void whenItIsNotTheMenteeWhoCancelsAllOfItGoesBack(Party by) {
        var terms = paid(new Amount(4500, "EUR"), 0, LONG_BEFORE).cancellationTerms(by, 0, START.minusNanos(1000));
        assertThat(terms.back().minor()).isEqualTo(4500);
        assertThat(terms.until()).isEqualTo(START);
        assertThat(terms.changes()).isFalse();
    }

    @Test
    void thePageSaysNowAndLater() {
        var terms = paid(new Amount(4500, "EUR"), 50, LONG_BEFORE).cancellationTerms(Party.MENTEE, 0, LONG_BEFORE);
        assertThat(terms.until()).isEqualTo(START.minus(Duration.ofHours(24)));
        assertThat(terms.later()).isEqualTo(new Amount(2250, "EUR"));
        assertThat(terms.changes()).isTrue();
    }

    /** A gesture of an admin is no part of what the terms give: it only cannot go back twice. */
    @ParameterizedTest
    @CsvSource({"1000, 3500, 2250, full, true", "2250, 2250, 2250, full, false", "3000, 1500, 1500, full, false",
            "4500, 0, 0, gone, false"})
    void whatWentBackBeforeIsNotGivenTwice(long before, long now, long later, String kind, boolean changes) {
        var booking = paid(new Amount(4500, "EUR"), 50, LONG_BEFORE);
        var early = booking.cancellationTerms(Party.MENTEE, before, LONG_BEFORE);
        assertThat(early.back().minor()).isEqualTo(now);
        assertThat(early.later().minor()).isEqualTo(later);
        assertThat(early.kind()).isEqualTo(kind);
        assertThat(early.changes()).isEqualTo(changes);
        var late = booking.cancellationTerms(Party.MENTEE, before, START.minusSeconds(1));
        assertThat(late.back().minor()).isEqualTo(later);
        assertThat(booking.cancellationTerms(Party.MENTOR, before, START.minusSeconds(1)).back())
            .isEqualTo(early.left());
    }

    @ParameterizedTest
    @CsvSource({"JPY, 4501, 2251", "EUR, 4501, 2251", "EUR, 4500, 2250", "KWD, 4510, 2260", "KWD, 4500, 2250"})
    void halfIsRoundedToWhatCanBeMoved(String currency, long price, long half) {
        var booking = paid(new Amount(price, currency), 50, LONG_BEFORE);
        assertThat(back(booking, Party.MENTEE, START.minusSeconds(1))).isEqualTo(half);
    }

    /** Whatever is paid whenever: never more than was paid, never less later than now, always movable. */
    @Test
    void theFiguresHoldForAnyPriceAndMoment() {
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++) {
            var currency = Currencies.all().get(random.nextInt(Currencies.all().size()));
            var price = Currencies.chargeableFrom(new Amount(1 + random.nextLong(1_000_000), currency));
            var paidAt = START.minusSeconds(random.nextInt(200_000));
            var booking = paid(price, new int[]{0, 50, 100}[random.nextInt(3)], paidAt);
            var now = paidAt.plusSeconds(random.nextLong(Duration.between(paidAt, START).toSeconds() + 1));
            var step = Currencies.chargeableFrom(new Amount(1, currency)).minor();
            var before = random.nextBoolean() ? 0 : random.nextLong(price.minor() + 1) / step * step;
            var terms = booking.cancellationTerms(Party.MENTEE, before, now);
            assertThat(terms.back().minor()).isBetween(terms.later().minor(), price.minor() - before);
            assertThat(Currencies.chargeable(terms.back()) && Currencies.chargeable(terms.later())).isTrue();
            assertThat(booking.cancellationTerms(Party.MENTEE, before, terms.until()).back())
                .as("what is shown holds until it says")
                .isEqualTo(terms.back());
        }
    }

    private static long back(Booking booking, Party by, Instant now) {
        return booking.cancellationTerms(by, 0, now).back().minor();
    }

    private static Booking paid(Amount price, int lateRefundPercent, Instant at) {
        var terms = new Terms(new OfferId(Ids.next()), "An hour", OfferKind.ONE_ON_ONE, Confirmation.INSTANT, 0, price,
                10, lateRefundPercent, 48);
        var booking = new Booking(AccountId.next(), TimeSpan.of(START, Duration.ofHours(1)), ZoneId.of("Europe/Berlin"),
                terms, "How to begin", null, new Cause(AccountId.next(), FormToken.next(), at));
        booking.recordPayment(Cause.itself(at));
        return booking;
    }
}
