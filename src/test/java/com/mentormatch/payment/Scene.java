package com.mentormatch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.AcceptRequest;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.CheckoutDesk;
import com.mentormatch.booking.DeclineRequest;
import com.mentormatch.booking.Outcome;
import com.mentormatch.booking.WithdrawBooking;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.sandbox.stripe.Delivery;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A mentor open around the clock, mentees who book, and what they then do about paying. */
public class Scene {

    /** One mentor with an instant and a request offer of €45, an hour each. */
    public record Shop(Actor mentor, OfferTerms instant, OfferTerms request) {}

    public record Booked(BookingId id, Actor mentee, Shop shop, Instant start) {}

    private final Cast cast;
    private final Market market;
    private final AcceptRequest accept;
    private final DeclineRequest decline;
    private final WithdrawBooking withdraw;
    private final BookingFacts facts;
    private final Payments payments;
    private final CheckoutDesk desk;
    private final StripeStandIn stripe;
    private final MockMvcTester mvc;
    private final TestClock clock;

    Scene(Cast cast, Market market, AcceptRequest accept, DeclineRequest decline, WithdrawBooking withdraw,
            BookingFacts facts, Payments payments, CheckoutDesk desk, StripeStandIn stripe, MockMvcTester mvc,
            TestClock clock) {
        this.cast = cast;
        this.market = market;
        this.accept = accept;
        this.decline = decline;
        this.withdraw = withdraw;
        this.facts = facts;
        this.payments = payments;
        this.desk = desk;
        this.stripe = stripe;
        this.mvc = mvc;
        this.clock = clock;
    }

    public Shop shop() {
        var mentor = market.mentor();
        return new Shop(mentor, market.offer(mentor, 4500, Confirmation.INSTANT),
                market.offer(mentor, 4500, Confirmation.REQUEST));
    }

    public Booked instant(Shop shop) {
        return book(shop, shop.instant(), slot(4));
    }

    public Booked request(Shop shop) {
        return book(shop, shop.request(), slot(4));
    }

    /** A whole hour, that many days ahead. */
    public Instant slot(int days) {
        return clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(days));
    }

    public Booked book(Shop shop, OfferTerms offer, Instant start) {
        var mentee = cast.mentee();
        return new Booked(market.book(mentee.viewer(), offer, start), mentee, shop, start);
    }

    /** Opens Checkout and gives back Stripe's id of the session. */
    public String checkout(Booked booked) {
        assertThat(desk.open(booked.id(), clock.instant())).isInstanceOf(CheckoutDesk.Redirect.class);
        return stripe.sessionsOf(booked.id()).getLast().id();
    }

    public void accept(Booked booked) {
        assertThat(accept.accept(booked.shop().mentor().viewer(), booked.id(), FormToken.next(), clock.instant()))
            .isInstanceOf(Outcome.Done.class);
    }

    public void decline(Booked booked) {
        assertThat(decline.decline(booked.shop().mentor().viewer(), booked.id(), "Not my field", FormToken.next(),
                clock.instant()))
            .isInstanceOf(Outcome.Done.class);
    }

    public void withdraw(Booked booked) {
        assertThat(withdraw.withdraw(booked.mentee().viewer(), booked.id(), FormToken.next(), clock.instant()))
            .isInstanceOf(Outcome.Done.class);
    }

    /** Hands a webhook in, as Stripe would. */
    public int deliver(Delivery delivery) {
        return mvc.post()
            .uri("/webhooks/stripe")
            .contentType(MediaType.APPLICATION_JSON)
            .header("Stripe-Signature", delivery.signature())
            .content(delivery.body())
            .exchange()
            .getResponse()
            .getStatus();
    }

    public void deliverAll(String session) {
        stripe.deliveriesOf(session).forEach(delivery -> assertThat(deliver(delivery)).isEqualTo(200));
    }

    public BookingStatus status(Booked booked) {
        return facts.of(booked.id(), clock.instant()).orElseThrow().status();
    }

    public PaymentStatus payment(Booked booked) {
        return payments.latest(booked.id()).orElseThrow().status();
    }

    Payment row(Booked booked) {
        return payments.latest(booked.id()).orElseThrow();
    }

    /** What Stripe says of the session's money: requires_capture, succeeded, canceled … */
    public StripeStandIn.Intent money(String session) {
        return stripe.intent(stripe.session(session).intent());
    }
}
