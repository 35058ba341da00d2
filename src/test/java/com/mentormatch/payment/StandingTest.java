package com.mentormatch.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mentormatch.account.AccountId;
import com.mentormatch.booking.BookingId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets what of a payment, to the last minor unit. */
class StandingTest {

    @ParameterizedTest
    @CsvSource({"EUR, 4500, 10, 450", "EUR, 4505, 10, 451", "EUR, 4504, 10, 450", "EUR, 1, 10, 0", "EUR, 5, 10, 1",
            "JPY, 4505, 10, 451", "JPY, 50, 10, 5", "KWD, 4510, 10, 450", "KWD, 4550, 10, 460", "KWD, 12500, 10, 1250",
            "EUR, 4500, 0, 0", "EUR, 4500, 90, 4050", "EUR, 3333, 15, 500"})
    void theFeeIsRoundedHalfUp(String currency, long minor, int percent, long fee) {
        assertThat(Standing.fee(minor, percent, currency)).isEqualTo(fee);
    }

    @Test
    void whateverGoesBackAfterTheSessionThePartsStayWhatTheyWouldBeOfTheRest() {
        var random = new Random(4);
        for (var life = 0; life < 500; life++) {
            var paid = 50 + random.nextInt(20_000);
            var standing = earned(paid, 10);
            var left = (long) paid;
            while (left > 0) {
                var back = 1 + random.nextLong(left);
                var lines = new EnumMap<>(standing.less(back, 10, "EUR"));
                assertThat(lines.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(back);
                lines.put(LedgerAccount.REFUNDS, -back);
                standing = with(standing, Movement.REFUND_DECIDED, lines);
                left -= back;
                assertThat(standing.kept()).isEqualTo(left);
                assertThat(standing.share()).as("of %s, %s left", paid, left)
                    .isEqualTo(left - Standing.fee(left, 10, "EUR"));
            }
            assertThat(standing.share()).isZero();
        }
    }

    @Test
    void moreThanIsLeftNeverGoesBack() {
        assertThatThrownBy(() -> earned(4500, 10).less(4501, 10, "EUR")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEntryThatDoesNotBalanceIsRefused() {
        assertThatThrownBy(() -> entry(Map.of(LedgerAccount.STRIPE, 4500L, LedgerAccount.MENTEE, -4499L)))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> entry(Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                () -> entry(Map.of(LedgerAccount.STRIPE, Long.MAX_VALUE, LedgerAccount.MENTEE, Long.MAX_VALUE)))
            .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void theStatusIsWhatTheEntriesAddUpTo() {
        var paid = with(new Standing(Map.of()), Movement.CHARGED,
                Map.of(LedgerAccount.STRIPE, 4500L, LedgerAccount.MENTEE, -4500L));
        assertThat(paid.status()).isEqualTo(PaymentStatus.PAID);
        var owed = with(paid, Movement.REFUND_DECIDED,
                Map.of(LedgerAccount.MENTEE, 1500L, LedgerAccount.REFUNDS, -1500L));
        assertThat(owed.status()).isEqualTo(PaymentStatus.REFUND_PENDING);
        var back = with(owed, Movement.REFUNDED, Map.of(LedgerAccount.REFUNDS, 1500L, LedgerAccount.STRIPE, -1500L));
        assertThat(back.status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        var failed = with(back, Movement.REFUND_FAILED,
                Map.of(LedgerAccount.REFUNDS, -1500L, LedgerAccount.STRIPE, 1500L));
        assertThat(failed.status()).isEqualTo(PaymentStatus.REFUND_PENDING);
        var disputed = with(paid, Movement.DISPUTED,
                Map.of(LedgerAccount.CHARGEBACKS, 4500L, LedgerAccount.STRIPE, -4500L));
        assertThat(disputed.status()).isEqualTo(PaymentStatus.CHARGED_BACK);
        assertThat(with(disputed, Movement.DISPUTED,
                Map.of(LedgerAccount.CHARGEBACKS, -4500L, LedgerAccount.STRIPE, 4500L))
            .status()).as("won").isEqualTo(PaymentStatus.PAID);
        assertThat(with(disputed, Movement.DISPUTE_LOST,
                Map.of(LedgerAccount.CHARGEBACKS, -4500L, LedgerAccount.MENTEE, 4500L))
            .status()).as("lost").isEqualTo(PaymentStatus.CHARGED_BACK);
    }

    @Test
    void ofAMoreThanTenThousandMinorUnitsNothingIsLost() {
        IntStream.rangeClosed(1, 10_000).forEach(paid -> {
            var standing = earned(paid, 10);
            assertThat(standing.share() + Standing.fee(paid, 10, "EUR")).isEqualTo(paid);
        });
    }

    private static Standing earned(long paid, int percent) {
        var fee = Standing.fee(paid, percent, "EUR");
        return with(new Standing(Map.of()), Movement.EARNED,
                Map.of(LedgerAccount.OWED, -(paid - fee), LedgerAccount.FEE, -fee));
    }

    private static Standing with(Standing before, Movement movement, Map<LedgerAccount, Long> lines) {
        var sums = new EnumMap<Movement, Map<LedgerAccount, Long>>(Movement.class);
        sums.putAll(before.sums());
        var all = new EnumMap<LedgerAccount, Long>(LedgerAccount.class);
        all.putAll(sums.getOrDefault(movement, Map.of()));
        lines.forEach((account, minor) -> all.merge(account, minor, Long::sum));
        sums.put(movement, all);
        return new Standing(sums);
    }

    private static LedgerEntry entry(Map<LedgerAccount, Long> lines) {
        return new LedgerEntry(Movement.CHARGED, "pi_1", new BookingId(java.util.UUID.randomUUID()), null,
                AccountId.next(), "EUR", lines, Instant.EPOCH);
    }
}
