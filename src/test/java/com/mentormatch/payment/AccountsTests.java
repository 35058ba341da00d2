package com.mentormatch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.mentor.Mentors;
import com.mentormatch.sandbox.stripe.Call;
import com.mentormatch.sandbox.stripe.Delivery;
import com.mentormatch.sandbox.stripe.Fault;
import com.mentormatch.shared.Columns;
import com.mentormatch.testing.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the product believes about mentors' accounts and payouts, and how it learns it. */
class AccountsTests extends PaymentTest {

    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    @Autowired
    Mentors mentors;
    @Autowired
    Payees payees;
    @Autowired
    LookAtAccount accounts;
    @Autowired
    ReconcileAccounts reconcile;
    @Autowired
    MockMvcTester mvc;
    @Autowired
    JdbcClient jdbc;

    private final List<Object> told = Collections.synchronizedList(new ArrayList<>());
    private final ApplicationListener<PayloadApplicationEvent<?>> ear = event -> {
        if (event.getPayload() instanceof PayoutEvent || event.getPayload() instanceof PayoutsEnabled) {
            told.add(event.getPayload());
        }
    };
    private ConfigurableApplicationContext context;
    private Scene.Shop shop;
    private Actor mentor;
    private String account;

    @BeforeEach
    void anEnabledMentor(@Autowired ConfigurableApplicationContext running) {
        context = running;
        context.addApplicationListener(ear);
        shop = scene.shop();
        mentor = shop.mentor();
        account = payees.of(mentor.id()).orElseThrow().account();
    }

    @AfterEach
    void deaf() {
        context.removeApplicationListener(ear);
    }

    @Test
    void aMessageRepeatedAndShuffledIsToldOnce() {
        stripe.restrict(account);
        stripe.complete(account);
        stripe.restrict(account);
        var news = new ArrayList<>(stripe.deliveriesOfAccount(account));
        news.addAll(news);
        Collections.shuffle(news, new Random(7));
        news.forEach(this::deliver);
        tasks.runDue();
        assertThat(paused()).isTrue();
        assertThat(told).containsExactly(new PayoutEvent.Restricted(mentor.id(), ((PayoutEvent) told.getFirst()).at()));
        stripe.complete(account);
        deliver(stripe.deliveriesOfAccount(account).getLast());
        tasks.runDue();
        assertThat(paused()).isFalse();
        assertThat(told).hasSize(2).last().isInstanceOf(PayoutsEnabled.class);
    }

    @Test
    void whatIsLostIsFoundWithinADay() {
        stripe.restrict(account);
        lookedAtLong();
        reconcile.reconcile(LONG_AGO.plus(Duration.ofHours(23)));
        assertThat(paused()).isFalse();
        reconcile.reconcile(LONG_AGO.plus(Duration.ofHours(25)));
        assertThat(paused()).isTrue();
    }

    @Test
    void whoseRestrictionIsLiftedUnheardOfEarnsAgainWithinMinutes() {
        var booked = scene.instant(shop);
        scene.paid(booked);
        tasks.runDue();
        stripe.restrict(account);
        scene.completed(booked);
        for (var hour = 0; hour < 30; hour++) {
            tasks.runDue();
            clock.forward(Duration.ofHours(1));
        }
        assertThat(stripe.transfersOf(booked.id())).as("refused for a day").isEmpty();
        lookedAtLong();
        reconcile.reconcile(LONG_AGO.plus(Duration.ofMinutes(3)));
        assertThat(paused()).as("not all the time").isFalse();
        reconcile.reconcile(LONG_AGO.plus(ReconcileAccounts.PACE));
        assertThat(paused()).as("a transfer that waits makes us look").isTrue();

        stripe.complete(account);
        reconcile.reconcile(LONG_AGO.plus(ReconcileAccounts.PACE.multipliedBy(2)));
        assertThat(paused()).isFalse();
        assertThat(told).last().isInstanceOf(PayoutsEnabled.class);
        tasks.runDue();
        assertThat(stripe.transfersOf(booked.id())).as("without waiting for the next try").hasSize(1);
    }

    @Test
    void whomStripeIsLookingAtIsAskedAboutEveryFewMinutes() {
        stripe.pend(account);
        lookedAtLong();
        accounts.look(mentor.id(), LONG_AGO.plusSeconds(1));
        assertThat(paused()).isTrue();
        stripe.complete(account);
        reconcile.reconcile(LONG_AGO.plus(Duration.ofMinutes(3)));
        assertThat(paused()).isTrue();
        reconcile.reconcile(LONG_AGO.plus(ReconcileAccounts.PACE));
        assertThat(paused()).isFalse();
    }

    @Test
    void anAnswerToAnOlderQuestionChangesNothing() {
        stripe.restrict(account);
        accounts.look(mentor.id(), clock.instant());
        stripe.complete(account);
        accounts.look(mentor.id(), clock.instant().minusSeconds(60));
        assertThat(paused()).isTrue();
        accounts.look(mentor.id(), clock.instant());
        assertThat(paused()).isFalse();
    }

    @Test
    void payoutsAreWrittenDownAndAFailedOneIsToldOnce() {
        var arrived = stripe.payOut(account, 1100, "eur");
        var failed = stripe.payOut(account, 900, "eur");
        stripe.payoutEnds(arrived.id(), true);
        stripe.payoutEnds(failed.id(), false);
        stripe.deliveriesOfAccount(account).forEach(this::deliver);
        stripe.deliveriesOfAccount(account).reversed().forEach(this::deliver);
        tasks.runDue();
        assertThat(payouts()).containsExactlyInAnyOrder("paid 1100 EUR", "failed 900 EUR");
        assertThat(told).singleElement().isInstanceOfSatisfying(PayoutEvent.Failed.class, event -> {
            assertThat(event.amount().minor()).isEqualTo(900);
            assertThat(event.reason()).isEqualTo("The bank account has been closed");
        });
        accounts.look(mentor.id(), clock.instant());
        assertThat(told).hasSize(1);
    }

    @Test
    void aPayoutNobodyToldOfIsFoundWithinADay() {
        stripe.payOut(account, 1200, "jpy");
        lookedAtLong();
        reconcile.reconcile(LONG_AGO.plus(Duration.ofHours(25)));
        assertThat(payouts()).containsExactly("in_transit 1200 JPY");
    }

    @Test
    void whileStripeIsAwayNothingChangesAndTheMessageWaits() {
        stripe.restrict(account);
        stripe.faults().failAll(Call.ACCOUNT_RETRIEVE, Fault.ERROR_500);
        deliver(stripe.deliveriesOfAccount(account).getLast());
        tasks.runDue();
        assertThat(paused()).isFalse();
        stripe.faults().clear();
        clock.forward(Duration.ofMinutes(1));
        tasks.runDue();
        assertThat(paused()).isTrue();
    }

    @Test
    void newsOfAnAccountNobodyHasIsParked() {
        var nobodys = stripe.enabledAccount("nobody@example.com");
        stripe.complete(nobodys);
        var news = stripe.deliveriesOfAccount(nobodys).getLast();
        deliver(news);
        tasks.runDue();
        assertThat(jdbc.sql("SELECT outcome FROM stripe_event WHERE event_id = ?")
            .param(news.eventId())
            .query(String.class)
            .single()).isEqualTo("PARKED");
    }

    /** Before everybody else of this database. */
    private void lookedAtLong() {
        jdbc.sql("UPDATE payout_account SET looked_at = ? WHERE account_id = ?")
            .params(Columns.param(LONG_AGO), Columns.param(mentor.id().value()))
            .update();
    }

    private boolean paused() {
        return mentors.byId(mentor.id()).orElseThrow().paused();
    }

    private List<String> payouts() {
        return jdbc
            .sql("SELECT CONCAT(status, ' ', amount_minor, ' ', amount_currency) FROM payout WHERE account_id = ?")
            .param(Columns.param(mentor.id().value()))
            .query(String.class)
            .list();
    }

    private void deliver(Delivery delivery) {
        assertThat(mvc.post()
            .uri("/webhooks/stripe/connect")
            .contentType(MediaType.APPLICATION_JSON)
            .header("Stripe-Signature", delivery.signature())
            .content(delivery.body())).hasStatusOk();
    }
}
