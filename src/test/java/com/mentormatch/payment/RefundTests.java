package com.mentormatch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.BookingPages;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.CancelBooking;
import com.mentormatch.booking.Outcome;
import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.sandbox.stripe.Call;
import com.mentormatch.sandbox.stripe.Fault;
import com.mentormatch.sandbox.stripe.Refunds;
import com.mentormatch.sandbox.stripe.Request;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a cancellation does to the money: the amount that was shown goes back once, however Stripe behaves. */
class RefundTests extends PaymentTest {

    @Autowired
    CancelBooking cancel;
    @Autowired
    BookingPages pages;
    @Autowired
    Reconcile reconcile;
    @Autowired
    JdbcClient jdbc;

    @Test
    void allOfItGoesBackADayAhead() {
        var booked = paid(scene.instant(scene.shop()));
        cancel(booked.mentee(), booked);
        assertThat(scene.payment(booked)).as("owed from the click on").isEqualTo(PaymentStatus.REFUND_PENDING);
        tasks.runDue();
        assertThat(scene.sentBack(booked)).containsExactly(4500L);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(heard.about(booked.id())).last().isInstanceOfSatisfying(PaymentEvent.Refunded.class, refunded -> {
            assertThat(refunded.reason()).isEqualTo(RefundReason.CANCELLED);
            assertThat(refunded.amount().minor()).isEqualTo(4500);
        });
    }

    @Test
    void nothingGoesBackTooLate() {
        var booked = paid(scene.instant(scene.shop()));
        clock.moveTo(booked.start().minus(Duration.ofHours(23)));
        cancel(booked.mentee(), booked);
        tasks.runDue();
        assertThat(scene.sentBack(booked)).isEmpty();
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PAID);
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CANCELLED);
    }

    @Test
    void allOfItGoesBackWhenTheMentorCancelsAtTheLastMinute() {
        var booked = paid(scene.instant(scene.shop()));
        clock.moveTo(booked.start().minusSeconds(30));
        cancel(booked.shop().mentor(), booked);
        tasks.runDue();
        assertThat(scene.sentBack(booked)).containsExactly(4500L);
    }

    @ParameterizedTest
    @CsvSource({"EUR, 4501, 2251", "JPY, 4501, 2251", "KWD, 4510, 2260"})
    void aPartGoesBackInEveryKindOfCurrency(String currency, long price, long half) {
        var booked = paid(scene.half(new Amount(price, currency)));
        clock.moveTo(booked.start().minus(Duration.ofHours(3)));
        cancel(booked.mentee(), booked);
        tasks.runDue();
        assertThat(scene.sentBack(booked)).containsExactly(half);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    }

    @Test
    void aRefundStripeRefusesStaysPendingAndIsAskedForAgain() {
        var booked = paid(scene.half(new Amount(4500, "EUR")));
        clock.moveTo(booked.start().minus(Duration.ofHours(3)));
        stripe.refundsAre(Refunds.REFUSED);
        cancel(booked.mentee(), booked);
        tasks.runDue();
        clock.forward(Duration.ofMinutes(1));
        tasks.runDue();
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.REFUND_PENDING);
        stripe.refundsAre(Refunds.PROMPT);
        clock.forward(Duration.ofMinutes(11));
        tasks.runDue();
        assertThat(scene.sentBack(booked)).containsExactly(2250L);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(keys(booked)).as("a new try is a new question").doesNotHaveDuplicates().hasSizeGreaterThan(2);
    }

    @Test
    void aRefundThatFailsLaterIsMadeAgain() {
        var booked = paid(scene.half(new Amount(4500, "EUR")));
        clock.moveTo(booked.start().minus(Duration.ofHours(3)));
        stripe.refundsAre(Refunds.SLOW);
        cancel(booked.mentee(), booked);
        tasks.runDue();
        clock.forward(Duration.ofMinutes(30));
        tasks.runDue();
        assertThat(scene.sentBack(booked)).as("asked once, however long it takes").containsExactly(2250L);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.REFUND_PENDING);
        stripe.refundsEnd(false);
        clock.forward(Reconcile.PACE);
        reconcile.reconcile(clock.instant());
        tasks.runDue();
        assertThat(scene.sentBack(booked)).containsExactly(2250L, 2250L);
        stripe.refundsEnd(true);
        clock.forward(Reconcile.PACE);
        reconcile.reconcile(clock.instant());
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverFailsAtRefundingAPartThereIsOneRefund(Fault fault) {
        var booked = paid(scene.half(new Amount(4500, "EUR")));
        clock.moveTo(booked.start().minus(Duration.ofHours(3)));
        cancel(booked.mentee(), booked);
        stripe.faults().failAll(Call.REFUND_CREATE, fault);
        tasks.runDue();
        stripe.faults().clear();
        clock.forward(Duration.ofMinutes(10));
        tasks.runDue();
        assertThat(scene.sentBack(booked)).containsExactly(2250L);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(keys(booked)).hasSizeGreaterThan(0).allMatch(keys(booked).getFirst()::equals);
    }

    @Test
    void acceptedAndCancelledBeforeTheCaptureChargesNothing() {
        var booked = authorised(scene.request(scene.shop()));
        scene.accept(booked);
        cancel(booked.mentee(), booked);
        tasks.runDue();
        assertThat(scene.money(booked).status()).isEqualTo("canceled");
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.VOIDED);
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CANCELLED);
    }

    @Test
    void acceptedAndCancelledWhileTheCaptureIsUnderWayGivesAllOfItBack() {
        var booked = authorised(scene.request(scene.shop()));
        scene.accept(booked);
        stripe.faults().failAll(Call.SESSION_RETRIEVE, Fault.ERROR_500);
        tasks.runDue();
        stripe.faults().clear();
        stripe.capture(scene.session(booked));
        cancel(booked.mentee(), booked);
        clock.forward(Duration.ofMinutes(10));
        tasks.runDue();
        assertThat(scene.sentBack(booked)).containsExactly(4500L);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(mails(booked)).as("the cancellation said that nothing is charged").containsExactly("REFUNDED");
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CANCELLED);
    }

    @Test
    void acceptedAndNeverCapturedIsLetGoWhenItWouldHaveBegun() {
        var booked = authorised(scene.request(scene.shop()));
        scene.accept(booked);
        stripe.faults().failAll(Call.INTENT_CAPTURE, Fault.UNAVAILABLE_503);
        tasks.runDue();
        clock.moveTo(booked.start().plusSeconds(1));
        stripe.faults().clear();
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.EXPIRED);
        assertThat(scene.money(booked).received()).isZero();
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.VOIDED);
    }

    private Booked paid(Booked booked) {
        authorised(booked);
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
        return booked;
    }

    private Booked authorised(Booked booked) {
        scene.paid(booked);
        tasks.runDue();
        return booked;
    }

    private void cancel(Actor person, Booked booked) {
        var now = clock.instant();
        var shown = pages.show(person.viewer(), booked.id(), now).orElseThrow().cancel().back().minor();
        assertThat(cancel.cancel(person.viewer(), booked.id(), null, shown, FormToken.next(), now))
            .isEqualTo(new Outcome.Done(booked.id()));
    }

    private List<String> mails(Booked booked) {
        return jdbc.sql("SELECT kind FROM mail WHERE booking_id = ? AND kind = 'REFUNDED'")
            .param(Columns.param(booked.id().value()))
            .query(String.class)
            .list();
    }

    private List<String> keys(Booked booked) {
        var payment = scene.row(booked).id().toString();
        return stripe.requests(Call.REFUND_CREATE)
            .stream()
            .filter(request -> request.form().contains(payment))
            .map(Request::idempotencyKey)
            .toList();
    }
}
