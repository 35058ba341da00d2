package com.mentormatch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Cast;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Money of one currency that ends in an account of another. What is booked, charged, given back and owed stays in the
 * currency of the booking; what Stripe exchanges on the way is Stripe's doing, and stands where it tells of it.
 */
class ExchangeTests extends PaymentTest {

    @Autowired
    StatementPages statements;
    @Autowired
    RefundPayment refund;
    @Autowired
    Ledger ledger;
    @Autowired
    LookAtPayouts payouts;
    @Autowired
    Payees payees;
    @Autowired
    Cast cast;
    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void noExchange() {
        stripe.settlesAsCharged();
    }

    /** The mentor's bank takes dollars, the session cost euros: euros are moved, and paid out as dollars. */
    @Test
    void aMentorElsewhereIsSentTheCurrencyOfTheBooking() {
        var booked = paid();
        var mentor = booked.shop().mentor();
        var account = payees.of(mentor.id()).orElseThrow();
        scene.completed(booked);
        tasks.runDue();
        assertThat(stripe.transfersOf(booked.id())).singleElement().satisfies(transfer -> {
            assertThat(transfer.currency()).isEqualTo("eur");
            assertThat(transfer.amount()).isEqualTo(4050);
        });
        stripe.payOut(account.account(), 4374, "usd");
        payouts.lookAtAll(account, clock.instant());
        var page = statements.of(mentor.viewer(), StatementFilter.of(null, null, null), null, clock.instant());
        assertThat(page.lines())
            .extracting(line -> line.kind() + " " + line.net().minor() + " " + line.net().currency())
            .containsExactlyInAnyOrder("SESSION 4050 EUR", "PAYOUT -4374 USD");
        assertThat(page.totals()).extracting(
                total -> total.net().currency() + " " + total.net().minor() + " paid out " + total.paidOut().minor())
            .containsExactlyInAnyOrder("EUR 4050 paid out 0", "USD 0 paid out 4374");
        assertThat(page.due()).as("a payout is no debt of ours in its currency").isEmpty();
    }

    /** The platform has no account in euros: Stripe exchanges the charge, and moves from it only what it became. */
    @ParameterizedTest
    @CsvSource({"usd,1.08,4374,146", "jpy,1.6237,6576,220", "gbp,0.8571,3471,116"})
    void aChargeStripeExchangedIsMovedInWhatItBecame(String currency, String rate, long moved, long fee) {
        stripe.settlesIn(currency, rate);
        var booked = paid();
        var account = payees.of(booked.shop().mentor().id()).orElseThrow().account();
        scene.completed(booked);
        tasks.runDue();
        assertThat(stripe.balanceOf(account)).isEqualTo(Map.of(currency, moved));
        assertThat(lines(booked, "TRANSFERRED")).containsExactly("EUR STRIPE -4050", "EUR TRANSFERRED 4050");
        assertThat(lines(booked, "FEE_TAKEN")).containsExactly(currency.toUpperCase() + " STRIPE -" + fee,
                currency.toUpperCase() + " STRIPE_FEES " + fee);
        assertThat(ledger.dueTo(booked.shop().mentor().id())).allMatch(Amount::isFree);

        for (var part : List.of(1000L, 1L, 999L, 2500L)) {
            assertThat(refund.refund(cast.admin().viewer(), booked.id(), new Amount(part, "EUR"), "A gesture",
                    FormToken.next(), clock.instant()))
                .isEmpty();
            tasks.runDue();
        }
        assertThat(stripe.balanceOf(account)).as("part by part, to the last unit").isEqualTo(Map.of(currency, 0L));
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(ledger.dueTo(booked.shop().mentor().id())).allMatch(Amount::isFree);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM money_mismatch WHERE booking_id = ? AND cleared_at IS NULL")
            .param(Columns.param(booked.id().value()))
            .query(Integer.class)
            .single()).isZero();
    }

    private List<String> lines(Booked booked, String movement) {
        return jdbc.sql("""
                SELECT e.currency, l.account, l.amount_minor FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id
                WHERE e.booking_id = ? AND e.movement = ? ORDER BY l.account""")
            .params(Columns.param(booked.id().value()), movement)
            .query((row, _) -> row.getString(1) + " " + row.getString(2) + " " + row.getLong(3))
            .list();
    }
}
