package com.mentormatch.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mentormatch.account.AccountId;
import com.mentormatch.booking.BookingId;
import com.mentormatch.payment.PaymentId;
import com.mentormatch.payment.PortCalls;
import com.mentormatch.payment.Till;
import com.mentormatch.sandbox.stripe.Call;
import com.mentormatch.sandbox.stripe.Fault;
import com.mentormatch.sandbox.stripe.Request;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Ids;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every question the product asks of Stripe, with every one of its calls failing in every way: nobody knows whether it
 * happened, which is all the rest of the product is told. Asked again, it has been done once and under one key.
 */
class EveryQuestionTests {

    private static final Duration READ = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final URI HERE = URI.create("http://localhost:9/here");
    private static final int AT_ONCE = 12;

    private static final Set<Call> WRITES = Set.of(Call.SESSION_CREATE, Call.SESSION_EXPIRE, Call.INTENT_CAPTURE,
            Call.INTENT_CANCEL, Call.REFUND_CREATE, Call.TRANSFER_CREATE, Call.TRANSFER_REVERSE, Call.ACCOUNT_CREATE,
            Call.ACCOUNT_LINK, Call.ACCOUNT_LOGIN);

    /** Makes what the question is about, and gives the question: asked twice it is the same one. */
    private static final Map<String, Function<Scene, Runnable>> QUESTIONS = new TreeMap<>(
            Map.ofEntries(Map.entry("Till.open", scene -> {
                var checkout = scene.checkout(false);
                return () -> scene.till.open(checkout);
            }), Map.entry("Till.look", scene -> {
                var paid = scene.disputed();
                return () -> scene.till.look(paid.session());
            }), Map.entry("Till.expire", scene -> {
                var checkout = scene.checkout(false);
                var session = scene.till.open(checkout).session();
                return () -> scene.till.expire(checkout.payment(), session);
            }), Map.entry("Till.capture", scene -> {
                var paid = scene.paid(true);
                return () -> scene.till.capture(paid.payment(), paid.intent());
            }), Map.entry("Till.cancel", scene -> {
                var paid = scene.paid(true);
                return () -> scene.till.cancel(paid.payment(), paid.intent());
            }), Map.entry("Till.refund", scene -> {
                var back = scene.back(scene.paid(false), 100);
                return () -> scene.till.refund(back);
            }), Map.entry("Till.transfer", scene -> {
                var share = scene.share(scene.paid(false));
                return () -> scene.till.transfer(share);
            }), Map.entry("Till.reverse", scene -> {
                var taken = new Till.Taken(Ids.next(), scene.till.transfer(scene.share(scene.paid(false))).id(), 1000,
                        1);
                return () -> scene.till.reverse(taken);
            }), Map.entry("Till.lookAtTransfer", scene -> {
                var transfer = scene.till.transfer(scene.share(scene.paid(false))).id();
                return () -> scene.till.lookAtTransfer(transfer);
            }), Map.entry("Till.bookingOf", scene -> {
                var things = scene.things();
                return () -> things.forEach(scene.till::bookingOf);
            }), Map.entry("Till.objectOf", scene -> {
                scene.paid(false);
                var event = scene.stripe.events().getLast().id();
                return () -> scene.till.objectOf(event, null);
            }), Map.entry("Till.noticesSince", scene -> {
                scene.paid(false);
                return () -> scene.till.noticesSince(Instant.EPOCH);
            }), Map.entry("Connect.open", scene -> {
                var mentor = AccountId.next();
                return () -> scene.connect.open(mentor, "milo@example.com", "DE");
            }), Map.entry("Connect.onboarding", scene -> {
                var account = scene.connect.open(AccountId.next(), "milo@example.com", "DE");
                var token = FormToken.next();
                return () -> scene.connect.onboarding(account, HERE, HERE, token);
            }), Map.entry("Connect.dashboard", scene -> {
                var account = scene.stripe.enabledAccount("milo@example.com");
                var token = FormToken.next();
                return () -> scene.connect.dashboard(account, token);
            }), Map.entry("Connect.look", scene -> {
                var account = scene.stripe.enabledAccount("milo@example.com");
                return () -> scene.connect.look(account);
            }), Map.entry("Connect.standings", scene -> {
                scene.stripe.enabledAccount("milo@example.com");
                return () -> scene.connect.standings();
            }), Map.entry("Connect.payout", scene -> {
                var account = scene.stripe.enabledAccount("milo@example.com");
                var payout = scene.stripe.payOut(account, 100, "eur").id();
                return () -> scene.connect.payout(account, payout);
            }), Map.entry("Connect.payouts", scene -> {
                var account = scene.stripe.enabledAccount("milo@example.com");
                return () -> scene.connect.payouts(account, Instant.EPOCH);
            })));

    @Test
    void noneIsForgotten() {
        assertThat(PortCalls.questions()).isEqualTo(PortCalls.all().keySet()).isEqualTo(QUESTIONS.keySet());
    }

    @Test
    void eachMakesTheCallsThatAreKnownOfIt() {
        QUESTIONS.forEach((name, question) -> {
            try (var scene = new Scene()) {
                var asked = question.apply(scene);
                var before = scene.stripe.requests().size();
                asked.run();
                assertThat(scene.stripe.requests().stream().skip(before).map(Request::call).collect(Collectors.toSet()))
                    .as(name)
                    .isEqualTo(PortCalls.all().get(name));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whereverItFailsItHasHappenedOnce(Fault fault) throws Exception {
        var cases = PortCalls.all()
            .entrySet()
            .stream()
            .flatMap(calls -> calls.getValue()
                .stream()
                .map(call -> Executors.callable(() -> fails(calls.getKey(), call, fault))))
            .toList();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var one : threads.invokeAll(cases)) {
                one.get();
            }
        }
    }

    private static void fails(String name, Call call, Fault fault) {
        var what = name + ", " + call + " " + fault;
        try (var scene = new Scene()) {
            var question = QUESTIONS.get(name).apply(scene);
            var before = scene.stripe.requests().size();
            scene.stripe.faults().failAll(call, fault);
            assertThatThrownBy(question::run).as(what).isInstanceOf(Till.Unavailable.class);
            scene.stripe.faults().clear();
            question.run();
            var asked = scene.stripe.requests().stream().skip(before).toList();
            asked.stream()
                .filter(request -> request.idempotencyKey() != null)
                .collect(Collectors.groupingBy(Request::call))
                .forEach((write, requests) -> {
                    assertThat(requests).as(what)
                        .extracting(Request::idempotencyKey)
                        .containsOnly(requests.getFirst().idempotencyKey());
                    assertThat(requests).as(what)
                        .filteredOn(request -> request.status() == 200 && !request.replayed())
                        .hasSize(1);
                });
            assertThat(asked).as(what)
                .filteredOn(request -> WRITES.contains(request.call()))
                .allMatch(request -> request.idempotencyKey() != null);
        }
    }

    private record Paid(PaymentId payment, BookingId booking, String session, String intent, String charge) {}

    /** A Stripe of its own, with the product's side of the wire. */
    private static final class Scene implements AutoCloseable {

        final StripeStandIn stripe = StripeStandIn.start(0);
        final StripeTill till;
        final StripeConnect connect;

        Scene() {
            var settings = new StripeSettings(StripeStandIn.SECRET_KEY, List.of(StripeStandIn.WEBHOOK_SECRET),
                    List.of(StripeStandIn.CONNECT_WEBHOOK_SECRET), stripe.url().toString(), READ, PAUSE);
            var client = new StripeConfiguration().stripeClient(settings);
            till = new StripeTill(client, new Calls(settings));
            connect = new StripeConnect(client, new Calls(settings));
        }

        Till.Checkout checkout(boolean hold) {
            return new Till.Checkout(new PaymentId(Ids.next()), BookingId.next(), new Amount(4500, "EUR"), "An hour",
                    "Thu 12 March", "mara@example.com", hold, Instant.now().plus(Duration.ofMinutes(31)), HERE, HERE);
        }

        Paid paid(boolean hold) {
            var checkout = checkout(hold);
            var session = till.open(checkout).session();
            stripe.pay(session);
            var intent = stripe.intent(stripe.session(session).intent());
            return new Paid(checkout.payment(), checkout.booking(), session, intent.id(), intent.charge());
        }

        /** With more refunds than come with a charge. */
        Paid disputed() {
            var paid = paid(false);
            for (var i = 0; i < 11; i++) {
                till.refund(back(paid, 10));
            }
            stripe.dispute(paid.charge());
            return paid;
        }

        Till.Back back(Paid paid, long minor) {
            return new Till.Back(Ids.next(), paid.payment(), paid.booking(), paid.intent(), new Amount(minor, "EUR"),
                    1);
        }

        Till.Share share(Paid paid) {
            return new Till.Share(Ids.next(), paid.booking(), new Amount(4050, "EUR"), paid.charge(),
                    stripe.enabledAccount("milo@example.com"), 1);
        }

        /** One of each kind that leads to a booking. */
        List<String> things() {
            var paid = paid(false);
            var transfer = till.transfer(share(paid)).id();
            till.refund(back(paid, 100));
            var refund = stripe.refundsOf(paid.intent()).getFirst().id();
            var dispute = stripe.dispute(paid.charge()).id();
            return List.of(paid.session(), paid.intent(), paid.charge(), transfer, refund, dispute);
        }

        @Override
        public void close() {
            stripe.close();
        }
    }
}
