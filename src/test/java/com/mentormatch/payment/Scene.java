package com.mentormatch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.AcceptRequest;
import com.mentormatch.booking.BookingEvent;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.CheckoutDesk;
import com.mentormatch.booking.DeclineRequest;
import com.mentormatch.booking.Outcome;
import com.mentormatch.booking.Party;
import com.mentormatch.booking.WithdrawBooking;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferDraft;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.sandbox.stripe.Delivery;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Transactions;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final Refunds refunds;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final CheckoutDesk desk;
    private final StripeStandIn stripe;
    private final MockMvcTester mvc;
    private final TestClock clock;

    Scene(Cast cast, Market market, AcceptRequest accept, DeclineRequest decline, WithdrawBooking withdraw,
            BookingFacts facts, Payments payments, Refunds refunds, Ledger ledger, JdbcClient jdbc,
            Transactions transactions, ApplicationEventPublisher events, CheckoutDesk desk, StripeStandIn stripe,
            MockMvcTester mvc, TestClock clock) {
        this.cast = cast;
        this.market = market;
        this.accept = accept;
        this.decline = decline;
        this.withdraw = withdraw;
        this.facts = facts;
        this.payments = payments;
        this.refunds = refunds;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
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

    /** An instant one at that price; who cancels late gets half of it back. */
    public Booked half(Amount price) {
        var shop = shop();
        return book(shop,
                market.offer(shop.mentor(),
                        new OfferDraft("A good hour", OfferKind.ONE_ON_ONE, 60, price, Confirmation.INSTANT, 50, true)),
                slot(4));
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
        return session(booked);
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

    List<Refund> refunds(Booked booked) {
        return refunds.findByPaymentOrderByCreatedAt(row(booked).id());
    }

    Standing standing(Booked booked) {
        return ledger.of(row(booked).id());
    }

    /** What each refund at Stripe gave back, in minor units. */
    public List<Long> sentBack(Booked booked) {
        return stripe.refundsOf(money(booked).id()).stream().map(made -> made.amount()).toList();
    }

    /** What each account of the ledger holds of it, in minor units; without those that hold nothing. */
    public Map<String, Long> balances(Booked booked) {
        return jdbc.sql("""
                SELECT l.account, SUM(l.amount_minor) AS minor FROM ledger_entry e
                JOIN ledger_line l ON l.entry_id = e.id
                WHERE e.booking_id = ? GROUP BY l.account HAVING SUM(l.amount_minor) <> 0""")
            .param(Columns.param(booked.id().value()))
            .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A page or a file as this person gets it. */
    public String read(Actor actor, String address) {
        var answer = mvc.get().uri(address).accept(MediaType.ALL).with(actor.login()).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** Opens a Checkout, pays there, and everything Stripe tells of it arrives. */
    public String paid(Booked booked) {
        var session = checkout(booked);
        stripe.pay(session);
        deliverAll(session);
        return session;
    }

    /** The session took place, and the mentee says so. */
    public void completed(Booked booked) {
        transactions
            .run(() -> events.publishEvent(new BookingEvent.Completed(booked.id(), Party.MENTEE, clock.instant())));
    }

    /** The mentor's account at Stripe, to which money can go from now on. */
    public String payable(Actor mentor) {
        transfers(mentor, true);
        transactions.run(() -> events.publishEvent(new PayoutsEnabled(mentor.id(), clock.instant())));
        return jdbc.sql("SELECT stripe_account_id FROM payout_account WHERE account_id = ?")
            .param(Columns.param(mentor.id().value()))
            .query(String.class)
            .single();
    }

    /** No money can go to the mentor's account. */
    public void unpayable(Actor mentor) {
        transfers(mentor, false);
    }

    private void transfers(Actor mentor, boolean enabled) {
        jdbc.sql("UPDATE payout_account SET transfers_enabled = ? WHERE account_id = ?")
            .param(enabled)
            .param(Columns.param(mentor.id().value()))
            .update();
    }

    /** Stripe's id of the last Checkout. */
    public String session(Booked booked) {
        return stripe.sessionsOf(booked.id()).getLast().id();
    }

    /** What Stripe says of the session's money: requires_capture, succeeded, canceled … */
    public StripeStandIn.Intent money(String session) {
        return stripe.intent(stripe.session(session).intent());
    }

    public StripeStandIn.Intent money(Booked booked) {
        return money(session(booked));
    }
}
