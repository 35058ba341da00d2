package com.mentormatch.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static com.mentormatch.testing.FormKey.formKey;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.sandbox.stripe.Refunds;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.Market;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What admins see of money that waits, what they do about it, and what is found without any message from Stripe. */
class AdminMoneyTests extends PaymentTest {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Cast cast;
    @Autowired
    ReconcileAll reconcileAll;
    @Autowired
    FetchNotices fetch;
    @Autowired
    SettlePayment settle;

    private Actor admin;

    @BeforeEach
    void anAdmin() {
        admin = cast.admin();
        // The page shows the oldest of each kind: what earlier tests left is over.
        jdbc.sql("UPDATE money_mismatch SET cleared_at = found_at WHERE cleared_at IS NULL").update();
        jdbc.sql("UPDATE refund SET status = 'DROPPED' WHERE status IN ('OWED', 'UNDER_WAY')").update();
        jdbc.sql("UPDATE chargeback SET status = 'CLOSED' WHERE status IN ('OPEN', 'INQUIRY')").update();
    }

    @Test
    void aRefundStripeRefusesIsShownAndTriedAgain() {
        var booked = paid();
        stripe.refundsAre(Refunds.REFUSED);
        assertThat(giveBack(booked, "10.00", "A gesture")).hasStatus(303);
        tasks.runDue();
        assertThat(get("/admin/money")).bodyText().contains("/admin/money/bookings/" + booked.id(), "€10");
        stripe.refundsAre(Refunds.PROMPT);
        assertThat(post("/admin/money/matters/" + scene.refunds(booked).getFirst().id() + "/retry", "reason",
                "Topped up the balance"))
            .hasStatus(303);
        tasks.runDue();
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(get("/admin/money")).bodyText().doesNotContain(booked.id().toString());
        assertThat(acts()).containsExactly("payment-refunded", "money-retried");
    }

    @Test
    void moreThanIsLeftIsCorrectedAndWhatWasTypedIsKept() {
        var booked = paid();
        var answer = giveBack(booked, "45.01", "A gesture");
        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyText()
            .contains("not more than what is left", "value=\"45.01\"", ">A gesture</textarea>");
        assertThat(giveBack(booked, "45", " ")).hasStatus(422);
        assertThat(stripe.refundsOf(scene.money(booked).id())).isEmpty();
        assertThat(acts()).isEmpty();
    }

    @Test
    void nobodyGivesThemselvesMoneyBack(@Autowired Market market) {
        var shop = scene.shop();
        var start = scene.slot(4);
        var booked = new Booked(market.book(admin.viewer(), shop.instant(), start), admin, shop, start);
        scene.paid(booked);
        assertThat(giveBack(booked, "45", "A gesture")).hasStatus(403);
        assertThat(get("/admin/money/bookings/" + booked.id())).bodyText().doesNotContain("name=\"amount\"");
        assertThat(stripe.refundsOf(scene.money(booked).id())).isEmpty();
        assertThat(acts()).isEmpty();
    }

    @Test
    void whatWasTakenBackAtStripeByHandIsListedWithBothSides() {
        var booked = paid();
        scene.payable(booked.shop().mentor());
        scene.completed(booked);
        tasks.runDue();
        stripe.reverseByHand(stripe.transfersOf(booked.id()).getFirst().id(), 1000);
        reconcileAll.reconcile(clock.instant());
        assertThat(get("/admin/money")).bodyText()
            .contains("/admin/money/bookings/" + booked.id(), "4050 - 0", "4050 - 1000");
        var id = jdbc.sql("SELECT id FROM money_mismatch WHERE booking_id = ? AND cleared_at IS NULL")
            .param(Columns.param(booked.id().value()))
            .query((row, _) -> Columns.uuid(row, "id"))
            .single();
        assertThat(post("/admin/money/mismatches/" + id + "/end", "reason", "Agreed with the mentor")).hasStatus(303);
        reconcileAll.reconcile(clock.instant());
        assertThat(get("/admin/money")).bodyText().doesNotContain(booked.id().toString());
        stripe.reverseByHand(stripe.transfersOf(booked.id()).getFirst().id(), 50);
        reconcileAll.reconcile(clock.instant());
        assertThat(get("/admin/money")).bodyText().as("something new").contains("4050 - 1050");
        assertThat(acts()).containsExactly("mismatch-understood");
    }

    @Test
    void messagesThatNeverCameAreFetched() {
        clock.forward(Duration.ofDays(2));
        var before = clock.instant();
        var booked = scene.instant(scene.shop());
        var session = scene.checkout(booked);
        stripe.pay(session);
        tasks.runDue();
        fetch.fetch(before, clock.instant());
        tasks.runDue();
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PAID);
        stripe.dispute(scene.money(booked).charge());
        fetch.fetch(before, clock.instant());
        tasks.runDue();
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.CHARGED_BACK);
    }

    @Test
    void noMessageThatArrivesHidesThoseThatDidNot(
            @Autowired @Qualifier("paymentFetchNotices") RecurringTask<Void> task) {
        clock.forward(Duration.ofDays(3));
        var booked = paid();
        clock.forward(Duration.ofMinutes(40));
        tasks.runDue();
        var last = clock.instant();
        stripe.dispute(scene.money(booked).charge());
        clock.forward(Duration.ofHours(3));
        paid();
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PAID);
        var instance = new TaskInstance<Void>(task.getName(), RecurringTask.INSTANCE);
        var run = new Execution(clock.instant(), instance, true, "here", last, null, 0, null, 1);
        task.executeRecurringly(instance, new ExecutionContext(null, run, null, null));
        tasks.runDue();
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.CHARGED_BACK);
    }

    @Test
    void evidenceTellsTheWholeStory() throws IOException {
        var booked = paid();
        stripe.dispute(scene.money(booked).charge());
        settle.settle(booked.id(), clock.instant());
        assertThat(get("/bookings/" + booked.id(), booked.mentee())).bodyText()
            .contains("Your bank has taken €45 back for now");
        assertThat(get("/admin/money")).bodyText().contains("The bank took it back: fraudulent");
        var id = jdbc.sql("SELECT id FROM chargeback WHERE booking_id = ?")
            .param(Columns.param(booked.id().value()))
            .query((row, _) -> Columns.uuid(row, "id"))
            .single();
        var files = unzip(get("/admin/money/chargebacks/" + id + "/evidence").getResponse().getContentAsByteArray());
        assertThat(files.keySet()).contains("session.txt", "terms.txt", "timeline.txt", "arrivals.txt", "money.txt",
                "mails.txt");
        assertThat(files.get("session.txt")).contains("How to begin", "EUR 45.00", booked.start().toString());
        assertThat(files.get("timeline.txt")).contains("booked", "paid");
        assertThat(files.get("mails.txt")).contains(booked.mentee().email());
        assertThat(files.get("money.txt")).contains("charged", "disputed");
    }

    @Test
    void theBookingsPageOfTheLedgerSaysWhereEverythingIs() {
        var booked = paid();
        assertThat(get("/admin/money/bookings/" + booked.id())).bodyText()
            .contains("Held for the session", "Stripe’s fee", "At most €45.");
    }

    @Test
    void theReasonIsAskedForAndWhatWasTypedIsKept() {
        var booked = scene.instant(scene.shop());
        var things = MoneyThings.about(booked.id(), booked.shop().mentor().id(), jdbc, clock.instant());
        var said = "because ".repeat(80).strip();
        assertThat(post("/admin/money/mismatches/" + things.mismatch() + "/end", "reason", said)).hasStatus(422)
            .bodyText()
            .contains("Say why", said);
        assertThat(post("/admin/money/matters/" + things.parked() + "/retry", "reason", " ")).hasStatus(422)
            .bodyText()
            .contains("Say why");
        assertThat(acts()).isEmpty();
    }

    @Test
    void nobodyDecidesAboutMoneyOfTheirOwn() {
        var booked = paid();
        stripe.refundsAre(Refunds.REFUSED);
        giveBack(booked, "10.00", "A gesture");
        tasks.runDue();
        stripe.refundsAre(Refunds.PROMPT);
        var other = scene.instant(scene.shop());
        var things = MoneyThings.about(other.id(), other.shop().mentor().id(), jdbc, clock.instant());
        var colleague = admin;
        admin = cast.admin();
        jdbc.sql("UPDATE booking SET mentee_id = :admin WHERE id IN (:bookings)")
            .param("admin", Columns.param(admin.id().value()))
            .param("bookings", List.of(Columns.param(booked.id().value()), Columns.param(other.id().value())))
            .update();
        var own = List.of("/admin/money/matters/" + scene.refunds(booked).getFirst().id() + "/retry",
                "/admin/money/mismatches/" + things.mismatch() + "/end");
        assertThat(giveBack(booked, "5.00", "For me")).hasStatus(403);
        assertThat(own).allSatisfy(path -> assertThat(post(path, "reason", "For me")).hasStatus(403)
            .bodyText()
            .contains("a booking of their own"));
        assertThat(acts()).isEmpty();
        admin = colleague;
        assertThat(own).allSatisfy(path -> assertThat(post(path, "reason", "For them")).hasStatus(303));
    }

    private MvcTestResult giveBack(Booked booked, String amount, String reason) {
        return post("/admin/money/bookings/" + booked.id() + "/refunds", "amount", amount, "reason", reason,
                "formToken", FormToken.next().toString());
    }

    private MvcTestResult get(String path) {
        return get(path, admin);
    }

    private MvcTestResult get(String path, Actor who) {
        return mvc.get().uri(path).with(who.login()).exchange();
    }

    private MvcTestResult post(String path, String... fields) {
        var post = mvc.post().uri(path).with(formKey()).with(admin.login());
        for (var i = 0; i < fields.length; i += 2) {
            post = post.param(fields[i], fields[i + 1]);
        }
        return post.exchange();
    }

    private List<String> acts() {
        return jdbc.sql("SELECT act FROM admin_act WHERE admin_id = ? ORDER BY at")
            .param(Columns.param(admin.id().value()))
            .query(String.class)
            .list();
    }

    private static Map<String, String> unzip(byte[] pack) throws IOException {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
