package com.mentormatch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.BookingStatus;
import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.sandbox.stripe.Delivery;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Market;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * "A lost message from Stripe is noticed by ourselves within 15 minutes": for an hour not one arrives, and then all of
 * them do. What concerns mentors' accounts is in {@link AccountsTests}.
 */
class NoWebhooksTests extends PaymentTest {

    private static final Duration PROMISED = Duration.ofMinutes(15);

    @Autowired
    Reconcile payments;
    @Autowired
    ReconcileTips tips;
    @Autowired
    FetchNotices notices;
    @Autowired
    LeaveTip tip;
    @Autowired
    Market market;
    @Autowired
    JdbcClient jdbc;

    @Test
    void everythingIsFoundInTimeAndNothingTwice() {
        clock.forward(Duration.ofDays(40));
        var shop = scene.shop();
        var bought = scene.instant(shop);
        var asked = scene.book(shop, shop.request(), scene.slot(5));
        var givenBack = paid(scene.book(shop, shop.instant(), scene.slot(6)));
        var disputed = paid(scene.book(shop, shop.instant(), scene.slot(7)));
        var tipped = paid(scene.book(shop, shop.instant(), scene.slot(8)));
        market.complete(tipped.id());

        var silence = clock.instant();
        stripe.pay(scene.checkout(bought));
        stripe.pay(scene.checkout(asked));
        stripe.refundByHand(scene.money(givenBack).id(), 1000);
        stripe.dispute(scene.money(disputed).charge());
        var page = ((LeaveTip.Redirect) tip.leave(tipped.mentee().viewer(), tipped.id(), new Amount(700, "EUR"), null,
                FormToken.next(), clock.instant()))
            .page();
        stripe.pay(page.getPath().replaceFirst(".*/", ""));
        var tipCharge = scene.money(tipped).charge();
        minutesPass(silence);
        assertThat(scene.status(bought)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(scene.status(asked)).isEqualTo(BookingStatus.REQUESTED);
        assertThat(scene.payment(givenBack)).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(scene.payment(disputed)).isEqualTo(PaymentStatus.CHARGED_BACK);
        assertThat(ledger(tipped)).contains("TIPPED TIPS -700");

        clock.moveTo(silence.plus(Duration.ofMinutes(44)));
        stripe.dispute(tipCharge);
        minutesPass(clock.instant());
        assertThat(ledger(tipped)).contains("DISPUTED CHARGEBACKS 700");

        var all = Stream.of(bought, asked, givenBack, disputed, tipped).toList();
        var before = all.stream().map(this::ledger).toList();
        all.stream().flatMap(booked -> messages(booked).stream()).forEach(scene::deliver);
        tasks.runDue();
        assertThat(all.stream().map(this::ledger).toList()).as("then all of them arrive").isEqualTo(before);
        assertThat(scene.status(bought)).isEqualTo(BookingStatus.CONFIRMED);
    }

    /** What runs by itself does, as often as it does, for as long as is promised. */
    private void minutesPass(Instant from) {
        assertThat(Stream.of(Reconcile.PACE, FetchNotices.PACE)).allMatch(pace -> pace.equals(Duration.ofMinutes(5)));
        var last = from;
        for (var at = Reconcile.PACE; at.compareTo(PROMISED) <= 0; at = at.plus(Reconcile.PACE)) {
            clock.moveTo(from.plus(at));
            payments.reconcile(clock.instant());
            tips.reconcile(clock.instant());
            notices.fetch(last, clock.instant());
            tasks.runDue();
            last = clock.instant();
        }
    }

    private Booked paid(Booked booked) {
        scene.paid(booked);
        tasks.runDue();
        return booked;
    }

    private List<Delivery> messages(Booked booked) {
        return stripe.sessionsOf(booked.id())
            .stream()
            .flatMap(session -> stripe.deliveriesOf(session.id()).stream())
            .toList();
    }

    private List<String> ledger(Booked booked) {
        return jdbc.sql("""
                SELECT e.movement, l.account, l.amount_minor FROM ledger_entry e
                JOIN ledger_line l ON l.entry_id = e.id
                WHERE e.booking_id = ? ORDER BY e.movement, l.account, l.amount_minor""")
            .param(Columns.param(booked.id().value()))
            .query((row, _) -> row.getString(1) + " " + row.getString(2) + " " + row.getLong(3))
            .list();
    }
}
