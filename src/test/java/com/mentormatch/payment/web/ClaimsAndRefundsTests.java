package com.mentormatch.payment.web;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mentormatch.payment.PaymentStatus;
import com.mentormatch.payment.PaymentTest;
import com.mentormatch.payment.RefundPayment;
import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.payment.StatementFilter;
import com.mentormatch.payment.StatementLine;
import com.mentormatch.payment.StatementPages;
import com.mentormatch.review.Opinion;
import com.mentormatch.review.Outcome;
import com.mentormatch.review.Refusal;
import com.mentormatch.review.WriteReview;
import com.mentormatch.sandbox.stripe.Refunds;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Two ways of giving back the same payment meet: nobody gets it twice, nothing waits for ever, and the pages say so. */
class ClaimsAndRefundsTests extends PaymentTest {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Cast cast;
    @Autowired
    RefundPayment refund;
    @Autowired
    StatementPages statements;
    @Autowired
    WriteReview review;
    @Autowired
    JdbcClient jdbc;

    private Booked booked;
    private Actor admin;

    @BeforeEach
    void aPaidSessionAhead() {
        booked = paid();
        admin = cast.admin();
    }

    @Test
    void aClaimToAPartTakesThatPartOfARefundThatWaits() {
        stripe.refundsAre(Refunds.REFUSED);
        cancel(booked.shop().mentor(), 4500);
        tasks.runDue();
        claim(1500, false);
        stripe.refundsAre(Refunds.PROMPT);
        later();
        assertThat(scene.sentBack(booked)).containsExactly(3000L);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.CHARGED_BACK);
        assertThat(scene.read(booked.mentee(), "/bookings/" + booked.id()))
            .contains("Your bank has taken €15 back for good", "€30 of what you paid went back to your card besides");
        nothingWaits();
    }

    /** A bank may decide for all of a payment of which a part went back before: that part is the platform's loss. */
    @Test
    void aBankThatKeepsMoreThanWasLeftLeavesNothingToPromise() {
        giveBack(2000);
        tasks.runDue();
        claim(4500, false);
        assertThat(scene.read(booked.mentee(), cancellation()))
            .contains("All of its money went back before, so there is none left to give back.");
        assertThat(scene.read(admin, "/admin/money/bookings/" + booked.id()))
            .contains("Lost to the bank beyond what was left")
            .doesNotContain("Give it back");
        cancel(booked.mentee(), 0);
        later();
        assertThat(scene.sentBack(booked)).containsExactly(2000L);
        nothingWaits();
    }

    @Test
    void whatThePlatformLosesIsNoFeeOfTheMentors() {
        scene.payable(booked.shop().mentor());
        scene.completed(booked);
        tasks.runDue();
        giveBack(2000);
        tasks.runDue();
        claim(4500, false);
        var filter = StatementFilter.of(null, null, null);
        assertThat(statements.of(booked.shop().mentor().viewer(), filter, null, clock.instant()).lines())
            .extracting(StatementLine::kind, line -> line.gross().minor(), line -> line.fee().minor(),
                    line -> line.net().minor())
            .contains(tuple(StatementLine.Kind.CHARGEBACK, -2500L, -250L, -2250L));
        assertThat(scene.read(booked.shop().mentor(), "/bookings/" + booked.id() + "/receipt"))
            .doesNotContain("Our fee of");
        nothingWaits();
    }

    @Test
    void aRefundThatComesBackIsNotMadeAgainWhereTheBankGaveTheSame() {
        giveBack(2000);
        tasks.runDue();
        claim(4500, false);
        stripe.refundComesBack(stripe.refundsOf(scene.money(booked).id()).getFirst().id());
        told();
        later();
        assertThat(scene.sentBack(booked)).containsExactly(2000L);
        nothingWaits();
    }

    /** What Stripe refuses an admin makes at Stripe, all of it or a part: ours then asks for the rest, if any. */
    @ParameterizedTest
    @CsvSource({"4500,", "1500,3000"})
    void aRefundMadeByHandTakesThePlaceOfTheOneStripeRefused(long byHand, Long rest) {
        stripe.refundsAre(Refunds.REFUSED);
        cancel(booked.shop().mentor(), 4500);
        tasks.runDue();
        stripe.refundsAre(Refunds.PROMPT);
        stripe.refundByHand(scene.money(booked).id(), byHand);
        told();
        later();
        assertThat(scene.sentBack(booked))
            .containsExactlyInAnyOrderElementsOf(rest == null ? List.of(byHand) : List.of(byHand, rest));
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.REFUNDED);
        nothingWaits();
    }

    @Test
    void aPartMadeByHandAfterStripeRefusedItGoesBackOnce() {
        stripe.refundsAre(Refunds.REFUSED);
        giveBack(1000);
        tasks.runDue();
        stripe.refundsAre(Refunds.PROMPT);
        stripe.refundByHand(scene.money(booked).id(), 1000);
        told();
        later();
        assertThat(scene.sentBack(booked)).containsExactly(1000L);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(scene.read(booked.mentee(), "/bookings/" + booked.id())).as("told once on the timeline")
            .containsOnlyOnce("MentorMatch gave €10 back to the mentee");
        nothingWaits();
    }

    @Test
    void whoCancelsWhileABankHasTheMoneyIsToldThatItWaits() {
        var dispute = stripe.dispute(scene.money(booked).charge());
        told();
        assertThat(scene.read(booked.mentee(), cancellation())).contains("All €45 goes back to the card",
                "Your bank has taken the payment back for now");
        assertThat(scene.read(booked.shop().mentor(), cancellation()))
            .contains("The bank of Mara Mentee has taken the payment back for now");
        assertThat(scene.read(admin, "/admin/bookings/" + booked.id() + "/cancellation"))
            .contains("The bank of Mara Mentee has taken the payment back for now");
        cancel(booked.mentee(), 4500);
        assertThat(jdbc.sql("SELECT text_part FROM mail WHERE booking_id = ? AND kind = 'CANCELLED'")
            .param(Columns.param(booked.id().value()))
            .query(String.class)
            .list()).hasSize(2).allMatch(text -> text.replaceAll("\\s+", " ").contains("back for now"));
        stripe.disputeEnds(dispute.id(), true);
        told();
        later();
        assertThat(scene.sentBack(booked)).containsExactly(4500L);
        nothingWaits();
    }

    @Test
    void ofTwoClaimsEachTakesItsOwn() {
        scene.payable(booked.shop().mentor());
        scene.completed(booked);
        tasks.runDue();
        var first = stripe.dispute(scene.money(booked).charge(), 1000);
        var second = stripe.dispute(scene.money(booked).charge(), 1500);
        told();
        stripe.disputeEnds(first.id(), false);
        told();
        assertThat(balance("CHARGEBACKS")).as("the other one is not decided").isEqualTo(1500);
        assertThat(balance("OWED")).isEqualTo(-3150);
        stripe.disputeEnds(second.id(), true);
        told();
        assertThat(balance("OWED")).isEqualTo(-3150);
        assertThat(scene.read(booked.mentee(), "/bookings/" + booked.id())).contains("has taken €10 back for good");
        nothingWaits();
    }

    /** What was shared out as lost cannot be put together again by itself: admins see both sides. */
    @Test
    void aBankThatThinksAgainIsShownToAdmins() {
        claim(4500, false);
        nothingWaits();
        stripe.disputeTurns(stripe.disputesOf(scene.money(booked).charge()).getFirst().id());
        told();
        assertThat(scene.read(admin, "/admin/money")).contains("EUR -45.00", booked.id().toString());
    }

    @Test
    void aSessionOfWhichAllWentBackPaysNobodyAndIsNotReviewed() {
        giveBack(4500);
        tasks.runDue();
        clock.moveTo(booked.start().plus(Duration.ofHours(2)));
        tasks.runDue();
        assertThat(scene.read(booked.mentee(), "/bookings/" + booked.id())).contains("With your word this is done")
            .doesNotContain("is paid");
        assertThat(scene.read(booked.mentee(), "/bookings/" + booked.id() + "/dispute"))
            .contains("has 48 hours to answer")
            .doesNotContain("what you get back");
        clock.moveTo(booked.start().plus(Duration.ofDays(5)));
        tasks.runDue();
        assertThat(review.write(booked.mentee().viewer(), booked.id(), new Opinion(5, "Splendid", false),
                FormToken.next(), clock.instant()))
            .isEqualTo(new Outcome.Refused(Refusal.REVIEW_REFUNDED));
    }

    private void giveBack(long minor) {
        assertThat(refund.refund(admin.viewer(), booked.id(), new Amount(minor, "EUR"), "A gesture", FormToken.next(),
                clock.instant()))
            .isEmpty();
    }

    private void claim(long minor, boolean won) {
        var dispute = stripe.dispute(scene.money(booked).charge(), minor);
        told();
        stripe.disputeEnds(dispute.id(), won);
        told();
    }

    private void told() {
        scene.deliverAll(scene.session(booked));
        tasks.runDue();
    }

    private void later() {
        clock.forward(Duration.ofHours(7));
        tasks.runDue();
    }

    /** No refund waits, each entry balances, and what the ledger has at Stripe is there. */
    private void nothingWaits() {
        var id = Columns.param(booked.id().value());
        assertThat(jdbc.sql("SELECT id FROM refund WHERE booking_id = ? AND status IN ('OWED', 'UNDER_WAY')")
            .param(id)
            .query()
            .listOfRows()).isEmpty();
        assertThat(jdbc.sql("SELECT id FROM money_mismatch WHERE booking_id = ? AND cleared_at IS NULL")
            .param(id)
            .query()
            .listOfRows()).isEmpty();
        assertThat(balance("REFUNDS")).isZero();
        assertThat(balance("CHARGEBACKS")).isZero();
        assertThat(balance("STRIPE")).isEqualTo(stripe.balanceOf(booked.id()));
    }

    private long balance(String account) {
        return scene.balances(booked).getOrDefault(account, 0L);
    }

    private String cancellation() {
        return "/bookings/" + booked.id() + "/cancellation";
    }

    private void cancel(Actor actor, long shown) {
        assertThat(mvc.post()
            .uri(cancellation())
            .with(formKey())
            .with(actor.login())
            .param("formToken", FormToken.next().toString())
            .param("back", String.valueOf(shown))
            .exchange()).hasStatus(303);
    }
}
