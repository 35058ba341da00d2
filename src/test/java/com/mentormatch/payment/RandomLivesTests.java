package com.mentormatch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.CancelBooking;
import com.mentormatch.booking.Outcome;
import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.sandbox.stripe.Refunds;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random lives of a booking's money: paid, moved on, given back in parts, taken by a bank, failing and succeeding in any
 * order, every message repeated and shuffled. After every step the ledger balances, no more has gone back than was paid,
 * and the status is what Stripe's own figures make it.
 */
class RandomLivesTests extends PaymentTest {

    private static final int STEPS = 9;

    @Autowired
    JdbcClient jdbc;
    @Autowired
    RefundPayment refund;
    @Autowired
    CancelBooking cancel;
    @Autowired
    Cast cast;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whateverHappensItAddsUp(int seed) {
        var random = new Random(seed);
        var admin = cast.admin();
        var booked = scene.instant(scene.shop());
        if (random.nextBoolean()) {
            scene.unpayable(booked.shop().mentor());
        }
        var session = scene.paid(booked);
        tasks.runDue();
        var done = new ArrayList<String>(List.of("paid"));
        for (var step = 0; step < STEPS; step++) {
            done.add(something(booked, admin, random));
            var messages = StripeStandIn.disordered(stripe.deliveriesOf(session), 0.3, random);
            messages.forEach(message -> assertThat(scene.deliver(message)).isEqualTo(200));
            tasks.runDue();
            holds(booked, "seed " + seed + " " + done);
        }
        settled(booked);
        holds(booked, "seed " + seed + " " + done + " settled");
        var standing = scene.standing(booked);
        assertThat(ledger(booked, "STRIPE")).as("%s", done).isEqualTo(stripe.balanceOf(booked.id()));
        assertThat(standing.charged() - standing.givenBack()).isGreaterThanOrEqualTo(standing.kept());
    }

    private String something(Booked booked, Actor admin, Random random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> {
                var minor = 1 + random.nextInt(2_000);
                yield "refund " + minor + " " + refund.refund(admin.viewer(), booked.id(), new Amount(minor, "EUR"),
                        "Random", FormToken.next(), clock.instant());
            }
            case 3 -> {
                if (scene.status(booked) == BookingStatus.CONFIRMED) {
                    scene.completed(booked);
                    yield "completed";
                }
                yield "-";
            }
            case 4 -> {
                var cancelled = scene.status(booked) == BookingStatus.CONFIRMED && !scene.standing(booked).earned()
                        && cancel.cancel(booked.shop().mentor().viewer(), booked.id(), "Ill", 4500L, FormToken.next(),
                                clock.instant()) instanceof Outcome.Done;
                yield cancelled ? "cancelled" : "-";
            }
            case 5 -> {
                if (undisputed(booked)) {
                    stripe.dispute(intent(booked).charge());
                    yield "disputed";
                }
                var open = stripe.disputesOf(intent(booked).charge())
                    .stream()
                    .filter(dispute -> dispute.status().equals("needs_response"))
                    .findFirst();
                var won = random.nextBoolean();
                open.ifPresent(dispute -> stripe.disputeEnds(dispute.id(), won));
                yield open.isPresent() ? won ? "won" : "lost" : "-";
            }
            case 6 -> {
                stripe.refundsAre(Refunds.values()[random.nextInt(3)]);
                yield "refunds change";
            }
            case 7 -> {
                stripe.refundsEnd(random.nextBoolean());
                yield "refunds end";
            }
            case 8 -> {
                var back = stripe.refundsOf(intent(booked).id())
                    .stream()
                    .filter(refund -> refund.status().equals("succeeded"))
                    .findFirst();
                if (undisputed(booked)) {
                    back.ifPresent(refund -> stripe.refundComesBack(refund.id()));
                }
                yield "refund comes back";
            }
            default -> {
                clock.forward(Duration.ofMinutes(30));
                yield "time";
            }
        };
    }

    /** Nothing stands in the way of anything any more. */
    private void settled(Booked booked) {
        stripe.refundsAre(Refunds.PROMPT);
        stripe.refundsEnd(true);
        stripe.disputesOf(intent(booked).charge())
            .stream()
            .filter(dispute -> dispute.status().equals("needs_response"))
            .forEach(dispute -> stripe.disputeEnds(dispute.id(), true));
        scene.deliverAll(stripe.sessionsOf(booked.id()).getLast().id());
        for (var i = 0; i < 4; i++) {
            tasks.runDue();
            clock.forward(Duration.ofHours(7));
        }
        tasks.runDue();
    }

    private void holds(Booked booked, String life) {
        assertThat(jdbc.sql("""
                SELECT e.movement, e.cause FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id
                WHERE e.booking_id = ? GROUP BY e.id, e.movement, e.cause HAVING SUM(l.amount_minor) <> 0""")
            .param(Columns.param(booked.id().value()))
            .query()
            .listOfRows()).as(life).isEmpty();
        var standing = scene.standing(booked);
        var money = intent(booked);
        var backAtStripe = stripe.refundsOf(money.id())
            .stream()
            .filter(refund -> refund.status().equals("succeeded"))
            .mapToLong(StripeStandIn.Refund::amount)
            .sum();
        var disputes = stripe.disputesOf(money.charge());
        assertThat(standing.charged()).as(life).isEqualTo(money.received());
        assertThat(standing.refunded()).as(life).isEqualTo(backAtStripe).isLessThanOrEqualTo(standing.charged());
        assertThat(standing.givenBack()).as(life).isLessThanOrEqualTo(standing.charged());
        assertThat(standing.kept()).as(life).isNotNegative();
        var taken = disputes.stream()
            .anyMatch(dispute -> dispute.status().equals("needs_response") || dispute.status().equals("lost"));
        var expected = taken
                ? PaymentStatus.CHARGED_BACK
                : standing.refunding() > 0
                        ? PaymentStatus.REFUND_PENDING
                        : backAtStripe == 0
                                ? PaymentStatus.PAID
                                : backAtStripe < money.received()
                                        ? PaymentStatus.PARTIALLY_REFUNDED
                                        : PaymentStatus.REFUNDED;
        assertThat(scene.payment(booked)).as(life).isEqualTo(expected);
        if (standing.earned()) {
            assertThat(standing.share()).as(life).isEqualTo(standing.kept() - Standing.fee(standing.kept(), 10, "EUR"));
        }
    }

    private long ledger(Booked booked, String account) {
        return jdbc.sql("""
                SELECT COALESCE(SUM(l.amount_minor), 0) FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id
                WHERE e.booking_id = ? AND l.account = ?""")
            .param(Columns.param(booked.id().value()))
            .param(account)
            .query(Long.class)
            .single();
    }

    private boolean undisputed(Booked booked) {
        return stripe.disputesOf(intent(booked).charge()).isEmpty() && scene.standing(booked).kept() > 0;
    }

    private StripeStandIn.Intent intent(Booked booked) {
        return scene.money(stripe.sessionsOf(booked.id()).getLast().id());
    }
}
