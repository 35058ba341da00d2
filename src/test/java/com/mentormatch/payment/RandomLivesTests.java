package com.mentormatch.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.mentormatch.booking.AcceptMove;
import com.mentormatch.booking.AppealRuling;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingPages;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.CancelBooking;
import com.mentormatch.booking.ConfirmSession;
import com.mentormatch.booking.DisputeSession;
import com.mentormatch.booking.MoveBooking;
import com.mentormatch.booking.Outcome;
import com.mentormatch.booking.ProposeMove;
import com.mentormatch.booking.ResolveDispute;
import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.sandbox.stripe.Delivery;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random lives of a booking and its money: paid at once or captured after a yes, moved, cancelled or held, disputed and
 * ruled on, given back in parts here or at Stripe by hand, tipped, taken by a bank in part or whole, failing and
 * succeeding in any order, every message repeated and shuffled. After every
 * step the ledger balances, no more has gone back than was paid, the status is what Stripe's own figures make it, and a
 * tip is touched by nothing but a bank's claim on that tip. In the end nothing waits.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomLivesTests extends PaymentTest {

    private static final int LIVES = 32;
    private static final int STEPS = 14;

    @Autowired
    JdbcClient jdbc;
    @Autowired
    RefundPayment refund;
    @Autowired
    CancelBooking cancel;
    @Autowired
    MoveBooking move;
    @Autowired
    ProposeMove propose;
    @Autowired
    AcceptMove acceptMove;
    @Autowired
    ConfirmSession confirm;
    @Autowired
    DisputeSession complain;
    @Autowired
    ResolveDispute resolve;
    @Autowired
    AppealRuling appeal;
    @Autowired
    LeaveTip tip;
    @Autowired
    BookingFacts facts;
    @Autowired
    BookingPages pages;
    @Autowired
    Cast cast;

    private final Set<String> happened = new TreeSet<>();
    private int lives;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, LIVES);
    }

    /** Chance could leave a kind of event out of all lives, and nobody would notice. */
    @AfterAll
    void everythingHappened() {
        assumeThat(lives).isEqualTo(LIVES);
        assertThat(happened).contains("captured", "moved", "moved by both", "cancelled", "took place", "refunded",
                "tipped", "disputed", "won", "lost", "by hand", "ruled", "appealed", "tip disputed", "tip won",
                "tip lost", "refund comes back");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverHappensItAddsUp(int seed) {
        var random = new Random(seed);
        var admin = cast.admin();
        var done = new ArrayList<String>();
        var booked = begun(random, done);
        for (var step = 0; step < STEPS; step++) {
            done.add(something(booked, admin, random));
            var messages = StripeStandIn.disordered(messages(booked), 0.3, random);
            messages.forEach(message -> assertThat(scene.deliver(message)).isEqualTo(200));
            tasks.runDue();
            holds(booked, "seed " + seed + " " + done);
        }
        settled(booked);
        holds(booked, "seed " + seed + " " + done + " settled");
        var standing = scene.standing(booked);
        assertThat(standing.refunding()).as("%s", done).isZero();
        assertThat(standing.disputed()).as("%s", done).isZero();
        assertThat(balance(booked, "STRIPE")).as("%s", done).isEqualTo(stripe.balanceOf(booked.id()));
        assertThat(standing.charged() - standing.givenBack()).isGreaterThanOrEqualTo(standing.kept());
        done.forEach(step -> happened.add(step.replaceAll(":.*", "")));
        lives++;
    }

    private Booked begun(Random random, List<String> done) {
        var shop = scene.shop();
        if (random.nextInt(4) == 0) {
            scene.unpayable(shop.mentor());
        }
        var booked = random.nextBoolean() ? scene.instant(shop) : scene.request(shop);
        scene.paid(booked);
        if (scene.status(booked) == BookingStatus.AWAITING_PAYMENT) {
            tasks.runDue();
        }
        if (scene.status(booked) == BookingStatus.REQUESTED) {
            scene.accept(booked);
            done.add("captured");
        }
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
        return booked;
    }

    private String something(Booked booked, Actor admin, Random random) {
        var details = facts.of(booked.id(), clock.instant()).orElseThrow();
        return switch (random.nextInt(22)) {
            case 0, 1, 2 -> {
                var minor = 1 + random.nextInt(2_000);
                var refused = refund.refund(admin.viewer(), booked.id(), new Amount(minor, "EUR"), "Random",
                        FormToken.next(), clock.instant());
                yield refused.map(why -> "-: " + why).orElse("refunded: " + minor);
            }
            case 3, 4 -> moved(booked, details, random);
            case 5, 6, 7 -> tookPlace(booked, details);
            case 8 -> cancelled(booked, random.nextInt(3) > 0 ? booked.shop().mentor() : booked.mentee());
            case 9 -> claimed("", charge(booked), random);
            case 18, 19 -> disputed(booked, details, admin, random);
            case 21 -> byHand(booked, random);
            case 10, 11 -> tipped(booked, 100 + random.nextInt(2_000));
            case 12, 13, 14,
                    20 ->
                tips(booked).isEmpty()
                        ? claimed("", charge(booked), random)
                        : claimed("tip ", scene.money(tips(booked).getLast()).charge(), random);
            case 15 -> {
                stripe.refundsAre(Refunds.values()[random.nextInt(3)]);
                yield "refunds change";
            }
            case 16 -> {
                stripe.refundsEnd(random.nextBoolean());
                yield "refunds end";
            }
            default -> {
                var back = stripe.refundsOf(intent(booked).id())
                    .stream()
                    .filter(each -> each.status().equals("succeeded"))
                    .findFirst();
                if (back.isEmpty() || !stripe.disputesOf(charge(booked)).isEmpty()) {
                    clock.forward(Duration.ofMinutes(30));
                    yield "time";
                }
                stripe.refundComesBack(back.get().id());
                yield "refund comes back";
            }
        };
    }

    private String moved(Booked booked, BookingDetails details, Random random) {
        var mentee = booked.mentee().viewer();
        var to = details.time().start().plus(Duration.ofHours(1 + random.nextInt(30)));
        var now = clock.instant();
        if (random.nextBoolean()) {
            return did(move.move(mentee, booked.id(), to, FormToken.next(), now), "moved");
        }
        var mentor = booked.shop().mentor().viewer();
        return propose.propose(mentor, booked.id(), to, null, FormToken.next(), now) instanceof Outcome.Done
                ? did(acceptMove.accept(mentee, booked.id(), to, FormToken.next(), now), "moved by both")
                : "-";
    }

    private String tookPlace(Booked booked, BookingDetails details) {
        if (details.status() != BookingStatus.CONFIRMED) {
            return "-";
        }
        clock.moveTo(details.time().end().plus(Duration.ofMinutes(20)));
        return did(confirm.confirm(booked.mentee().viewer(), booked.id(), FormToken.next(), clock.instant()),
                "took place");
    }

    private String cancelled(Booked booked, Actor by) {
        var shown = pages.show(by.viewer(), booked.id(), clock.instant()).orElseThrow().cancel();
        return shown == null
                ? "-"
                : did(cancel.cancel(by.viewer(), booked.id(), "Ill", shown.back().minor(), FormToken.next(),
                        clock.instant()), "cancelled");
    }

    /** One of the two complains, the other answers, an admin decides at some time. */
    private String disputed(Booked booked, BookingDetails details, Actor admin, Random random) {
        var mentee = booked.mentee().viewer();
        if (details.status() == BookingStatus.CONFIRMED) {
            if (random.nextInt(3) > 0) {
                return tookPlace(booked, details);
            }
            clock.moveTo(details.time().end().plus(Duration.ofMinutes(20)));
            return did(complain.dispute(mentee, booked.id(), "Too short", FormToken.next(), clock.instant()),
                    "complained");
        }
        if (details.complaint() == null) {
            return appealed(booked, details);
        }
        clock.forward(Duration.ofHours(49));
        var least = resolve.least(booked.id(), details.ruling());
        var back = least + random.nextInt((int) (details.price().minor() - least) + 1);
        return did(resolve.resolve(admin.viewer(), booked.id(), back, "Heard", FormToken.next(), clock.instant()),
                "ruled");
    }

    private String appealed(Booked booked, BookingDetails details) {
        return details.status() != BookingStatus.RESOLVED
                ? "-"
                : did(appeal.appeal(booked.mentee().viewer(), booked.id(), "Nobody came", FormToken.next(),
                        clock.instant()), "appealed");
    }

    /** Somebody gives a part back on Stripe's own pages, or what Stripe refused to us. */
    private String byHand(Booked booked, Random random) {
        var owed = scene.refunds(booked).stream().filter(each -> each.status() == Refund.Status.OWED).findFirst();
        var kept = scene.standing(booked).kept();
        var minor = owed.map(each -> each.amount().minor()).orElse(Math.min(kept, 1 + random.nextInt(1_000)));
        if (minor == 0 || claims(charge(booked), "needs_response")) {
            return "-";
        }
        stripe.refundsAre(Refunds.PROMPT);
        stripe.refundByHand(intent(booked).id(), minor);
        return "by hand: " + minor;
    }

    private static String did(Outcome outcome, String what) {
        return outcome instanceof Outcome.Done ? what : "-: " + outcome;
    }

    /** The bank takes a charge back; where it has, it decides. */
    private String claimed(String of, String charge, Random random) {
        var claims = stripe.disputesOf(charge);
        if (claims.isEmpty()) {
            if (of.isEmpty() && random.nextBoolean()) {
                stripe.dispute(charge, 1 + random.nextInt(4_500));
            } else {
                stripe.dispute(charge);
            }
            return of + "disputed";
        }
        if (!claims.getFirst().status().equals("needs_response")) {
            return "-";
        }
        var won = random.nextBoolean();
        stripe.disputeEnds(claims.getFirst().id(), won);
        return of + (won ? "won" : "lost");
    }

    private String tipped(Booked booked, long minor) {
        if (!(tip.leave(booked.mentee().viewer(), booked.id(), new Amount(minor, "EUR"), null, FormToken.next(),
                clock.instant()) instanceof LeaveTip.Redirect(var page))) {
            return "-";
        }
        stripe.pay(page.getPath().replaceFirst(".*/", ""));
        return "tipped: " + minor;
    }

    /** Nothing stands in the way of anything any more. */
    private void settled(Booked booked) {
        stripe.refundsAre(Refunds.PROMPT);
        stripe.refundsEnd(true);
        stripe.sessionsOf(booked.id())
            .stream()
            .flatMap(session -> stripe.disputesOf(scene.money(session.id()).charge()).stream())
            .filter(dispute -> dispute.status().equals("needs_response"))
            .forEach(dispute -> stripe.disputeEnds(dispute.id(), true));
        messages(booked).forEach(message -> assertThat(scene.deliver(message)).isEqualTo(200));
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
        assertThat(standing.charged()).as(life).isEqualTo(money.received());
        assertThat(standing.refunded()).as(life).isEqualTo(backAtStripe).isLessThanOrEqualTo(standing.charged());
        assertThat(standing.givenBack()).as(life).isLessThanOrEqualTo(standing.charged());
        assertThat(standing.kept()).as(life).isNotNegative();
        var expected = taken(money.charge())
                ? PaymentStatus.CHARGED_BACK
                : standing.refunding() > 0
                        ? PaymentStatus.REFUND_PENDING
                        : backAtStripe == 0
                                ? PaymentStatus.PAID
                                : backAtStripe < money.received()
                                        ? PaymentStatus.PARTIALLY_REFUNDED
                                        : PaymentStatus.REFUNDED;
        assertThat(scene.row(booked).status()).as(life).isEqualTo(expected);
        if (standing.earned()) {
            assertThat(standing.share()).as(life).isEqualTo(standing.kept() - Standing.fee(standing.kept(), 10, "EUR"));
        }
        tipsHold(booked, life);
    }

    private void tipsHold(Booked booked, String life) {
        var given = 0L;
        for (var session : tips(booked)) {
            var money = scene.money(session);
            var lost = claims(money.charge(), "lost");
            given += lost ? 0 : money.received();
            assertThat(stripe.refundsOf(money.id())).as(life).isEmpty();
            assertThat(stripe.transfersOf(booked.id()))
                .filteredOn(transfer -> transfer.charge().equals(money.charge()) && transfer.reversed() > 0)
                .as(life)
                .hasSizeLessThanOrEqualTo(lost ? 1 : 0)
                .allMatch(transfer -> transfer.reversed() == money.received());
        }
        assertThat(-balance(booked, "TIPS")).as(life).isEqualTo(given);
    }

    private boolean taken(String charge) {
        return claims(charge, "needs_response") || claims(charge, "lost");
    }

    private boolean claims(String charge, String status) {
        return stripe.disputesOf(charge).stream().anyMatch(dispute -> dispute.status().equals(status));
    }

    private long balance(Booked booked, String account) {
        return scene.balances(booked).getOrDefault(account, 0L);
    }

    private List<Delivery> messages(Booked booked) {
        return stripe.sessionsOf(booked.id())
            .stream()
            .flatMap(session -> stripe.deliveriesOf(session.id()).stream())
            .toList();
    }

    private StripeStandIn.Intent intent(Booked booked) {
        return scene.money(stripe.sessionsOf(booked.id()).getFirst().id());
    }

    private String charge(Booked booked) {
        return intent(booked).charge();
    }

    /** The sessions in which a tip was paid. */
    private List<String> tips(Booked booked) {
        return stripe.sessionsOf(booked.id()).stream().skip(1).map(StripeStandIn.Session::id).toList();
    }
}
