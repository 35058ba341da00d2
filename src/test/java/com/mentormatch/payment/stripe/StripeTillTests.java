package com.mentormatch.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mentormatch.booking.BookingId;
import com.mentormatch.payment.PaymentId;
import com.mentormatch.payment.Snapshot;
import com.mentormatch.payment.Till;
import com.mentormatch.sandbox.stripe.Call;
import com.mentormatch.sandbox.stripe.Fault;
import com.mentormatch.sandbox.stripe.Request;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Ids;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The product's side of the wire, with the time-outs it really has. */
class StripeTillTests {

    private static final Duration PAUSE = Duration.ofMillis(150);

    private final StripeStandIn stripe = StripeStandIn.start(0);
    private final Till till = till(stripe, PAUSE.dividedBy(10));

    private static Till till(StripeStandIn stripe, Duration pause) {
        var settings = new StripeSettings(StripeStandIn.SECRET_KEY, List.of(StripeStandIn.WEBHOOK_SECRET),
                List.of("whsec_none"), stripe.url().toString(), Duration.ofSeconds(8), pause);
        return new StripeTill(new StripeConfiguration().stripeClient(settings), new Calls(settings));
    }

    @AfterEach
    void stop() {
        stripe.close();
    }

    /** All at once: two of them hang for as long as anybody waits. */
    @Test
    void nobodyWaitsLongerThanTenSeconds() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var fault : threads.invokeAll(
                    Arrays.stream(Fault.values()).map(fault -> Executors.callable(() -> patience(fault))).toList())) {
                fault.get();
            }
        }
    }

    private static void patience(Fault fault) {
        try (var failing = StripeStandIn.start(0)) {
            var till = till(failing, PAUSE);
            failing.faults().failAll(Call.SESSION_CREATE, fault);
            var begun = System.nanoTime();
            assertThatThrownBy(() -> till.open(checkout(4500, "EUR"))).as(fault.name())
                .isInstanceOf(Till.Unavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(fault.name()).isLessThan(Duration.ofSeconds(10));
            assertThat(failing.sessions().size()).as(fault.name()).isLessThanOrEqualTo(1);
            assertThat(failing.requests(Call.SESSION_CREATE)).as(fault.name())
                .extracting(Request::idempotencyKey)
                .hasSizeBetween(1, 3);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"HANG", "HANG_AFTER"}, mode = EnumSource.Mode.EXCLUDE)
    void aPassingFailureIsNotEvenNoticed(Fault fault) {
        stripe.failNext(Call.SESSION_CREATE, fault);
        stripe.failNext(Call.SESSION_CREATE, fault);
        assertThat(till.open(checkout(4500, "EUR")).page().toString()).startsWith(stripe.url().toString());
        assertThat(stripe.sessions()).hasSize(1);
    }

    @Test
    void aDefiniteNoIsNotAskedAgain() {
        assertThatThrownBy(() -> till.open(checkout(10, "EUR"))).isInstanceOf(Till.Refused.class)
            .hasMessageContaining("amount_too_small");
        assertThat(stripe.requests(Call.SESSION_CREATE)).hasSize(1);
        assertThatThrownBy(() -> till.look("cs_test_nobody")).isInstanceOf(Till.Refused.class);
    }

    @Test
    void amountsAreInTheCurrencysOwnUnits() {
        assertThat(stripe.session(till.open(checkout(5000, "JPY")).session()).currency()).isEqualTo("jpy");
        assertThat(stripe.session(till.open(checkout(12_500, "KWD")).session()).amount()).isEqualTo(12_500);
    }

    @Test
    void looksAtEveryStage() {
        var checkout = checkout(4500, "EUR");
        var session = till.open(checkout).session();
        assertThat(till.look(session)).isEqualTo(new Snapshot(Snapshot.Session.OPEN, null, Snapshot.Money.NONE, 0, null,
                null, List.of(), List.of(), null));
        stripe.decline(session);
        assertThat(till.look(session).money()).isEqualTo(Snapshot.Money.NONE);
        assertThat(till.look(session).card()).isNull();
        stripe.pay(session);
        var intent = till.look(session).intent();
        assertThat(till.look(session).money()).isEqualTo(Snapshot.Money.AUTHORIZED);
        till.capture(checkout.payment(), intent);
        var charged = till.look(session);
        assertThat(charged).isEqualTo(new Snapshot(Snapshot.Session.COMPLETE, intent, Snapshot.Money.CHARGED, 4500,
                stripe.intent(intent).charge(), new Snapshot.Fee(charged.fee().movement(), 135, "EUR"), List.of(),
                List.of(), "Visa •••• 4242"));
        var refund = Ids.next();
        till.refund(back(checkout, intent, refund));
        till.refund(back(checkout, intent, refund));
        assertThat(till.look(session).refunds()).singleElement().satisfies(back -> {
            assertThat(back.refund()).isEqualTo(refund);
            assertThat(back.minor()).isEqualTo(1500);
            assertThat(back.state()).isEqualTo(Snapshot.Back.State.DONE);
        });
        for (var i = 0; i < 11; i++) {
            till.refund(back(checkout, intent, Ids.next(), 100));
        }
        assertThat(till.look(session).refunds()).as("more than come with the charge").hasSize(12);
        stripe.dispute(charged.charge());
        assertThat(till.look(session).disputes()).singleElement().satisfies(dispute -> {
            assertThat(dispute.minor()).isEqualTo(1900);
            assertThat(dispute.state()).isEqualTo(Snapshot.Dispute.State.OPEN);
            assertThat(dispute.movements()).singleElement()
                .satisfies(movement -> assertThat(movement.fee().minor()).isEqualTo(1500));
            assertThat(till.bookingOf(dispute.id())).contains(checkout.booking());
        });
        assertThat(till.bookingOf(intent)).contains(checkout.booking());
        assertThat(till.bookingOf(session)).contains(checkout.booking());
        assertThat(till.bookingOf(stripe.intent(intent).charge())).contains(checkout.booking());
        assertThat(till.bookingOf(stripe.refunds().getFirst().id())).contains(checkout.booking());
        assertThat(till.bookingOf("pi_nobody")).isEmpty();
        assertThat(till.bookingOf("moon_1")).isEmpty();
    }

    /** Ten come with a transfer; asked again, when Stripe has forgotten the key, it is found among any number. */
    @Test
    void aReversalIsMadeOnceHoweverManyThereAre() {
        var checkout = checkout(4500, "EUR");
        var session = till.open(checkout).session();
        stripe.pay(session);
        till.capture(checkout.payment(), till.look(session).intent());
        var moved = till.transfer(share(checkout, session, Ids.next(), 1));
        var reversal = Ids.next();
        var made = till.reverse(new Till.Taken(reversal, moved.id(), 10, 1));
        for (var i = 0; i < 11; i++) {
            till.reverse(new Till.Taken(Ids.next(), moved.id(), 10, 1));
        }
        assertThat(till.reverse(new Till.Taken(reversal, moved.id(), 10, 2))).isEqualTo(made);
        assertThat(till.lookAtTransfer(moved.id())).contains(new Till.Arrived(2000, 120));
    }

    @Test
    void aTransferIsMadeOnceThoughStripeHasForgottenTheKey() {
        var checkout = checkout(4500, "EUR");
        var session = till.open(checkout).session();
        stripe.pay(session);
        till.capture(checkout.payment(), till.look(session).intent());
        var transfer = Ids.next();
        var made = till.transfer(share(checkout, session, transfer, 1));
        assertThat(till.transfer(share(checkout, session, transfer, 2))).isEqualTo(made);
        assertThat(stripe.transfersOf(checkout.booking())).hasSize(1);
    }

    private Till.Share share(Till.Checkout checkout, String session, UUID transfer, int attempt) {
        return new Till.Share(transfer, checkout.booking(), new Amount(2000, "EUR"), till.look(session).charge(),
                stripe.enabledAccount("milo@example.com"), attempt);
    }

    @Test
    void neverInsideATransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> till.look("cs_test_1")).isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(stripe.requests()).isEmpty();
    }

    private static Till.Checkout checkout(long minor, String currency) {
        return new Till.Checkout(new PaymentId(Ids.next()), BookingId.next(), new Amount(minor, currency), "An hour",
                "Thu 12 March, 18:00 in Berlin", "mara@example.com", true, Instant.now().plus(Duration.ofMinutes(31)),
                URI.create("http://localhost:9/paid"), URI.create("http://localhost:9/left"));
    }

    private static Till.Back back(Till.Checkout checkout, String intent, UUID refund) {
        return back(checkout, intent, refund, 1500);
    }

    private static Till.Back back(Till.Checkout checkout, String intent, UUID refund, long minor) {
        return new Till.Back(refund, checkout.payment(), checkout.booking(), intent, new Amount(minor, "EUR"), 1);
    }
}
