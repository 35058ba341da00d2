package com.mentormatch.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mentormatch.booking.BookingId;
import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.sandbox.stripe.Call;
import com.mentormatch.sandbox.stripe.Refunds;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the money of a booking is at every moment, from the charge to the mentor's account and back again. */
class LedgerTests extends PaymentTest {

    @Autowired
    JdbcClient jdbc;
    @Autowired
    RefundPayment refund;
    @Autowired
    Ledger ledger;
    @Autowired
    Cast cast;

    private Actor admin;

    @BeforeEach
    void anAdmin() {
        admin = cast.admin();
    }

    @Test
    void whatWasPaidIsHeldUntilTheSessionIsOver() {
        var booked = paid();
        assertThat(scene.balances(booked))
            .isEqualTo(Map.of("STRIPE", 4500L - 135, "STRIPE_FEES", 135L, "HELD", -4500L));
    }

    @Test
    void theShareGoesToTheMentorWhenTheSessionIsCompleted() {
        var booked = paid();
        var account = scene.payable(booked.shop().mentor());
        scene.completed(booked);
        scene.completed(booked);
        tasks.runDue();
        tasks.runDue();
        assertThat(stripe.transfersOf(booked.id())).singleElement().satisfies(transfer -> {
            assertThat(transfer.amount()).isEqualTo(4050);
            assertThat(transfer.destination()).isEqualTo(account);
            assertThat(transfer.charge()).isEqualTo(scene.money(booked).charge());
        });
        assertThat(stripe.balanceOf(account)).isEqualTo(Map.of("eur", 4050L));
        assertThat(scene.balances(booked)).isEqualTo(
                Map.of("STRIPE", 450L - 135, "STRIPE_FEES", 135L, "OWED", -4050L, "FEE", -450L, "TRANSFERRED", 4050L));
        assertThat(ledger.dueTo(booked.shop().mentor().id())).containsExactly(new Amount(0, "EUR"));
    }

    @Test
    void whoHasNoAccountIsOwedUntilThereIsOne() {
        var booked = paid();
        scene.unpayable(booked.shop().mentor());
        scene.completed(booked);
        tasks.runDue();
        assertThat(stripe.transfersOf(booked.id())).isEmpty();
        assertThat(ledger.dueTo(booked.shop().mentor().id())).containsExactly(new Amount(4050, "EUR"));
        scene.payable(booked.shop().mentor());
        tasks.runDue();
        assertThat(stripe.transfersOf(booked.id())).singleElement()
            .satisfies(transfer -> assertThat(transfer.amount()).isEqualTo(4050));
    }

    @Test
    void aTransferStripeRefusesIsTriedAgain() {
        var booked = paid();
        var account = scene.payable(booked.shop().mentor());
        stripe.restrict(account);
        scene.completed(booked);
        tasks.runDue();
        assertThat(stripe.transfersOf(booked.id())).isEmpty();
        stripe.complete(account);
        clock.forward(Duration.ofMinutes(10));
        tasks.runDue();
        assertThat(stripe.transfersOf(booked.id())).hasSize(1);
        inStep(booked);
    }

    @Test
    void aRefundAfterTheTransferReversesItInProportion() {
        var booked = paid();
        var account = scene.payable(booked.shop().mentor());
        scene.completed(booked);
        tasks.runDue();
        assertThat(refund(booked, 1001)).isEmpty();
        tasks.runDue();
        assertThat(stripe.balanceOf(account)).isEqualTo(Map.of("eur", 3149L));
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(scene.standing(booked).share()).isEqualTo(3499 - 350);
        assertThat(refund(booked, 3499)).isEmpty();
        tasks.runDue();
        assertThat(stripe.balanceOf(account)).isEqualTo(Map.of("eur", 0L));
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(scene.balances(booked)).isEqualTo(Map.of("STRIPE", -135L, "STRIPE_FEES", 135L));
        inStep(booked);
    }

    /** Where Stripe settles in large units, what goes back can be less than one. */
    @Test
    void whatIsTooSmallToTakeBackComesWithTheNext() {
        var booked = paid();
        var account = scene.payable(booked.shop().mentor());
        scene.completed(booked);
        tasks.runDue();
        jdbc.sql("UPDATE transfer SET moved_minor = 40 WHERE booking_id = ?")
            .param(Columns.param(booked.id().value()))
            .update();
        assertThat(refund(booked, 10)).isEmpty();
        tasks.runDue();
        assertThat(stripe.balanceOf(account)).isEqualTo(Map.of("eur", 4050L));
        assertThat(ledger.dueTo(booked.shop().mentor().id())).containsExactly(new Amount(0, "EUR"));
        assertThat(refund(booked, 4490)).isEmpty();
        tasks.runDue();
        assertThat(stripe.balanceOf(account)).isEqualTo(Map.of("eur", 4010L));
        assertThat(ledger.dueTo(booked.shop().mentor().id())).containsExactly(new Amount(0, "EUR"));
        assertThat(unbalanced(booked.id())).isEmpty();
    }

    @Test
    void aMentorWhoHasSpentItOwesIt() {
        var booked = paid();
        var account = scene.payable(booked.shop().mentor());
        scene.completed(booked);
        tasks.runDue();
        stripe.payOut(account, 4050, "eur");
        assertThat(refund(booked, 4500)).isEmpty();
        tasks.runDue();
        assertThat(scene.payment(booked)).as("the mentee does not wait for the mentor")
            .isEqualTo(PaymentStatus.REFUNDED);
        assertThat(ledger.dueTo(booked.shop().mentor().id())).containsExactly(new Amount(-4050, "EUR"));
        var payout = stripe.payoutsOf(account).getFirst().id();
        stripe.payoutEnds(payout, false);
        clock.forward(Duration.ofHours(1));
        tasks.runDue();
        assertThat(ledger.dueTo(booked.shop().mentor().id())).containsExactly(new Amount(0, "EUR"));
        inStep(booked);
    }

    @Test
    void refundsInAnyNumberAndNeverMoreThanWasPaid() {
        var booked = paid();
        for (var i = 0; i < 15; i++) {
            assertThat(refund(booked, 300)).as("part %s", i).isEmpty();
        }
        assertThat(refund(booked, 1)).contains(PaymentRefusal.TOO_MUCH_TO_REFUND);
        tasks.runDue();
        assertThat(stripe.refundsOf(scene.money(booked).id())).hasSize(15);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(scene.standing(booked).refunded()).isEqualTo(4500);
        inStep(booked);
    }

    @Test
    void theSameFormRefundsOnce() {
        var booked = paid();
        var token = FormToken.next();
        for (var i = 0; i < 3; i++) {
            assertThat(refund.refund(admin.viewer(), booked.id(), new Amount(500, "EUR"), "A gesture", token,
                    clock.instant()))
                .isEmpty();
        }
        tasks.runDue();
        assertThat(stripe.refundsOf(scene.money(booked).id())).hasSize(1);
        assertThat(jdbc.sql("SELECT act FROM admin_act WHERE admin_id = ?")
            .param(Columns.param(admin.id().value()))
            .query(String.class)
            .list()).containsExactly("payment-refunded");
    }

    @Test
    void aRefundThatComesBackDaysLaterIsOwedAgain() {
        var booked = paid();
        assertThat(refund(booked, 2000)).isEmpty();
        tasks.runDue();
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        stripe.refundsAre(Refunds.REFUSED);
        stripe.refundComesBack(stripe.refundsOf(scene.money(booked).id()).getFirst().id());
        scene.deliverAll(scene.session(booked));
        tasks.runDue();
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.REFUND_PENDING);
        inStep(booked);
        stripe.refundsAre(Refunds.PROMPT);
        clock.forward(Duration.ofHours(1));
        tasks.runDue();
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(scene.standing(booked).refunded()).isEqualTo(2000);
        inStep(booked);
    }

    @Test
    void eachOfSeveralRefundsIsToldOnce() {
        var booked = paid();
        assertThat(refund(booked, 300)).isEmpty();
        assertThat(refund(booked, 500)).isEmpty();
        tasks.runDue();
        assertThat(toldOfRefunds(booked)).isEqualTo(4);
        stripe.refundComesBack(stripe.refundsOf(scene.money(booked).id()).getFirst().id());
        told(booked);
        clock.forward(Duration.ofHours(1));
        tasks.runDue();
        assertThat(scene.standing(booked).refunded()).isEqualTo(800);
        told(booked);
        assertThat(toldOfRefunds(booked)).as("made again is no other news").isEqualTo(4);
    }

    private int toldOfRefunds(Booked booked) {
        return jdbc.sql("SELECT COUNT(*) FROM mail WHERE booking_id = ? AND kind = 'REFUNDED'")
            .param(Columns.param(booked.id().value()))
            .query(Integer.class)
            .single();
    }

    @Test
    void whatIsGivenBackAtStripeByHandIsTakenOver() {
        var booked = paid();
        var account = scene.payable(booked.shop().mentor());
        scene.completed(booked);
        tasks.runDue();
        stripe.refundByHand(scene.money(booked).id(), 1000);
        scene.deliverAll(scene.session(booked));
        tasks.runDue();
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(stripe.balanceOf(account)).isEqualTo(Map.of("eur", 3150L));
        inStep(booked);
    }

    @Test
    void aChargebackThatIsWonChangesNothingInTheEnd() {
        var booked = paid();
        scene.payable(booked.shop().mentor());
        var dispute = stripe.dispute(scene.money(booked).charge());
        told(booked);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.CHARGED_BACK);
        assertThat(refund(booked, 100)).contains(PaymentRefusal.DISPUTED_AT_BANK);
        scene.completed(booked);
        tasks.runDue();
        assertThat(stripe.transfersOf(booked.id())).as("nothing moves while the bank has the money").isEmpty();
        stripe.disputeGoesOn(dispute.id());
        stripe.disputeEnds(dispute.id(), true);
        told(booked);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PAID);
        assertThat(stripe.transfersOf(booked.id())).hasSize(1);
        inStep(booked);
    }

    @Test
    void whileABankHasTheMoneyNoRefundIsAskedFor() {
        var booked = paid();
        stripe.refundsAre(Refunds.REFUSED);
        assertThat(refund(booked, 1000)).isEmpty();
        tasks.runDue();
        var dispute = stripe.dispute(scene.money(booked).charge());
        told(booked);
        var asked = askedToRefund(booked);
        clock.forward(Duration.ofHours(7));
        tasks.runDue();
        assertThat(askedToRefund(booked)).isEqualTo(asked);
        stripe.refundsAre(Refunds.PROMPT);
        stripe.disputeEnds(dispute.id(), true);
        told(booked);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        inStep(booked);
    }

    @Test
    void aChargebackThatIsLostAfterTheTransferTakesItBack() {
        var booked = paid();
        var account = scene.payable(booked.shop().mentor());
        scene.completed(booked);
        tasks.runDue();
        var dispute = stripe.dispute(scene.money(booked).charge());
        told(booked);
        assertThat(stripe.balanceOf(account)).as("not before it is lost").isEqualTo(Map.of("eur", 4050L));
        stripe.disputeEnds(dispute.id(), false);
        told(booked);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.CHARGED_BACK);
        assertThat(stripe.balanceOf(account)).isEqualTo(Map.of("eur", 0L));
        assertThat(scene.balances(booked)).isEqualTo(Map.of("STRIPE", -1635L, "STRIPE_FEES", 1635L));
        assertThat(refund(booked, 1)).contains(PaymentRefusal.TOO_MUCH_TO_REFUND);
        inStep(booked);
    }

    @Test
    void aChargebackThatIsLostTakesThePlaceOfARefundThatWaited() {
        var booked = paid();
        stripe.refundsAre(Refunds.REFUSED);
        assertThat(refund(booked, 4500)).isEmpty();
        tasks.runDue();
        var dispute = stripe.dispute(scene.money(booked).charge());
        told(booked);
        stripe.refundsAre(Refunds.PROMPT);
        stripe.disputeEnds(dispute.id(), false);
        told(booked);
        clock.forward(Duration.ofHours(1));
        tasks.runDue();
        assertThat(stripe.refundsOf(scene.money(booked).id())).isEmpty();
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.CHARGED_BACK);
        inStep(booked);
    }

    @Test
    void aBankThatOnlyAsksMovesNothing() {
        var booked = paid();
        var inquiry = stripe.inquire(scene.money(booked).charge());
        told(booked);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PAID);
        assertThat(refund(booked, 500)).as("a refund may settle it").isEmpty();
        stripe.disputeEnds(inquiry.id(), false);
        told(booked);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        inStep(booked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE ledger_entry SET currency = 'USD'", "DELETE FROM ledger_entry",
            "UPDATE ledger_line SET amount_minor = amount_minor + 1", "DELETE FROM ledger_line"})
    void theDatabaseRefusesToChangeIt(String change) {
        paid();
        assertThatThrownBy(() -> jdbc.sql(change + " LIMIT 1").update()).hasMessageContaining("only added to");
    }

    private void told(Booked booked) {
        scene.deliverAll(scene.session(booked));
        tasks.runDue();
    }

    private Optional<PaymentRefusal> refund(Booked booked, long minor) {
        return refund.refund(admin.viewer(), booked.id(), new Amount(minor, "EUR"), "A gesture", FormToken.next(),
                clock.instant());
    }

    private long askedToRefund(Booked booked) {
        return stripe.requests(Call.REFUND_CREATE)
            .stream()
            .filter(request -> request.form().contains(booked.id().toString()))
            .count();
    }

    /** What we say is on our account at Stripe for this booking is what Stripe says. */
    private void inStep(Booked booked) {
        assertThat(scene.balances(booked).getOrDefault("STRIPE", 0L)).isEqualTo(stripe.balanceOf(booked.id()));
        assertThat(unbalanced(booked.id())).isEmpty();
    }

    private List<Map<String, Object>> unbalanced(BookingId booking) {
        return jdbc.sql("""
                SELECT e.id FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id
                WHERE e.booking_id = ? GROUP BY e.id HAVING SUM(l.amount_minor) <> 0""")
            .param(Columns.param(booking.value()))
            .query()
            .listOfRows();
    }

}
