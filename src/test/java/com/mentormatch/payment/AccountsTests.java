package com.mentormatch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.sandbox.stripe.Call;
import com.mentormatch.sandbox.stripe.Delivery;
import com.mentormatch.sandbox.stripe.Fault;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.shared.Columns;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
    Cast cast;
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
    void aRestrictionNobodyToldOfIsFoundTheNextTime() {
        stripe.restrict(account);
        lookedAtLong();
        reconcile.reconcile(LONG_AGO.plus(ReconcileAccounts.PACE));
        assertThat(ReconcileAccounts.PACE).isLessThanOrEqualTo(Duration.ofMinutes(5));
        assertThat(paused()).isTrue();
        assertThat(told).singleElement().isInstanceOf(PayoutEvent.Restricted.class);
        assertThat(payees.requirements(mentor.id())).extracting(AccountStanding.Requirement::field)
            .containsExactly("individual.verification.document");
        reconcile.reconcile(LONG_AGO.plus(ReconcileAccounts.PACE.multipliedBy(2)));
        assertThat(told).hasSize(1);
    }

    @Test
    void allAccountsAreHeardOfInAFewQuestions() {
        for (var number = 0; number < 150; number++) {
            stripe.enabledAccount("somebody@example.com");
        }
        stripe.restrict(account);
        lookedAtLong();
        var lists = stripe.requests(Call.ACCOUNT_LIST).size();
        var single = stripe.requests(Call.ACCOUNT_RETRIEVE).size();
        reconcile.reconcile(LONG_AGO.plus(ReconcileAccounts.PACE));
        assertThat(paused()).isTrue();
        assertThat(stripe.requests(Call.ACCOUNT_LIST).size() - lists).isEqualTo((stripe.accounts().size() + 99) / 100);
        assertThat(stripe.requests(Call.ACCOUNT_RETRIEVE)).hasSize(single);
    }

    @Test
    void anAccountStripeDoesNotKnowIsListedAndHoldsNobodyUp() {
        var known = scene.shop().mentor();
        lookedAtLong();
        jdbc.sql("UPDATE payout_account SET looked_at = ?, asked_at = ? WHERE account_id = ?")
            .params(Columns.param(LONG_AGO), Columns.param(LONG_AGO.plusSeconds(1)), Columns.param(known.id().value()))
            .update();
        called("acct_gone");
        var later = LONG_AGO.plus(Duration.ofHours(25));
        assertThat(due(later, known)).as("never asked, then the longest ago").containsExactly(mentor.id(), known.id());
        reconcile.reconcile(later);
        lookedAt(known, LONG_AGO);
        assertThat(due(later.plus(Duration.ofMinutes(59)), known)).as("not all the time").containsExactly(known.id());
        payees.asked(known.id(), later.minusSeconds(1));
        assertThat(due(later.plus(Duration.ofMinutes(61)), known)).as("the others come first")
            .containsExactly(known.id(), mentor.id());
        assertThat(admins()).contains("acct_gone", "/admin/accounts/" + mentor.id());

        called(account);
        reconcile.reconcile(later.plus(Duration.ofHours(2)));
        assertThat(admins()).doesNotContain("/admin/accounts/" + mentor.id());
    }

    /** Of the two, in the order they are asked about. */
    private List<AccountId> due(Instant now, Actor other) {
        return payees.unseen(now, 1000)
            .stream()
            .map(Payees.Payee::mentor)
            .filter(Set.of(mentor.id(), other.id())::contains)
            .toList();
    }

    private void called(String id) {
        jdbc.sql("UPDATE payout_account SET stripe_account_id = ? WHERE account_id = ?")
            .params(id, Columns.param(mentor.id().value()))
            .update();
    }

    private String admins() {
        var page = mvc.get().uri("/admin/money").with(cast.admin().login()).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void aPayoutThatShouldHaveArrivedIsAskedForWithinAnHour() {
        var payout = stripe.payOut(account, 1500, "eur");
        deliver(stripe.deliveriesOfAccount(account).getLast());
        tasks.runDue();
        stripe.payoutEnds(payout.id(), false);
        lookedAtLong();
        jdbc.sql("UPDATE payout SET looked_at = ?, arrives_at = ? WHERE account_id = ?")
            .params(Columns.param(LONG_AGO), Columns.param(LONG_AGO.plus(Duration.ofHours(3))),
                    Columns.param(mentor.id().value()))
            .update();
        reconcile.reconcile(LONG_AGO.plus(Duration.ofHours(2)));
        assertThat(told).as("it is still on its way").isEmpty();
        reconcile.reconcile(LONG_AGO.plus(Duration.ofHours(4)));
        assertThat(told).singleElement().isInstanceOf(PayoutEvent.Failed.class);
        assertThat(payouts()).containsExactly("failed 1500 EUR");
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
        reconcile.reconcile(LONG_AGO.plus(ReconcileAccounts.PACE));
        assertThat(paused()).isTrue();

        stripe.complete(account);
        reconcile.reconcile(LONG_AGO.plus(ReconcileAccounts.PACE.multipliedBy(2)));
        assertThat(paused()).isFalse();
        assertThat(told).last().isInstanceOf(PayoutsEnabled.class);
        tasks.runDue();
        assertThat(stripe.transfersOf(booked.id())).as("without waiting for the next try").hasSize(1);
    }

    @Test
    void whomStripeIsLookingAtIsHeardOfEveryFewMinutes() {
        stripe.pend(account);
        lookedAtLong();
        accounts.look(mentor.id(), LONG_AGO.plusSeconds(1));
        assertThat(paused()).isTrue();
        stripe.complete(account);
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
        assertThat(outcome(news)).isEqualTo("PARKED");
    }

    private String outcome(Delivery news) {
        return jdbc.sql("SELECT outcome FROM stripe_event WHERE event_id = ?")
            .param(news.eventId())
            .query(String.class)
            .single();
    }

    @Test
    void newsOfAnAccountStripeNoLongerTellsOfIsParkedAndTheAccountListed() {
        stripe.restrict(account);
        var news = stripe.deliveriesOfAccount(account).getLast();
        jdbc.sql("UPDATE payout_account SET stripe_account_id = 'acct_left' WHERE account_id = ?")
            .param(Columns.param(mentor.id().value()))
            .update();
        var left = new Delivery(news.eventId(), news.type(), news.body().replace(account, "acct_left"), "");
        assertThat(mvc.post()
            .uri("/webhooks/stripe/connect")
            .contentType(MediaType.APPLICATION_JSON)
            .header("Stripe-Signature", stripe.signature(left.body(), StripeStandIn.CONNECT_WEBHOOK_SECRET))
            .content(left.body())).hasStatusOk();
        tasks.runDue();
        assertThat(outcome(news)).isEqualTo("PARKED");
        assertThat(admins()).contains("acct_left", "/admin/accounts/" + mentor.id());
        called(account);
        accounts.look(mentor.id(), clock.instant());
        assertThat(admins()).doesNotContain("/admin/accounts/" + mentor.id());
    }

    /** Before everybody else of this database. */
    private void lookedAtLong() {
        lookedAt(mentor, LONG_AGO);
    }

    private void lookedAt(Actor whose, Instant at) {
        jdbc.sql("UPDATE payout_account SET looked_at = ? WHERE account_id = ?")
            .params(Columns.param(at), Columns.param(whose.id().value()))
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
