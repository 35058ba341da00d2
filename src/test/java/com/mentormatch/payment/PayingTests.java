package com.mentormatch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.CheckoutDesk;
import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.sandbox.stripe.Call;
import com.mentormatch.sandbox.stripe.Fault;
import com.mentormatch.sandbox.stripe.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ways of a booking's money, from the first click to its end, with Stripe's part played by the stand-in. */
class PayingTests extends PaymentTest {

    @Autowired
    CheckoutDesk desk;
    @Autowired
    SettlePayment settle;
    @Autowired
    Reconcile reconcile;

    @Test
    void instantIsChargedAndConfirmed() {
        var booked = scene.instant(scene.shop());
        var id = scene.checkout(booked);

        var session = stripe.session(id);
        assertThat(session.amount()).isEqualTo(4500);
        assertThat(session.currency()).isEqualTo("eur");
        assertThat(session.manual()).isFalse();
        assertThat(session.product()).contains("A good hour", "Milo Mentor");
        assertThat(session.successUrl()).endsWith("/bookings/" + booked.id() + "/paid");
        assertThat(Duration.between(clock.instant(), Instant.ofEpochSecond(session.expiresAt())))
            .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(31));
        assertThat(scene.row(booked).holdUntil())
            .isEqualTo(Instant.ofEpochSecond(session.expiresAt()).plusSeconds(300));
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.AWAITING_PAYMENT);

        stripe.pay(id);
        scene.deliverAll(id);
        tasks.runDue();

        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PAID);
        assertThat(heard.about(booked.id())).singleElement().isInstanceOfSatisfying(PaymentEvent.Paid.class, paid -> {
            assertThat(paid.amount().minor()).isEqualTo(4500);
            assertThat(paid.card()).isEqualTo("Visa •••• 4242");
        });
    }

    @Test
    void requestIsAuthorisedThenCapturedOnYes() {
        var booked = scene.request(scene.shop());
        var id = paidFor(booked);
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.REQUESTED);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(scene.money(id).received()).isZero();

        scene.accept(booked);
        assertThat(scene.money(id).received()).isZero();
        tasks.runDue();

        assertThat(scene.money(id).received()).isEqualTo(4500);
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(heard.names(booked.id())).containsExactly("Authorised", "Paid");
    }

    @Test
    void declineVoids() {
        var booked = scene.request(scene.shop());
        var id = paidFor(booked);
        scene.decline(booked);
        tasks.runDue();
        nothingCharged(booked, id);
    }

    @Test
    void withdrawalVoids() {
        var booked = scene.request(scene.shop());
        var id = paidFor(booked);
        scene.withdraw(booked);
        tasks.runDue();
        nothingCharged(booked, id);
    }

    @Test
    void anUnansweredRequestIsVoided() {
        var booked = scene.request(scene.shop());
        var id = paidFor(booked);
        clock.forward(Duration.ofHours(48).plusMinutes(1));
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.EXPIRED);
        nothingCharged(booked, id);
    }

    private void nothingCharged(Booked booked, String session) {
        assertThat(scene.money(session).status()).isEqualTo("canceled");
        assertThat(scene.money(session).received()).isZero();
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.VOIDED);
        assertThat(heard.names(booked.id())).containsExactly("Authorised", "Voided");
    }

    @Test
    void anUnpaidWithdrawalClosesTheCheckout() {
        var booked = scene.instant(scene.shop());
        var id = scene.checkout(booked);
        scene.withdraw(booked);
        tasks.runDue();
        assertThat(stripe.session(id).status()).isEqualTo("expired");
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.VOIDED);
        assertThat(heard.names(booked.id())).isEmpty();
    }

    @Test
    void paidInOneTabWithdrawnInTheOtherIsRefunded() {
        var booked = scene.instant(scene.shop());
        var id = scene.checkout(booked);
        stripe.pay(id);
        scene.withdraw(booked);
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.WITHDRAWN);
        refundedInFull(booked, id);
    }

    @Test
    void aHoldLeftToExpireIsNeverCharged() {
        var booked = scene.instant(scene.shop());
        var id = scene.checkout(booked);
        clock.forward(Duration.ofMinutes(37));
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.EXPIRED);
        assertThat(stripe.session(id).status()).isEqualTo("expired");
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.VOIDED);
        assertThat(heard.names(booked.id())).isEmpty();
    }

    @Test
    void aPaymentNobodyToldUsOfIsFoundAtTheEndOfTheCheckout() {
        var booked = scene.instant(scene.shop());
        var id = scene.checkout(booked);
        stripe.pay(id);
        clock.forward(Duration.ofMinutes(32));
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void lostWebhooksAreFoundByReconciliation() {
        var shop = scene.shop();
        var bookings = IntStream.range(0, 20)
            .mapToObj(hour -> scene.book(shop, hour % 2 == 0 ? shop.instant() : shop.request(),
                    scene.slot(9).plus(Duration.ofHours(hour))))
            .toList();
        bookings.forEach(booked -> stripe.pay(scene.checkout(booked)));
        clock.forward(Reconcile.PACE);
        reconcile.reconcile(clock.instant());
        assertThat(bookings).extracting(scene::status).containsOnly(BookingStatus.CONFIRMED, BookingStatus.REQUESTED);
        assertThat(bookings).extracting(scene::payment).containsOnly(PaymentStatus.PAID, PaymentStatus.AUTHORIZED);
    }

    @Test
    void lateMoneyFindsItsTimeStillFree() {
        var instant = scene.instant(scene.shop());
        var request = scene.request(scene.shop());
        var paidInstant = paidInTime(instant);
        var paidRequest = paidInTime(request);
        holdsEndUnheardOf(instant, request);

        settle.settle(instant.id(), clock.instant());
        settle.settle(request.id(), clock.instant());
        clock.forward(Duration.ofMinutes(11));
        tasks.runDue();

        assertThat(scene.status(instant)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(scene.money(paidInstant).received()).isEqualTo(4500);
        assertThat(stripe.refundsOf(scene.money(paidInstant).id())).isEmpty();
        assertThat(scene.status(request)).isEqualTo(BookingStatus.REQUESTED);
        assertThat(scene.money(paidRequest).status()).isEqualTo("requires_capture");
    }

    @Test
    void lateMoneyForATimeThatIsTakenGoesBack() {
        var shop = scene.shop();
        var instant = scene.instant(shop);
        var paidInstant = paidInTime(instant);
        var requestShop = scene.shop();
        var request = scene.request(requestShop);
        var paidRequest = paidInTime(request);
        holdsEndUnheardOf(instant, request);
        scene.book(shop, shop.instant(), instant.start());
        scene.book(requestShop, requestShop.instant(), request.start());

        settle.settle(instant.id(), clock.instant());
        settle.settle(request.id(), clock.instant());
        clock.forward(Duration.ofMinutes(11));
        tasks.runDue();

        assertThat(scene.status(instant)).isEqualTo(BookingStatus.EXPIRED);
        refundedInFull(instant, paidInstant);
        assertThat(scene.status(request)).isEqualTo(BookingStatus.EXPIRED);
        assertThat(scene.money(paidRequest).status()).isEqualTo("canceled");
        assertThat(scene.payment(request)).isEqualTo(PaymentStatus.VOIDED);
        assertThat(heard.about(request.id())).singleElement()
            .isInstanceOfSatisfying(PaymentEvent.Voided.class, voided -> assertThat(voided.late()).isTrue());
    }

    private String paidInTime(Booked booked) {
        var id = scene.checkout(booked);
        stripe.pay(id);
        return id;
    }

    /** No webhook comes, and Stripe cannot be asked. */
    private void holdsEndUnheardOf(Booked... bookings) {
        stripe.faults().failAll(Call.ANY, Fault.ERROR_500);
        clock.forward(Duration.ofMinutes(37));
        tasks.runDue();
        assertThat(bookings).extracting(scene::status).containsOnly(BookingStatus.EXPIRED);
        assertThat(bookings).extracting(scene::payment).containsOnly(PaymentStatus.PENDING);
        stripe.faults().clear();
    }

    private void refundedInFull(Booked booked, String session) {
        assertThat(stripe.refundsOf(scene.money(session).id())).singleElement()
            .satisfies(refund -> assertThat(refund.amount()).isEqualTo(4500));
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(heard.about(booked.id())).singleElement()
            .isInstanceOfSatisfying(PaymentEvent.Refunded.class,
                    refunded -> assertThat(refunded.reason()).isEqualTo(RefundReason.LATE));
    }

    @Test
    void clickingTenTimesOpensOneCheckout() throws Exception {
        var booked = scene.instant(scene.shop());
        var before = stripe.requests(Call.SESSION_CREATE).size();
        var gate = new CountDownLatch(1);
        var pages = new HashSet<CheckoutDesk.CheckoutOutcome>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clicks = IntStream.range(0, 10).mapToObj(_ -> threads.submit(() -> {
                gate.await();
                return desk.open(booked.id(), clock.instant());
            })).toList();
            gate.countDown();
            for (var click : clicks) {
                pages.add(click.get());
            }
        }
        assertThat(pages).singleElement().isInstanceOf(CheckoutDesk.Redirect.class);
        assertThat(stripe.sessionsOf(booked.id())).hasSize(1);
        assertThat(stripe.requests(Call.SESSION_CREATE).stream().skip(before)).extracting(Request::idempotencyKey)
            .containsOnly("checkout-" + scene.row(booked).id());
    }

    @Test
    void anAttemptThatNeverReachedStripeIsFollowedByAnother() {
        var booked = scene.instant(scene.shop());
        stripe.faults().failAll(Call.SESSION_CREATE, Fault.UNAVAILABLE_503);
        assertThat(desk.open(booked.id(), clock.instant())).isInstanceOf(CheckoutDesk.Unavailable.class);
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.AWAITING_PAYMENT);

        stripe.faults().clear();
        clock.forward(Duration.ofMinutes(10));
        var id = scene.checkout(booked);
        assertThat(stripe.sessionsOf(booked.id())).hasSize(1);
        assertThat(scene.row(booked).attempt()).isEqualTo(2);
        stripe.pay(id);
        clock.forward(Duration.ofMinutes(25));
        settle.settle(booked.id(), clock.instant());
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void anAttemptWhoseAnswerWasLostIsFoundAgainWithItsKey() {
        var booked = scene.instant(scene.shop());
        stripe.faults().failNext(Call.SESSION_CREATE, Fault.RESET_AFTER, 1);
        stripe.faults().failNext(Call.SESSION_CREATE, Fault.ERROR_500, 2);
        assertThat(desk.open(booked.id(), clock.instant())).isInstanceOf(CheckoutDesk.Unavailable.class);
        clock.forward(Duration.ofMinutes(10));
        scene.checkout(booked);
        assertThat(stripe.sessionsOf(booked.id())).hasSize(1);
        assertThat(scene.row(booked).attempt()).isEqualTo(1);
    }

    @Test
    void anAuthorisationThatLapsesBeforeTheCaptureChargesNobody() {
        var shop = scene.shop();
        var booked = scene.book(shop, shop.request(), scene.slot(20));
        var id = paidFor(booked);
        clock.forward(Duration.ofHours(47));
        scene.accept(booked);
        stripe.faults().failAll(Call.INTENT_CAPTURE, Fault.UNAVAILABLE_503);
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.REQUESTED);
        clock.forward(Duration.ofDays(6));
        stripe.faults().clear();
        tasks.runDue();
        assertThat(scene.money(id).received()).isZero();
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.FAILED);
        assertThat(scene.status(booked)).as("until it is paid again").isEqualTo(BookingStatus.AWAITING_PAYMENT);
        assertThat(heard.names(booked.id())).containsExactly("Authorised", "CaptureFailed");
    }

    private String paidFor(Booked booked) {
        var id = scene.checkout(booked);
        stripe.pay(id);
        scene.deliverAll(id);
        tasks.runDue();
        return id;
    }
}
