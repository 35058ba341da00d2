package com.mentormatch.payment;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mentormatch.booking.BookingPages;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.CancelBooking;
import com.mentormatch.booking.Outcome;
import com.mentormatch.mentor.EditProfile;
import com.mentormatch.mentor.ProfileText;
import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.sandbox.stripe.Call;
import com.mentormatch.sandbox.stripe.Delivery;
import com.mentormatch.sandbox.stripe.Fault;
import com.mentormatch.sandbox.stripe.Request;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Stripe fails at each call the product makes: whoever waits is told, and in the end it has happened once and was asked
 * under one key. What changes something fails in every way; for what only asks, all ways are one by the time this part of
 * the product hears of it, as {@code EveryQuestionTests} shows, so one of them stands for all.
 */
class StripeFailsTests extends PaymentTest {

    private static final Set<Call> WRITES = EnumSet.of(Call.SESSION_CREATE, Call.SESSION_EXPIRE, Call.INTENT_CAPTURE,
            Call.INTENT_CANCEL, Call.REFUND_CREATE, Call.TRANSFER_CREATE, Call.TRANSFER_REVERSE, Call.ACCOUNT_CREATE,
            Call.ACCOUNT_LINK, Call.ACCOUNT_LOGIN);

    @Autowired
    MockMvcTester mvc;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Cast cast;
    @Autowired
    CancelBooking cancel;
    @Autowired
    BookingPages pages;
    @Autowired
    RefundPayment refund;
    @Autowired
    ReconcileAll nightly;
    @Autowired
    FetchNotices fetch;
    @Autowired
    ReconcileAccounts accounts;
    @Autowired
    Payees payees;
    @Autowired
    EditProfile profiles;

    /** Each lives through the failure of one call: see {@link #failing}. */
    private final Map<String, Consumer<Failure>> stories = new TreeMap<>(
            Map.ofEntries(Map.entry("Till.open", this::open), Map.entry("Till.look", this::look),
                    Map.entry("Till.expire", this::expire), Map.entry("Till.capture", this::capture),
                    Map.entry("Till.cancel", this::cancel), Map.entry("Till.refund", this::refund),
                    Map.entry("Till.transfer", this::transfer), Map.entry("Till.reverse", this::reverse),
                    Map.entry("Till.lookAtTransfer", this::lookAtTransfer),
                    Map.entry("Till.bookingOf", this::bookingOf), Map.entry("Till.objectOf", this::objectOf),
                    Map.entry("Till.noticesSince", this::noticesSince), Map.entry("Connect.open", this::onboarding),
                    Map.entry("Connect.onboarding", this::onboarding), Map.entry("Connect.dashboard", this::dashboard),
                    Map.entry("Connect.look", this::account), Map.entry("Connect.standings", this::accounts),
                    Map.entry("Connect.payout", this::payout), Map.entry("Connect.payouts", this::payouts)));

    record Failure(Call call, Fault fault) {

        /** Otherwise only the answer is lost, and the next look may find it done before anybody reads anything. */
        boolean nothingDone() {
            return switch (fault) {
                case ERROR_500, UNAVAILABLE_503, RATE_LIMITED_429, HANG, RESET_BEFORE -> true;
                case HANG_AFTER, RESET_AFTER, CUT_BODY -> false;
            };
        }
    }

    static Stream<Arguments> failures() {
        return PortCalls.all()
            .entrySet()
            .stream()
            .flatMap(question -> question.getValue()
                .stream()
                .flatMap(call -> (WRITES.contains(call) ? Arrays.stream(Fault.values()) : Stream.of(Fault.ERROR_500))
                    .map(fault -> Arguments.of(question.getKey(), call, fault))));
    }

    @Test
    void noCallIsForgotten() {
        assertThat(PortCalls.questions()).isEqualTo(PortCalls.all().keySet()).isEqualTo(stories.keySet());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void oneEffectOneKeyAndThePersonIsTold(String question, Call call, Fault fault) {
        stories.get(question).accept(new Failure(call, fault));
    }

    /** @param act asks in vain; told what people read meanwhile; done what is true some minutes later */
    private void failing(Failure failure, Runnable act, Runnable told, Runnable done) {
        failing(failure, act, told, Duration.ofMinutes(11), done);
    }

    private void failing(Failure failure, Runnable act, Runnable told, Duration later, Runnable done) {
        var before = stripe.requests(failure.call()).size();
        stripe.faults().failAll(failure.call(), failure.fault());
        act.run();
        assertThat(stripe.requests(failure.call()).size()).as("it was asked").isGreaterThan(before);
        if (failure.nothingDone()) {
            told.run();
        }
        stripe.faults().clear();
        clock.forward(later);
        tasks.runDue();
        done.run();
        if (WRITES.contains(failure.call())) {
            var asked = stripe.requests(failure.call()).stream().skip(before).toList();
            assertThat(asked).extracting(Request::idempotencyKey).doesNotContainNull();
            assertThat(asked.stream().map(Request::idempotencyKey).distinct()).as("one key").hasSize(1);
            assertThat(asked).as("one effect")
                .filteredOn(request -> request.status() == 200 && !request.replayed())
                .hasSize(1);
        }
    }

    private void open(Failure failure) {
        var booked = scene.instant(scene.shop());
        failing(failure,
                () -> assertThat(post(booked.mentee(), "/bookings/" + booked.id() + "/checkout")).hasStatus(503)
                    .bodyText()
                    .contains("Nothing was charged", "Your time is kept until"),
                () -> assertThat(scene.status(booked)).isEqualTo(BookingStatus.AWAITING_PAYMENT), Duration.ZERO, () -> {
                    assertThat(post(booked.mentee(), "/bookings/" + booked.id() + "/checkout")).hasStatus(303);
                    assertThat(stripe.sessionsOf(booked.id())).hasSize(1);
                });
    }

    private void look(Failure failure) {
        switch (failure.call()) {
            case SESSION_RETRIEVE -> {
                var booked = scene.instant(scene.shop());
                stripe.pay(scene.checkout(booked));
                failing(failure, () -> told(booked),
                        () -> assertThat(get(booked.mentee(), "/bookings/" + booked.id() + "/paid"))
                            .contains("need not pay a second time"),
                        () -> assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED));
            }
            case REFUND_LIST -> {
                var booked = paid();
                for (var i = 0; i < 11; i++) {
                    giveBack(booked, 100);
                }
                tasks.runDue();
                stripe.refundByHand(scene.money(booked).id(), 100);
                failing(failure, () -> told(booked),
                        () -> assertThat(money(booked)).contains("€11 of your €45 went back"),
                        () -> assertThat(money(booked)).contains("€12 of your €45 went back"));
            }
            default -> {
                var booked = paid();
                stripe.dispute(scene.money(booked).charge());
                failing(failure, () -> told(booked), () -> assertThat(money(booked)).contains("You paid €45"),
                        () -> assertThat(money(booked)).contains("Your bank has taken €45 back"));
            }
        }
    }

    private void expire(Failure failure) {
        var booked = scene.instant(scene.shop());
        var session = scene.checkout(booked);
        scene.withdraw(booked);
        failing(failure, tasks::runDue, () -> assertThat(money(booked)).contains("Nothing was charged"), () -> {
            assertThat(stripe.session(session).status()).isEqualTo("expired");
            assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.VOIDED);
        });
    }

    private void capture(Failure failure) {
        var booked = requested();
        scene.accept(booked);
        failing(failure, tasks::runDue, () -> assertThat(money(booked)).contains("Your card is being charged €45"),
                () -> {
                    assertThat(scene.money(booked).received()).isEqualTo(4500);
                    assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
                    assertThat(money(booked)).contains("You paid €45");
                });
    }

    private void cancel(Failure failure) {
        var booked = requested();
        scene.decline(booked);
        failing(failure, tasks::runDue,
                () -> assertThat(money(booked)).contains("is being released. Nothing is charged"), () -> {
                    assertThat(scene.money(booked).status()).isEqualTo("canceled");
                    assertThat(scene.money(booked).received()).isZero();
                    assertThat(money(booked)).contains("Nothing was charged");
                });
    }

    private void refund(Failure failure) {
        var booked = paid();
        var now = clock.instant();
        var shown = pages.show(booked.mentee().viewer(), booked.id(), now).orElseThrow().cancel().back().minor();
        assertThat(cancel.cancel(booked.mentee().viewer(), booked.id(), null, shown, FormToken.next(), now))
            .isInstanceOf(Outcome.Done.class);
        failing(failure, tasks::runDue, () -> assertThat(money(booked)).contains("€45 is on its way back to your card"),
                () -> {
                    assertThat(stripe.refundsOf(scene.money(booked).id())).singleElement()
                        .satisfies(back -> assertThat(back.amount()).isEqualTo(4500));
                    assertThat(money(booked)).contains("€45 went back to your card");
                });
    }

    private void transfer(Failure failure) {
        var booked = paid();
        scene.completed(booked);
        failing(failure, tasks::runDue,
                () -> assertThat(get(booked.shop().mentor(), "/mentor/payouts")).contains("earned, on its way to you"),
                () -> assertThat(stripe.transfersOf(booked.id())).singleElement()
                    .satisfies(transfer -> assertThat(transfer.amount()).isEqualTo(4050)));
    }

    private void reverse(Failure failure) {
        var booked = transferred();
        giveBack(booked, 1000);
        failing(failure, tasks::runDue,
                () -> assertThat(get(booked.shop().mentor(), "/mentor/payouts")).contains("you owe; it is taken from"),
                () -> assertThat(stripe.transfersOf(booked.id())).singleElement()
                    .satisfies(transfer -> assertThat(transfer.reversed()).isEqualTo(900)));
    }

    private void lookAtTransfer(Failure failure) {
        var booked = transferred();
        stripe.reverseByHand(stripe.transfersOf(booked.id()).getFirst().id(), 1000);
        failing(failure,
                () -> assertThatThrownBy(() -> nightly.reconcile(clock.instant())).isInstanceOf(Till.Unavailable.class),
                () -> assertThat(differences(booked)).isZero(), () -> {
                    nightly.reconcile(clock.instant());
                    assertThat(differences(booked)).isEqualTo(1);
                });
    }

    private void bookingOf(Failure failure) {
        var booked = transferred();
        giveBack(booked, 1000);
        tasks.runDue();
        var money = scene.money(booked);
        var message = switch (failure.call()) {
            case SESSION_RETRIEVE -> bare("checkout.session.completed", scene.session(booked));
            case INTENT_RETRIEVE -> bare("payment_intent.succeeded", money.id());
            case CHARGE_RETRIEVE -> bare("charge.updated", money.charge());
            case TRANSFER_RETRIEVE -> bare("transfer.created", stripe.transfersOf(booked.id()).getFirst().id());
            case REFUND_RETRIEVE -> bare("refund.updated", stripe.refundsOf(money.id()).getFirst().id());
            default -> bare("charge.dispute.created", stripe.dispute(money.charge()).id());
        };
        waits(failure, message);
    }

    private void objectOf(Failure failure) {
        var booked = paid();
        var real = stripe.deliveriesOf(scene.session(booked)).getLast();
        var known = jdbc.sql("UPDATE stripe_event SET event_id = ? WHERE event_id = ?")
            .params("old_" + real.eventId(), real.eventId())
            .update();
        assertThat(known).isEqualTo(1);
        waits(failure, signed(real.eventId(), real.type(), "{}"));
    }

    /** Nobody waits for a message; it is worked on when Stripe is back, rather than parked. */
    private void waits(Failure failure, Delivery message) {
        failing(failure, () -> {
            assertThat(scene.deliver(message)).isEqualTo(200);
            tasks.runDue();
        }, () -> assertThat(outcome(message)).isEqualTo("waits"),
                () -> assertThat(outcome(message)).isEqualTo("SETTLED"));
    }

    private void noticesSince(Failure failure) {
        clock.forward(Duration.ofDays(3));
        var before = clock.instant();
        var booked = scene.instant(scene.shop());
        stripe.pay(scene.checkout(booked));
        failing(failure,
                () -> assertThatThrownBy(() -> fetch.fetch(before, clock.instant()))
                    .isInstanceOf(Till.Unavailable.class),
                () -> assertThat(scene.status(booked)).isEqualTo(BookingStatus.AWAITING_PAYMENT), () -> {
                    fetch.fetch(before, clock.instant());
                    tasks.runDue();
                    assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
                });
    }

    private void onboarding(Failure failure) {
        var mentor = cast.mentor();
        profiles.save(mentor.id(),
                new ProfileText("Plain answers", "I have done this.", "", "", "", List.of("Java"), List.of("en")), true,
                clock.instant());
        var token = UUID.randomUUID().toString();
        failing(failure,
                () -> assertThat(post(mentor, "/mentor/payouts/account", "country", "DE", "formToken", token))
                    .hasStatus(503)
                    .bodyText()
                    .contains("Our payment provider does not answer"),
                () -> assertThat(stripe.accounts()).filteredOn(account -> account.email().equals(mentor.email()))
                    .hasSizeLessThanOrEqualTo(1),
                () -> {
                    assertThat(post(mentor, "/mentor/payouts/account", "country", "DE", "formToken", token))
                        .hasStatus(303);
                    assertThat(stripe.accounts()).filteredOn(account -> account.email().equals(mentor.email()))
                        .hasSize(1);
                });
    }

    private void dashboard(Failure failure) {
        var mentor = scene.shop().mentor();
        var token = UUID.randomUUID().toString();
        failing(failure,
                () -> assertThat(post(mentor, "/mentor/payouts/dashboard", "formToken", token)).hasStatus(503)
                    .bodyText()
                    .contains("Our payment provider does not answer"),
                () -> {},
                () -> assertThat(post(mentor, "/mentor/payouts/dashboard", "formToken", token)).hasStatus(303));
    }

    private void account(Failure failure) {
        var mentor = scene.shop().mentor();
        stripe.restrict(accountOf(mentor));
        failing(failure, () -> assertThat(back(mentor)).isEqualTo("payout.flash.unavailable"),
                () -> assertThat(get(mentor, "/mentor/payouts")).contains("You can be paid"), () -> {
                    assertThat(back(mentor)).isEqualTo("payout.flash.RESTRICTED");
                    assertThat(get(mentor, "/mentor/payouts")).contains("Your paid offers are paused");
                });
    }

    private void accounts(Failure failure) {
        var mentor = scene.shop().mentor();
        stripe.restrict(accountOf(mentor));
        lookedAt(mentor, Instant.parse("2000-01-01T00:00:00Z"));
        var then = Instant.parse("2000-01-01T01:00:00Z");
        failing(failure, () -> accounts.reconcile(then),
                () -> assertThat(get(mentor, "/mentor/payouts")).contains("You can be paid"), () -> {
                    accounts.reconcile(then);
                    assertThat(get(mentor, "/mentor/payouts")).contains("Your paid offers are paused");
                });
    }

    private void lookedAt(Actor mentor, Instant at) {
        jdbc.sql("UPDATE payout_account SET looked_at = ? WHERE account_id = ?")
            .params(Columns.param(at), Columns.param(mentor.id().value()))
            .update();
    }

    private void payout(Failure failure) {
        var mentor = scene.shop().mentor();
        stripe.payOut(accountOf(mentor), 1300, "eur");
        var news = stripe.deliveriesOfAccount(accountOf(mentor)).getLast();
        failing(failure, () -> {
            assertThat(mvc.post()
                .uri("/webhooks/stripe/connect")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Stripe-Signature", news.signature())
                .content(news.body())).hasStatusOk();
            tasks.runDue();
        }, () -> assertThat(outcome(news)).isEqualTo("waits"),
                () -> assertThat(get(mentor, "/mentor/payouts")).contains("Payout to your bank", "€13"));
    }

    private void payouts(Failure failure) {
        var mentor = scene.shop().mentor();
        stripe.payOut(accountOf(mentor), 1400, "eur");
        lookedAt(mentor, Instant.parse("2000-01-01T00:00:00Z"));
        var then = Instant.parse("2000-01-03T00:00:00Z");
        failing(failure, () -> accounts.reconcile(then),
                () -> assertThat(get(mentor, "/mentor/payouts")).doesNotContain("€14"), () -> {
                    accounts.reconcile(then);
                    assertThat(get(mentor, "/mentor/payouts")).contains("Payout to your bank", "€14");
                });
    }

    private Booked requested() {
        var booked = scene.request(scene.shop());
        scene.paid(booked);
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.REQUESTED);
        return booked;
    }

    private Booked transferred() {
        var booked = paid();
        scene.completed(booked);
        tasks.runDue();
        assertThat(stripe.transfersOf(booked.id())).hasSize(1);
        return booked;
    }

    private void told(Booked booked) {
        scene.deliverAll(scene.session(booked));
        tasks.runDue();
    }

    private void giveBack(Booked booked, long minor) {
        assertThat(refund.refund(cast.admin().viewer(), booked.id(), new Amount(minor, "EUR"), "A gesture",
                FormToken.next(), clock.instant()))
            .isEmpty();
    }

    private String accountOf(Actor mentor) {
        return payees.of(mentor.id()).orElseThrow().account();
    }

    private String money(Booked booked) {
        return get(booked.mentee(), "/bookings/" + booked.id() + "/payment");
    }

    private Object back(Actor mentor) {
        var returned = mvc.get().uri("/mentor/payouts/account").with(mentor.login()).exchange();
        return returned.getMvcResult().getFlashMap().get("flash");
    }

    private String get(Actor actor, String path) {
        var answer = mvc.get().uri(path).accept(MediaType.TEXT_HTML).with(actor.login()).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult post(Actor actor, String path, String... fields) {
        var post = mvc.post().uri(path).accept(MediaType.TEXT_HTML).with(formKey()).with(actor.login());
        for (var i = 0; i < fields.length; i += 2) {
            post = post.param(fields[i], fields[i + 1]);
        }
        return post.exchange();
    }

    /** A message that does not say which booking it is about. */
    private Delivery bare(String type, String object) {
        var kind = type.startsWith("charge.dispute") ? "dispute" : type.substring(0, type.lastIndexOf('.'));
        return signed("evt_" + UUID.randomUUID().toString().replace("-", ""), type,
                "{\"object\":{\"id\":\"%s\",\"object\":\"%s\"}}".formatted(object, kind));
    }

    private Delivery signed(String event, String type, String data) {
        var body = """
                {"id":"%s","object":"event","api_version":"2020-01-01","type":"%s","data":%s}""".formatted(event, type,
                data);
        return new Delivery(event, type, body, stripe.signature(body));
    }

    private String outcome(Delivery message) {
        return jdbc.sql("SELECT COALESCE(outcome, 'waits') FROM stripe_event WHERE event_id = ?")
            .param(message.eventId())
            .query(String.class)
            .single();
    }

    private int differences(Booked booked) {
        return jdbc.sql("SELECT COUNT(*) FROM money_mismatch WHERE booking_id = ? AND cleared_at IS NULL")
            .param(Columns.param(booked.id().value()))
            .query(Integer.class)
            .single();
    }
}
