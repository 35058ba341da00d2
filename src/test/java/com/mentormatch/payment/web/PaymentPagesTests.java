package com.mentormatch.payment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static com.mentormatch.testing.FormKey.formKey;

import com.mentormatch.booking.BookingStatus;
import com.mentormatch.payment.PaymentTest;
import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.sandbox.stripe.Call;
import com.mentormatch.sandbox.stripe.Fault;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The doors of a booking's money: who gets in, what they read, where they are sent. */
class PaymentPagesTests extends PaymentTest {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Cast cast;

    @Test
    void theMenteeIsSentToTheOpenCheckout() {
        var booked = scene.instant(scene.shop());
        var session = scene.checkout(booked);
        assertThat(checkout(booked, booked.mentee())).hasStatus(303)
            .hasHeader("Location", stripe.session(session).url().toString());
        assertThat(checkout(booked, booked.mentee())).hasStatus(303)
            .hasHeader("Location", stripe.session(session).url().toString());
        assertThat(mvc.post()
            .uri("/bookings/{id}/checkout", booked.id())
            .with(formKey())
            .with(booked.mentee().login())
            .header("HX-Request", "true")).hasHeader("HX-Redirect", stripe.session(session).url().toString());
    }

    @Test
    void whoHasPaidAlreadyIsNotSentAgain() {
        var booked = scene.instant(scene.shop());
        stripe.pay(scene.checkout(booked));
        assertThat(checkout(booked, booked.mentee())).hasStatus(303).hasHeader("Location", "/bookings/" + booked.id());
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void withoutStripeNothingIsChargedAndTheTimeIsKept() {
        var booked = scene.instant(scene.shop());
        stripe.faults().failAll(Call.ANY, Fault.UNAVAILABLE_503);
        assertThat(checkout(booked, booked.mentee())).hasStatus(503)
            .bodyText()
            .contains("Nothing was charged", "Your time is kept until", "Try again to pay €45");
        assertThat(mvc.get().uri("/bookings/{id}/checkout", booked.id()).with(booked.mentee().login())).hasStatus(503);
        assertThat(mvc.post()
            .uri("/bookings/{id}/checkout", booked.id())
            .with(formKey())
            .with(booked.mentee().login())
            .header("HX-Request", "true")).hasStatus(503).bodyText().contains("Nothing was charged");
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.AWAITING_PAYMENT);
        stripe.faults().clear();
        assertThat(checkout(booked, booked.mentee())).hasStatus(303);
    }

    @Test
    void nobodyElsePays() {
        var booked = scene.instant(scene.shop());
        assertThat(checkout(booked, booked.shop().mentor())).hasStatus(403);
        assertThat(checkout(booked, cast.stranger())).hasStatus(404);
        assertThat(mvc.post().uri("/bookings/{id}/checkout", booked.id()).with(booked.mentee().login())).hasStatus(403);
        assertThat(stripe.sessionsOf(booked.id())).isEmpty();
    }

    @Test
    void strangersSeeNothing() {
        var booked = scene.instant(scene.shop());
        scene.checkout(booked);
        for (var door : new String[]{"payment", "paid", "checkout"}) {
            assertThat(mvc.get()
                .uri("/bookings/{id}/" + door, booked.id())
                .accept(MediaType.TEXT_HTML)
                .with(cast.stranger().login())).hasStatus(404);
        }
    }

    @Test
    void comingBackAsksStripeRatherThanBelieving() {
        var booked = scene.instant(scene.shop());
        var session = scene.checkout(booked);
        assertThat(returned(booked)).hasStatus3xxRedirection();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.AWAITING_PAYMENT);
        stripe.pay(session);
        assertThat(returned(booked)).hasStatus3xxRedirection().hasRedirectedUrl("/bookings/" + booked.id());
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void comingBackWhileStripeIsAwayWaits() {
        var booked = scene.request(scene.shop());
        stripe.pay(scene.checkout(booked));
        stripe.faults().failAll(Call.ANY, Fault.ERROR_500);
        assertThat(returned(booked)).hasStatusOk().bodyText().contains("need not pay a second time");
        assertThat(returned(booked)).hasHeader("Refresh", "4");
        stripe.faults().clear();
        assertThat(returned(booked)).hasStatus3xxRedirection();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.REQUESTED);
    }

    @Test
    void eachReadsTheirOwnSentence() {
        var booked = scene.request(scene.shop());
        assertThat(region(booked, booked.mentee())).bodyText().contains("Pay until", "Pay €45");
        assertThat(region(booked, booked.shop().mentor())).bodyText()
            .contains("has not paid yet")
            .doesNotContain("<form");
        stripe.pay(scene.checkout(booked));
        returned(booked);
        assertThat(region(booked, booked.mentee())).bodyText().contains("is reserved on your card", "•••• 4242");
        assertThat(region(booked, booked.shop().mentor())).bodyText()
            .contains("charged when you accept")
            .doesNotContain("4242");
        scene.accept(booked);
        assertThat(region(booked, booked.mentee())).bodyText().contains("is being charged", "every 2s");
        tasks.runDue();
        assertThat(region(booked, booked.mentee())).bodyText().contains("You paid €45 on").doesNotContain("every 2s");
        assertThat(mvc.get().uri("/bookings/{id}/payment", booked.id()).with(booked.mentee().login())).hasStatusOk()
            .bodyText()
            .contains("<title>", "booking-" + booked.id() + "-payment");
    }

    @Test
    void aHoldThatRanOutSaysSo() {
        var booked = scene.instant(scene.shop());
        scene.checkout(booked);
        clock.forward(Duration.ofMinutes(32));
        assertThat(region(booked, booked.mentee())).bodyText()
            .contains("asking the bank once more")
            .doesNotContain("<form");
        clock.forward(Duration.ofMinutes(6));
        tasks.runDue();
        assertThat(region(booked, booked.mentee())).bodyText().contains("Nothing was charged");
    }

    private MvcTestResult checkout(Booked booked, Actor actor) {
        return mvc.post()
            .uri("/bookings/{id}/checkout", booked.id())
            .with(formKey())
            .accept(MediaType.TEXT_HTML)
            .with(actor.login())
            .exchange();
    }

    private MvcTestResult returned(Booked booked) {
        return mvc.get()
            .uri("/bookings/{id}/paid", booked.id())
            .accept(MediaType.TEXT_HTML)
            .with(booked.mentee().login())
            .exchange();
    }

    private MvcTestResult region(Booked booked, Actor actor) {
        return mvc.get()
            .uri("/bookings/{id}/payment", booked.id())
            .with(actor.login())
            .header("HX-Request", "true")
            .exchange();
    }
}
