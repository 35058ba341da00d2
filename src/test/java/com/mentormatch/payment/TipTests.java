package com.mentormatch.payment;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.sandbox.stripe.Call;
import com.mentormatch.sandbox.stripe.Fault;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.Market;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a mentee gives on top: who may, how much, once each, all of it to the mentor. */
class TipTests extends PaymentTest {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Cast cast;
    @Autowired
    Market market;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Payees payees;
    @Autowired
    LookAtAccount accounts;
    @Autowired
    ReconcileTips reconcile;

    private Booked booked;

    @BeforeEach
    void aSessionThatIsOver() {
        booked = scene.instant(scene.shop());
        market.complete(booked.id());
    }

    @Test
    void allOfItGoesToTheMentorAtOnce() {
        var session = begin("5.50", "Thank you.\nIt helped.");
        assertThat(session.amount()).isEqualTo(550);
        assertThat(session.product()).isEqualTo("Tip for Milo Mentor");
        stripe.pay(session.id());
        scene.deliverAll(session.id());
        scene.deliverAll(session.id());
        tasks.runDue();
        assertThat(tips()).containsExactly("PAID 550");
        assertThat(moved("TIPPED")).containsExactly("STRIPE 550", "TIPS -550");
        assertThat(moved("TRANSFERRED")).containsExactly("STRIPE -550", "TRANSFERRED 550");
        assertThat(stripe.balanceOf(payees.of(booked.shop().mentor().id()).orElseThrow().account()))
            .containsEntry("eur", 550L);
        assertThat(mails("TIP")).isEqualTo(2);
        assertThat(jdbc.sql("SELECT as_mentor FROM notice WHERE booking_id = ? AND kind = 'TIP'")
            .param(Columns.param(booked.id().value()))
            .query(Boolean.class)
            .list()).as("the bell tells nobody what they have just done").containsExactly(true);
        assertThat(page(booked.mentee())).contains("€5.50", "It helped.", "Leave another tip");
        assertThat(page(booked.shop().mentor())).contains("€5.50", "It helped.").doesNotContain("Leave another tip");
    }

    @Test
    void comingBackAsksStripeAndLostNewsIsFound() {
        var first = begin("3", "");
        assertThat(back()).isNull();
        assertThat(tips()).containsExactly("PENDING 300");
        stripe.pay(first.id());
        assertThat(back()).isEqualTo("tip.flash.paid");
        var second = begin("4", "");
        stripe.pay(second.id());
        reconcile.reconcile(clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(tips()).containsExactly("PAID 300", "PAID 400");
        begin("6", "");
        clock.forward(Duration.ofMinutes(40));
        reconcile.reconcile(clock.instant());
        assertThat(tips()).containsExactly("PAID 300", "PAID 400", "VOIDED 600");
    }

    /** On a free session there is no payment to know it by. */
    @Test
    void theMessageOfItsTransferIsKnownByTheTip(@Autowired BookingNotices notices) {
        stripe.pay(begin("3", "").id());
        assertThat(back()).isEqualTo("tip.flash.paid");
        var transferred = new Notice("evt_transferred", "transfer.created", null, "tr_tip", booked.id(), null);
        assertThat(notices.concerns(transferred)).isTrue();
        assertThat(notices.work(transferred, clock.instant())).isTrue();
    }

    @Test
    void whatABankTakesBackIsOnlyLentUntilItDecides() {
        // Admins read of the oldest: what earlier tests left is over.
        jdbc.sql("UPDATE chargeback SET status = 'CLOSED' WHERE status IN ('OPEN', 'INQUIRY')").update();
        var charge = given("5.50");
        assertThat(balance()).isEqualTo(550);
        var dispute = stripe.dispute(charge);
        told();
        assertThat(moved("DISPUTED")).containsExactly("CHARGEBACKS 550", "STRIPE -550");
        assertThat(balance()).as("not before it is lost").isEqualTo(550);
        assertThat(page(booked.mentee())).contains("Your bank has taken it back for now");
        assertThat(page(booked.shop().mentor())).contains("The bank of Mara Mentee has taken it back for now");
        assertThat(body(mvc.get().uri("/admin/money").with(cast.admin().login()).exchange()))
            .contains("/admin/money/bookings/" + booked.id(), "A tip", "€5.50");
        stripe.disputeEnds(dispute.id(), true);
        told();
        assertThat(moved("DISPUTED")).containsExactlyInAnyOrder("CHARGEBACKS 550", "STRIPE -550", "CHARGEBACKS -550",
                "STRIPE 550");
        assertThat(balance()).isEqualTo(550);
        assertThat(page(booked.mentee())).contains("€5.50").doesNotContain("taken it back");
        inStep();
    }

    @Test
    void oneThatIsLostComesOffWhatTheMentorEarned() {
        var charge = given("5.50");
        var dispute = stripe.dispute(charge);
        told();
        stripe.disputeEnds(dispute.id(), false);
        told();
        told();
        assertThat(moved("DISPUTE_LOST")).containsExactly("CHARGEBACKS -550", "TIPS 550");
        assertThat(moved("REVERSED")).containsExactly("STRIPE 550", "TRANSFERRED -550");
        assertThat(balance()).isZero();
        assertThat(page(booked.mentee())).contains("Your bank has taken it back for good");
        assertThat(page(booked.shop().mentor())).contains("It comes off what you earned");
        assertThat(mismatches()).isZero();
        inStep();
    }

    @ParameterizedTest
    @CsvSource({"true, won, 'Disputed, and it stands', Your bank decided that it stands",
            "false, lost, Taken back by the bank, Taken back by your bank"})
    void whatABankDoesIsToldOfThatTipAlone(boolean won, String word, String mentors, String mentees,
            @Autowired StatementPages statements) {
        given("3");
        var dispute = stripe.dispute(given("5.50"));
        told();
        var mentor = booked.shop().mentor();
        Supplier<List<String>> lines = () -> statements
            .of(mentor.viewer(), StatementFilter.of(null, null, "TIP"), null, clock.instant())
            .lines()
            .stream()
            .map(line -> line.gross().minor() + " " + line.status())
            .toList();
        assertThat(lines.get()).containsExactlyInAnyOrder("300 null", "550 open");
        assertThat(read(mentor, "/mentor/payouts?kind=TIP")).containsOnlyOnce(">Disputed at the bank</span>");
        assertThat(read(booked.mentee(), "/payments")).contains("€8.50", ">Disputed at the bank</p>");
        stripe.disputeEnds(dispute.id(), won);
        told();
        assertThat(lines.get()).containsExactlyInAnyOrder("300 null", "550 " + word);
        assertThat(read(mentor, "/mentor/payouts/transactions.csv?kind=TIP")).containsOnlyOnce(mentors);
        assertThat(read(booked.mentee(), "/payments")).contains(mentees).doesNotContain(">Disputed at the bank</p>");
    }

    private String read(Actor actor, String address) {
        return body(mvc.get().uri(address).accept(MediaType.ALL).with(actor.login()).exchange());
    }

    @Test
    void nothingIsMovedToTheMentorWhileABankHasIt() {
        stripe.faults().failAll(Call.TRANSFER_CREATE, Fault.ERROR_500);
        var charge = given("5.50");
        var dispute = stripe.dispute(charge);
        told();
        stripe.faults().clear();
        clock.forward(Duration.ofHours(1));
        tasks.runDue();
        assertThat(stripe.transfersOf(booked.id())).isEmpty();
        stripe.disputeEnds(dispute.id(), true);
        told();
        assertThat(stripe.transfersOf(booked.id())).hasSize(1);
        inStep();
    }

    /** Each blocks what it is about, and only that. */
    @Test
    void aClaimOnATipStopsNoRefundOfTheSessionAndViceVersa(@Autowired RefundPayment refund) {
        var fresh = scene.book(booked.shop(), booked.shop().instant(), scene.slot(7));
        scene.paid(fresh);
        market.complete(fresh.id());
        scene.completed(fresh);
        booked = fresh;
        stripe.dispute(given("5.50"));
        told();
        assertThat(refund.refund(cast.admin().viewer(), fresh.id(), new Amount(1000, "EUR"), "A gesture",
                FormToken.next(), clock.instant()))
            .isEmpty();
        tasks.runDue();
        assertThat(stripe.refundsOf(session().intent())).hasSize(1);
        stripe.dispute(stripe.intent(session().intent()).charge());
        told();
        assertThat(refund.refund(cast.admin().viewer(), fresh.id(), new Amount(1000, "EUR"), "A gesture",
                FormToken.next(), clock.instant()))
            .contains(PaymentRefusal.DISPUTED_AT_BANK);
        assertThat(give(fresh.mentee(), "3", "", UUID.randomUUID(), false)).as("another tip").hasStatus(303);
        inStep();
    }

    @Test
    void aBankThatOnlyAsksTakesNothing() {
        var inquiry = stripe.inquire(given("5.50"));
        told();
        assertThat(moved("DISPUTED")).isEmpty();
        assertThat(page(booked.mentee())).doesNotContain("taken it back");
        stripe.disputeEnds(inquiry.id(), false);
        told();
        assertThat(moved("DISPUTE_LOST")).isEmpty();
        inStep();
    }

    @Test
    void whatIsGivenBackAtStripeByHandIsListed() {
        given("5.50");
        var tip = stripe.sessionsOf(booked.id()).getLast();
        stripe.refundByHand(tip.intent(), 200);
        told();
        assertThat(mismatches()).isEqualTo(1);
    }

    /** Gives one, which is paid and has arrived. @return Stripe's id of its charge */
    private String given(String amount) {
        var session = begin(amount, "");
        stripe.pay(session.id());
        told();
        return scene.money(session.id()).charge();
    }

    private void told() {
        stripe.sessionsOf(booked.id()).forEach(session -> scene.deliverAll(session.id()));
        tasks.runDue();
    }

    /** Of the session's own Checkout. */
    private StripeStandIn.Session session() {
        return stripe.sessionsOf(booked.id()).getFirst();
    }

    private long balance() {
        return stripe.balanceOf(payees.of(booked.shop().mentor().id()).orElseThrow().account()).getOrDefault("eur", 0L);
    }

    private int mismatches() {
        return jdbc.sql("SELECT COUNT(*) FROM money_mismatch WHERE booking_id = ? AND cleared_at IS NULL")
            .param(Columns.param(booked.id().value()))
            .query(Integer.class)
            .single();
    }

    /** What the ledger says is at Stripe for this booking is what Stripe says, Stripe's own fees included. */
    private void inStep() {
        assertThat(jdbc.sql("""
                SELECT COALESCE(SUM(l.amount_minor), 0) FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id
                 WHERE e.booking_id = ? AND l.account = 'STRIPE'""")
            .param(Columns.param(booked.id().value()))
            .query(Long.class)
            .single()).isEqualTo(stripe.balanceOf(booked.id()));
    }

    @ParameterizedTest
    @CsvSource({"'',an amount as,true", "ten,a number,false", "0.99,at least €1,true", "-5,a number,true",
            "1e9,a number,false", "999999999,more than a card,true"})
    void aWrongAmountIsSaidAtTheField(String amount, String sentence, boolean htmx) {
        var answer = give(booked.mentee(), amount, "Kept words", UUID.randomUUID(), htmx);
        assertThat(answer).hasStatus(422);
        var expected = amount.isEmpty() ? "Enter the amount as a number" : sentence;
        assertThat(body(answer)).contains(expected, "Kept words");
        assertThat(body(answer).contains("<title>")).isNotEqualTo(htmx);
        assertThat(tips()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"EUR,100", "JPY,100", "KWD,200", "SEK,300", "GBP,100"})
    void theLeastIsAHundredOrWhatStripeCharges(String currency, long minor) {
        assertThat(Tip.least(currency).minor()).isEqualTo(minor);
    }

    @Test
    void aLongMessageIsSaidAtTheField() {
        assertThat(body(give(booked.mentee(), "5", "x".repeat(501), UUID.randomUUID(), false)))
            .contains("up to 500 characters");
    }

    @Test
    void onlyTheMenteeAndOnlyOnceItIsCompleted() {
        assertThat(give(booked.shop().mentor(), "5", "", UUID.randomUUID(), false)).hasStatus(403);
        assertThat(give(cast.stranger(), "5", "", UUID.randomUUID(), false)).hasStatus(404);
        var fresh = scene.book(booked.shop(), booked.shop().instant(), scene.slot(6));
        assertThat(mvc.post()
            .uri("/bookings/{id}/tips", fresh.id())
            .param("amount", "5")
            .with(formKey())
            .with(fresh.mentee().login())).hasStatus(409);
        assertThat(page(booked.mentee())).contains("Leave a tip");
        stripe.restrict(payees.of(booked.shop().mentor().id()).orElseThrow().account());
        accounts.look(booked.shop().mentor().id(), clock.instant());
        assertThat(give(booked.mentee(), "5", "", UUID.randomUUID(), false)).hasStatus(409);
        assertThat(page(booked.mentee())).doesNotContain("Leave a tip");
    }

    @Test
    void theSameFormTwiceIsOneTip() throws Exception {
        var token = UUID.randomUUID();
        try (var threads = Executors.newFixedThreadPool(4)) {
            assertThat(threads
                .invokeAll(Stream
                    .generate(() -> (Callable<String>) () -> give(booked.mentee(), "5", "", token, false).getResponse()
                        .getHeader("Location"))
                    .limit(4)
                    .toList())
                .stream()
                .map(answer -> answer.resultNow())
                .distinct()).singleElement().asString().startsWith(stripe.url() + "/c/pay/");
        }
        assertThat(tips()).containsExactly("PENDING 500");
        assertThat(give(booked.mentee(), "5", "", token, true).getResponse().getHeader("HX-Redirect"))
            .startsWith(stripe.url() + "/c/pay/");
        assertThat(give(booked.mentee(), "5", "", UUID.randomUUID(), false)).hasStatus(303);
        assertThat(tips()).hasSize(2);
    }

    @Test
    void withoutStripeNothingIsChargedAndTheWordsAreKept() {
        stripe.faults().failAll(Call.ANY, Fault.UNAVAILABLE_503);
        assertThat(body(give(booked.mentee(), "5", "Kept words", UUID.randomUUID(), false)))
            .contains("Nothing was charged", "Kept words", "<title>");
        assertThat(give(booked.mentee(), "5", "Kept words", UUID.randomUUID(), true)).hasStatus(503);
        stripe.faults().clear();
        begin("5", "Kept words");
        clock.forward(Duration.ofMinutes(40));
        reconcile.reconcile(clock.instant());
        assertThat(tips()).containsOnly("VOIDED 500");
    }

    private StripeStandIn.Session begin(String amount, String message) {
        var answer = give(booked.mentee(), amount, message, UUID.randomUUID(), false);
        assertThat(answer).hasStatus(303);
        var page = answer.getResponse().getHeader("Location");
        return stripe.session(page.substring(page.lastIndexOf('/') + 1));
    }

    private MvcTestResult give(Actor actor, String amount, String message, UUID token, boolean htmx) {
        var request = mvc.post()
            .uri("/bookings/{id}/tips", booked.id())
            .param("amount", amount)
            .param("message", message)
            .param("formToken", token.toString())
            .accept(MediaType.TEXT_HTML)
            .with(formKey())
            .with(actor.login());
        return (htmx ? request.header("HX-Request", "true") : request).exchange();
    }

    private Object back() {
        var returned = mvc.get().uri("/bookings/{id}/tips/paid", booked.id()).with(booked.mentee().login()).exchange();
        assertThat(returned).hasStatus3xxRedirection();
        return returned.getMvcResult().getFlashMap().get("flash");
    }

    private String page(Actor actor) {
        return body(mvc.get().uri("/bookings/{id}", booked.id()).with(actor.login()).exchange());
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private List<String> tips() {
        return jdbc
            .sql("SELECT CONCAT(status, ' ', amount_minor) FROM tip WHERE booking_id = ? ORDER BY created_at, id")
            .param(Columns.param(booked.id().value()))
            .query(String.class)
            .list();
    }

    private List<String> moved(String movement) {
        return jdbc
            .sql("""
                    SELECT CONCAT(l.account, ' ', l.amount_minor) FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id
                     WHERE e.booking_id = ? AND e.movement = ? ORDER BY l.account""")
            .params(Columns.param(booked.id().value()), movement)
            .query(String.class)
            .list();
    }

    private int mails(String kind) {
        return jdbc.sql("SELECT COUNT(*) FROM mail WHERE booking_id = ? AND kind = ?")
            .params(Columns.param(booked.id().value()), kind)
            .query(Integer.class)
            .single();
    }
}
