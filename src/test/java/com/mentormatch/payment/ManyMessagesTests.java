package com.mentormatch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.BookingStatus;
import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.sandbox.stripe.Call;
import com.mentormatch.sandbox.stripe.Delivery;
import com.mentormatch.sandbox.stripe.Request;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.shared.Columns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * "Your payment is counted once, in whatever order messages arrive": a thousand of them, a third repeated, in any order,
 * sixteen at a time, leave behind what the same messages leave one after another. Bookings have nothing to do with each
 * other, so one of each way is enough to say what that is.
 */
class ManyMessagesTests extends PaymentTest {

    private static final int WAYS = 7;
    private static final int OF_EACH = 24;

    /** What became of a booking and its money, here and at Stripe. */
    record End(BookingStatus booking, PaymentStatus payment, List<String> heard, int timeline, String money,
            long received, List<String> ledger) {}

    @Autowired
    SettlePayment settle;
    @Autowired
    WorkNotice work;
    @Autowired
    JdbcClient jdbc;

    @Test
    void anyOrderAndAnyNumberEndsTheSame() throws Exception {
        var ordered = world(1);
        var inOrder = messages(ordered);
        for (var message : inOrder) {
            take(message);
        }

        var careless = world(OF_EACH);
        var disorder = StripeStandIn.disordered(messages(careless), 0.3, new Random(7));
        assertThat(disorder.size()).isGreaterThan(1_000);
        try (var threads = Executors.newFixedThreadPool(16)) {
            var all = threads.invokeAll(disorder.stream().map(message -> (Callable<Void>) () -> {
                take(message);
                return null;
            }).toList());
            for (var one : all) {
                one.get();
            }
        }

        var expected = ends(ordered);
        assertThat(ends(careless))
            .isEqualTo(IntStream.range(0, WAYS * OF_EACH).mapToObj(i -> expected.get(i % WAYS)).toList());
        assertThat(expected).extracting(End::booking)
            .contains(BookingStatus.CONFIRMED, BookingStatus.REQUESTED, BookingStatus.DECLINED, BookingStatus.WITHDRAWN,
                    BookingStatus.AWAITING_PAYMENT);
        assertThat(stripe.requests(Call.INTENT_CAPTURE))
            .filteredOn(request -> request.status() == 200 && !request.replayed())
            .extracting(Request::idempotencyKey)
            .doesNotHaveDuplicates();
        var events = disorder.stream().map(Delivery::eventId).distinct().toList();
        assertThat(jdbc.sql("SELECT outcome, COUNT(*) FROM stripe_event WHERE event_id IN (:events) GROUP BY outcome")
            .param("events", events)
            .query((row, _) -> row.getString(1) + " " + row.getInt(2))
            .list()).containsExactly("SETTLED " + events.size());
    }

    /** Bookings paid, declined by the bank, left, answered and taken back, of which no message has arrived yet. */
    private List<Booked> world(int ofEach) {
        var shop = scene.shop();
        var bookings = new ArrayList<Booked>();
        for (var i = 0; i < WAYS * ofEach; i++) {
            var way = i % WAYS;
            var booked = scene.book(shop, way < 3 ? shop.instant() : shop.request(),
                    scene.slot(3).plus(Duration.ofHours(i)));
            var session = scene.checkout(booked);
            if (way == 1 || way == 2) {
                stripe.decline(session);
            }
            if (way != 2) {
                stripe.pay(session);
            }
            if (way > 3) {
                settle.settle(booked.id(), clock.instant());
            }
            switch (way) {
                case 4 -> scene.accept(booked);
                case 5 -> scene.decline(booked);
                case 6 -> scene.withdraw(booked);
                default -> {
                }
            }
            bookings.add(booked);
        }
        jdbc.sql("DELETE FROM scheduled_tasks WHERE task_name NOT LIKE 'payment-%'").update();
        tasks.runDue();
        return bookings;
    }

    private List<Delivery> messages(List<Booked> bookings) {
        return bookings.stream()
            .flatMap(booked -> stripe.deliveriesOf(stripe.sessionsOf(booked.id()).getFirst().id()).stream())
            .toList();
    }

    /** Comes in by the door and is worked on at once, as by a node with nothing else to do. */
    private void take(Delivery message) {
        assertThat(scene.deliver(message)).isEqualTo(200);
        var row = jdbc.sql("SELECT id FROM stripe_event WHERE event_id = ?")
            .param(message.eventId())
            .query((found, _) -> Columns.uuid(found, "id"))
            .single();
        work.work(row, clock.instant());
        jdbc.sql("DELETE FROM scheduled_tasks WHERE task_name = ? AND task_instance = ?")
            .param(PaymentTasks.NOTICE.getTaskName())
            .param(row.toString())
            .update();
    }

    private List<End> ends(List<Booked> bookings) {
        return IntStream.range(0, bookings.size()).mapToObj(i -> {
            var booked = bookings.get(i);
            var session = stripe.sessionsOf(booked.id());
            assertThat(session).hasSize(1);
            var money = scene.money(session.getFirst().id());
            var timeline = jdbc.sql("SELECT 1 FROM timeline_entry WHERE booking_id = ?")
                .param(Columns.param(booked.id().value()))
                .query()
                .listOfRows()
                .size();
            return new End(scene.status(booked), scene.payment(booked), heard.names(booked.id()), timeline,
                    money.status(), money.received(), ledger(booked));
        }).toList();
    }

    private List<String> ledger(Booked booked) {
        return jdbc.sql("""
                SELECT e.movement, l.account, l.amount_minor FROM ledger_entry e
                JOIN ledger_line l ON l.entry_id = e.id
                WHERE e.booking_id = ? ORDER BY e.movement, l.account""")
            .param(Columns.param(booked.id().value()))
            .query((row, _) -> row.getString(1) + " " + row.getString(2) + " " + row.getLong(3))
            .list();
    }
}
