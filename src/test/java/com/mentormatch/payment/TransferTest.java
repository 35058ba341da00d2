package com.mentormatch.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.mentormatch.account.AccountId;
import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Amount;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What comes back of what was moved to a mentor, perhaps in another currency than was paid. */
class TransferTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void inHoweverManyPartsAllOfItComesBackAndEachInProportion() {
        var random = new Random(11);
        for (var life = 0; life < 1_000; life++) {
            var share = 45 + random.nextInt(20_000);
            var moved = 1 + random.nextInt(40_000);
            var transfer = moved(share, moved);
            var left = share;
            var back = 0L;
            while (left > 0) {
                var part = 1 + random.nextInt(left);
                back += new Reversal(transfer, part, "refund", NOW).ask(transfer, NOW);
                left -= part;
                assertThat((double) back).as("%s of %s back, %s were moved", share - left, share, moved)
                    .isEqualTo((double) moved * (share - left) / share, offset(0.5001));
            }
            assertThat(back).isEqualTo(moved);
        }
    }

    @Test
    void askedAgainItIsTheSamePart() {
        var transfer = moved(4050, 2431);
        var reversal = new Reversal(transfer, 1000, "refund", NOW);
        assertThat(reversal.ask(transfer, NOW)).isEqualTo(600).isEqualTo(reversal.ask(transfer, NOW));
        assertThat(transfer.reversedMinor()).isEqualTo(1000);
    }

    private static Transfer moved(long share, long moved) {
        var transfer = new Transfer("session 1", BookingId.next(), AccountId.next(), "ch_1", new Amount(share, "EUR"),
                NOW);
        transfer.asked("acct_1", NOW);
        transfer.done(new Till.Moved("tr_1", moved, "USD"), NOW);
        return transfer;
    }
}
