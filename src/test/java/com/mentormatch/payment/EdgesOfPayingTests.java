package com.mentormatch.payment;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.SuspendAccount;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.CheckoutDesk;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.EditOffers;
import com.mentormatch.mentor.OfferDraft;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferOutcome;
import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.sandbox.stripe.Call;
import com.mentormatch.sandbox.stripe.Fault;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.testing.Cast;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What happens between somebody's going off to pay and their money's arrival, each with its end. */
class EdgesOfPayingTests extends PaymentTest {

    @Autowired
    SettlePayment settle;
    @Autowired
    Payments payments;
    @Autowired
    BookingFacts facts;
    @Autowired
    CheckoutDesk desk;
    @Autowired
    EditOffers offers;
    @Autowired
    SuspendAccount suspend;
    @Autowired
    Cast cast;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MockMvcTester mvc;

    @Test
    void ofTwoCheckoutsThatAreBothPaidOneIsKeptAndTheOtherGoesBack() {
        var booked = scene.instant(scene.shop());
        var sessions = twoCheckouts(booked);
        sessions.forEach(stripe::pay);
        sessions.reversed().forEach(scene::deliverAll);
        tasks.runDue();
        oneKept(booked, sessions);
        assertThat(mails(booked, "REFUNDED")).isEqualTo(1);
        assertThat(page(booked)).as("what was kept is what is shown").contains("You paid €45");
    }

    /** The two are heard of in the same moment, on two threads as on two nodes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void ofTwoHeardOfAtOnceOneIsKept(int round) throws Exception {
        var booked = scene.instant(scene.shop());
        var sessions = twoCheckouts(booked);
        sessions.forEach(stripe::pay);
        var gate = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var one : threads.invokeAll(
                    payments.findByBookingOrderByAttempt(booked.id()).stream().map(payment -> (Callable<Void>) () -> {
                        gate.await();
                        settle.settle(payment, clock.instant());
                        return null;
                    }).toList())) {
                one.get();
            }
        }
        tasks.runDue();
        oneKept(booked, sessions);
    }

    @Test
    void ofTwoCheckoutsTheOneNotPaidIsClosed() {
        var booked = scene.instant(scene.shop());
        var sessions = twoCheckouts(booked);
        stripe.pay(sessions.getFirst());
        scene.deliverAll(sessions.getFirst());
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(stripe.session(sessions.getLast()).status()).isEqualTo("expired");
        assertThat(payments.findByBookingOrderByAttempt(booked.id())).extracting(Payment::status)
            .containsExactly(PaymentStatus.PAID, PaymentStatus.VOIDED);
        assertThat(read(booked, "/payments")).as("the one that counts")
            .contains("data-status=\"paid\"")
            .doesNotContain("data-status=\"voided\"");
    }

    @Test
    void ofTwoAuthorisationsOneIsSetFree() {
        var booked = scene.request(scene.shop());
        var sessions = twoCheckouts(booked);
        sessions.forEach(stripe::pay);
        sessions.forEach(scene::deliverAll);
        tasks.runDue();
        assertThat(sessions).extracting(session -> scene.money(session).status())
            .containsExactlyInAnyOrder("requires_capture", "canceled");
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.REQUESTED);
        scene.accept(booked);
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(sessions.stream().mapToLong(session -> scene.money(session).received()).sum()).isEqualTo(4500);
    }

    @Test
    void aPriceEditedDuringCheckoutIsNotTheirs() {
        var booked = scene.instant(scene.shop());
        var session = scene.checkout(booked);
        assertThat(offers.change(booked.shop().mentor().id(), booked.shop().instant().id(), new OfferDraft(
                "A dearer hour", OfferKind.ONE_ON_ONE, 60, new Amount(9900, "EUR"), Confirmation.REQUEST, 0, true)))
            .isInstanceOf(OfferOutcome.Saved.class);
        assertThat(desk.open(booked.id(), clock.instant())).as("back from there and off again")
            .isEqualTo(new CheckoutDesk.Redirect(stripe.session(session).url()));
        stripe.pay(session);
        scene.deliverAll(session);
        tasks.runDue();
        assertThat(scene.status(booked)).as("confirmed as it was booked").isEqualTo(BookingStatus.CONFIRMED);
        assertThat(scene.money(session).received()).isEqualTo(4500);
        assertThat(facts.of(booked.id(), clock.instant()).orElseThrow().price()).isEqualTo(new Amount(4500, "EUR"));
    }

    @Test
    void aCardThatFailsAfterTheYesIsFollowedByAnotherWithinADay() {
        var booked = failed();
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.FAILED);
        assertThat(heard.names(booked.id())).containsExactly("Authorised", "CaptureFailed");
        assertThat(mails(booked, "PAY_AGAIN")).as("both know").isEqualTo(2);
        assertThat(page(booked)).contains("but your card could not be charged", "the time is kept for you", "Pay €45");

        clock.forward(Duration.ofHours(23));
        assertThat(checkout(booked)).hasStatus(303);
        var session = stripe.sessionsOf(booked.id()).getLast();
        assertThat(session.manual()).as("the mentor has said yes: charged at once").isFalse();
        assertThat(session.detail()).contains("Your card is charged now");
        stripe.pay(session.id());
        scene.deliverAll(session.id());
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(scene.money(session.id()).received()).isEqualTo(4500);
        assertThat(heard.names(booked.id())).containsExactly("Authorised", "CaptureFailed", "Paid");
        assertThat(page(booked)).contains("You paid €45");
    }

    @Test
    void whoLeavesThatCheckoutFindsAnother() {
        var booked = failed();
        assertThat(checkout(booked)).hasStatus(303);
        var first = stripe.sessionsOf(booked.id()).getLast();
        assertThat(checkout(booked)).hasStatus(303);
        assertThat(stripe.sessionsOf(booked.id()).getLast()).isEqualTo(first);
        clock.forward(Duration.ofHours(2));
        assertThat(page(booked)).contains("Pay €45");
        assertThat(checkout(booked)).hasStatus(303);
        var second = stripe.sessionsOf(booked.id()).getLast();
        assertThat(second.id()).isNotEqualTo(first.id());
        stripe.pay(second.id());
        scene.deliverAll(second.id());
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void whoDoesNotPayAgainLosesTheTimeAndIsChargedNothing() {
        var booked = failed();
        clock.forward(Duration.ofHours(24).plusMinutes(1));
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.EXPIRED);
        assertThat(mails(booked, "CHARGE_FAILED")).isEqualTo(2);
        assertThat(page(booked)).contains("the time is free again").doesNotContain("Pay €45");
        assertThat(stripe.sessionsOf(booked.id())).extracting(session -> scene.money(session.id()).received())
            .containsOnly(0L);
        scene.book(booked.shop(), booked.shop().request(), booked.start());
    }

    /** Stripe had let go of it before the mentor answered. */
    @Test
    void anAuthorisationThatLapsedBeforeTheYesIsPaidAgainAfterIt() {
        var booked = authorised();
        clock.forward(Duration.ofHours(40));
        stripe.lapse(scene.session(booked));
        scene.deliverAll(scene.session(booked));
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.REQUESTED);
        scene.accept(booked);
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.AWAITING_PAYMENT);
        assertThat(mails(booked, "PAY_AGAIN")).isEqualTo(2);
        assertThat(page(booked)).contains("Pay €45");
    }

    @Test
    void aMentorSuspendedDuringCheckoutIsPaidNothing() {
        var booked = scene.instant(scene.shop());
        var session = scene.checkout(booked);
        stripe.pay(session);
        suspended(booked);
        scene.deliverAll(session);
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.DECLINED);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(stripe.refundsOf(scene.money(session).id())).singleElement()
            .satisfies(refund -> assertThat(refund.amount()).isEqualTo(4500));
    }

    @Test
    void aMentorSuspendedBeforeTheYesLeavesNothingCharged() {
        var booked = authorised();
        suspended(booked);
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.DECLINED);
        assertThat(scene.money(booked).status()).isEqualTo("canceled");
        assertThat(scene.money(booked).received()).isZero();
    }

    @Test
    void aMentorSuspendedBetweenTheYesAndTheChargeLeavesNothingCharged() {
        var booked = failed();
        suspended(booked);
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.DECLINED);
        assertThat(checkout(booked)).hasStatus(303).hasHeader("Location", "/bookings/" + booked.id());
        assertThat(stripe.sessionsOf(booked.id())).hasSize(1);
        assertThat(mails(booked, "DECLINED")).as("told to the mentee, who was asked to pay again").isEqualTo(1);
        assertThat(read(booked, "/bookings/" + booked.id())).contains("declined. Nothing was charged");
    }

    /** The hold ran out while Stripe could not be asked; the time is free, but nobody would come. */
    @Test
    void lateMoneyForASuspendedMentorGoesBack() {
        var booked = scene.instant(scene.shop());
        var session = scene.checkout(booked);
        stripe.pay(session);
        stripe.faults().failAll(Call.ANY, Fault.ERROR_500);
        clock.forward(Duration.ofMinutes(37));
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.EXPIRED);
        suspended(booked);
        stripe.faults().clear();

        scene.deliverAll(session);
        clock.forward(Duration.ofMinutes(11));
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.EXPIRED);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void aMentorSuspendedBeforeTheSessionGivesAllOfItBack() {
        var booked = scene.instant(scene.shop());
        scene.paid(booked);
        tasks.runDue();
        suspended(booked);
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CANCELLED);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(stripe.transfersOf(booked.id())).isEmpty();
    }

    private void suspended(Booked booked) {
        assertThat(suspend.suspend(cast.admin().viewer(), booked.shop().mentor().id(), "Fraud", clock.instant()))
            .isEmpty();
        tasks.runDue();
    }

    /** Two attempts, both open at Stripe, as where the key of the first was forgotten there before its answer came. */
    private List<String> twoCheckouts(Booked booked) {
        var first = scene.checkout(booked);
        payments.save(new Payment(facts.of(booked.id(), clock.instant()).orElseThrow(), 2, clock.instant()));
        return List.of(first, scene.checkout(booked));
    }

    private void oneKept(Booked booked, List<String> sessions) {
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(payments.findByBookingOrderByAttempt(booked.id())).extracting(Payment::status)
            .containsExactlyInAnyOrder(PaymentStatus.PAID, PaymentStatus.REFUNDED);
        assertThat(sessions.stream().flatMap(session -> stripe.refundsOf(scene.money(session).id()).stream()))
            .singleElement()
            .satisfies(refund -> assertThat(refund.amount()).isEqualTo(4500));
        assertThat(heard.names(booked.id())).containsExactlyInAnyOrder("Paid", "Refunded");
        assertThat(heard.about(booked.id())).filteredOn(PaymentEvent.Refunded.class::isInstance)
            .extracting(event -> ((PaymentEvent.Refunded) event).reason())
            .containsExactly(RefundReason.TWICE);
    }

    private Booked authorised() {
        var shop = scene.shop();
        var booked = scene.book(shop, shop.request(), scene.slot(20));
        scene.paid(booked);
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.REQUESTED);
        return booked;
    }

    /** Authorised, accepted, and by then the bank no longer gives the money. */
    private Booked failed() {
        var booked = authorised();
        scene.accept(booked);
        stripe.lapse(scene.session(booked));
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.AWAITING_PAYMENT);
        return booked;
    }

    private MvcTestResult checkout(Booked booked) {
        return mvc.post()
            .uri("/bookings/{id}/checkout", booked.id())
            .accept(MediaType.TEXT_HTML)
            .with(formKey())
            .with(booked.mentee().login())
            .exchange();
    }

    private String page(Booked booked) {
        return read(booked, "/bookings/" + booked.id() + "/payment");
    }

    private String read(Booked booked, String path) {
        var answer = mvc.get().uri(path).with(booked.mentee().login()).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private int mails(Booked booked, String kind) {
        return jdbc.sql("SELECT COUNT(*) FROM mail WHERE booking_id = ? AND kind = ?")
            .params(Columns.param(booked.id().value()), kind)
            .query(Integer.class)
            .single();
    }
}
