package com.mentormatch.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.sandbox.stripe.Call;
import com.mentormatch.sandbox.stripe.Delivery;
import com.mentormatch.sandbox.stripe.Request;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.shared.Columns;
import com.mentormatch.testing.Node;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * "Your payment is counted once, in whatever order messages arrive": a thousand of them, a third repeated, in any order,
 * sixteen at a time, at the doors of two nodes, leave behind what the same messages leave one after another on one.
 * Bookings have nothing to do with each other, so one of each way is enough to say what that is.
 *
 * <p>The nodes are two contexts of the whole product, each with beans, pool, HTTP server and scheduler of its own; the
 * schedulers own their locks under different names and take work from the one database. Both run in this JVM.
 */
class ManyMessagesTests extends PaymentTest {

    private static final int WAYS = 7;
    private static final int OF_EACH = 24;
    private static final int THREADS_OF_A_NODE = 8;

    /** What became of a booking and its money, here and at Stripe. */
    record End(BookingStatus booking, PaymentStatus payment, List<String> heard, int timeline, String money,
            long received, List<String> ledger) {}

    @Autowired
    SettlePayment settle;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ConfigurableApplicationContext context;

    @Test
    void anyOrderAndAnyNumberEndsTheSame() throws Exception {
        var ordered = world(1);
        for (var message : messages(ordered)) {
            assertThat(scene.deliver(message)).isEqualTo(200);
            tasks.runDue();
        }

        var careless = world(OF_EACH);
        var disorder = StripeStandIn.disordered(messages(careless), 0.3, new Random(7));
        assertThat(disorder.size()).isGreaterThan(1_000);
        var events = disorder.stream().map(Delivery::eventId).distinct().toList();
        var worked = new ConcurrentHashMap<String, Integer>();
        try (var other = Node.another()) {
            heard.also(other.context());
            var doors = List.of(new Node(context), other);
            var schedulers = doors.stream()
                .map(node -> scheduler("node " + doors.indexOf(node), node, worked))
                .toList();
            schedulers.forEach(Scheduler::start);
            try {
                knock(disorder, doors);
                await().atMost(Duration.ofMinutes(3)).until(this::nothingIsDue);
            } finally {
                schedulers.forEach(Scheduler::stop);
            }
        }

        assertThat(outcomes(events)).containsExactly("SETTLED " + events.size());
        assertThat(worked).as("work done by each").containsOnlyKeys("node 0", "node 1");
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
    }

    /** Takes what there is to do about payments from the table, like the one a node runs by itself. */
    private static Scheduler scheduler(String name, Node node, Map<String, Integer> worked) {
        var work = node.context()
            .getBeansOfType(OneTimeTask.class)
            .values()
            .stream()
            .<Task<?>>map(task -> task)
            .filter(task -> task.getName().startsWith("payment-"))
            .toList();
        return Scheduler.create(node.context().getBean(DataSource.class), work)
            .schedulerName(new SchedulerName.Fixed(name))
            .threads(THREADS_OF_A_NODE)
            .pollingInterval(Duration.ofMillis(100))
            .addSchedulerListener(new AbstractSchedulerListener() {
                @Override
                public void onExecutionComplete(ExecutionComplete execution) {
                    worked.merge(name, 1, Integer::sum);
                }
            })
            .build();
    }

    private static void knock(List<Delivery> messages, List<Node> doors) throws Exception {
        try (var http = HttpClient.newHttpClient();
                var threads = Executors.newFixedThreadPool(THREADS_OF_A_NODE * doors.size())) {
            var all = threads.invokeAll(IntStream.range(0, messages.size())
                .mapToObj(i -> (Callable<Integer>) () -> http
                    .send(HttpRequest.newBuilder(doors.get(i % doors.size()).at("/webhooks/stripe"))
                        .header("Content-Type", "application/json")
                        .header("Stripe-Signature", messages.get(i).signature())
                        .POST(HttpRequest.BodyPublishers.ofString(messages.get(i).body()))
                        .build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode())
                .toList());
            for (var one : all) {
                assertThat(one.get()).isEqualTo(200);
            }
        }
    }

    /** Nor will be in a moment, as what failed and is tried again. */
    private boolean nothingIsDue() {
        return jdbc
            .sql("SELECT 1 FROM scheduled_tasks WHERE task_name LIKE 'payment-%' AND execution_time <= ? LIMIT 1")
            .param(Columns.param(clock.instant().plus(Duration.ofMinutes(1))))
            .query()
            .listOfRows()
            .isEmpty();
    }

    private List<String> outcomes(List<String> events) {
        return jdbc.sql("SELECT outcome, COUNT(*) FROM stripe_event WHERE event_id IN (:events) GROUP BY outcome")
            .param("events", events)
            .query((row, _) -> row.getString(1) + " " + row.getInt(2))
            .list();
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
            return new End(scene.status(booked), scene.payment(booked),
                    heard.names(booked.id()).stream().sorted().toList(), timeline, money.status(), money.received(),
                    ledger(booked));
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
