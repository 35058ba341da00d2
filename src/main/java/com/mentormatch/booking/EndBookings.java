package com.mentormatch.booking;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.mentormatch.account.AccountEvent;
import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.Holds;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a suspended account still has ahead comes to its end: nobody is left waiting for somebody who cannot come.
 *
 * <p>What was agreed is called off by us, so the mentee gets everything back and no mentor a mark; a request or an unpaid
 * hold is declined where the mentor is gone, and withdrawn where the mentee is. What has begun goes on by its own clock.
 * It is a durable task, asked for in the transaction of the suspension and done a booking at a time: a mentor may have
 * hundreds. See ADR 15.
 */
@Component
public class EndBookings {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("end-bookings");

    private static final String AHEAD = """
            FROM booking WHERE (mentor_id = :account OR mentee_id = :account)
              AND (status IN ('AWAITING_PAYMENT', 'REQUESTED') AND deadline > :now
                OR status = 'CONFIRMED' AND start_at > :now)
            """;

    private final JdbcClient jdbc;
    private final Bookings bookings;
    private final BookingSearch search;
    private final People people;
    private final Holds holds;
    private final GivenBack given;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<SchedulerClient> scheduler;

    EndBookings(JdbcClient jdbc, Bookings bookings, BookingSearch search, People people, Holds holds, GivenBack given,
            Transactions transactions, ApplicationEventPublisher events, ObjectProvider<SchedulerClient> scheduler) {
        this.jdbc = jdbc;
        this.bookings = bookings;
        this.search = search;
        this.people = people;
        this.holds = holds;
        this.given = given;
        this.transactions = transactions;
        this.events = events;
        this.scheduler = scheduler;
    }

    /** What a suspension now would end, the next one first; at most {@code most}. */
    public List<BookingSearch.Line> ahead(SignedIn admin, AccountId account, int most, Instant now) {
        return admin.admin() ? search.lines(ids(account, most, now), now) : List.of();
    }

    @EventListener
    void follow(AccountEvent.Suspended suspended) {
        scheduler.getObject()
            .scheduleIfNotExists(TASK.instance(suspended.account().toString()).build(), suspended.at());
    }

    /** Until nothing is left, unless the account was let in again. What was made in the moment before the suspension is seen, and nothing can be made after. */
    void end(AccountId account, Instant now) {
        if (people.stay(Set.of(account))) {
            return;
        }
        for (var ids = ids(account, 50, now); !ids.isEmpty(); ids = ids(account, 50, now)) {
            ids.forEach(id -> transactions.run(() -> end(bookings.findById(id).orElseThrow(), account, now)));
        }
    }

    private void end(Booking booking, AccountId account, Instant now) {
        var cause = Cause.itself(now);
        BookingEvent event;
        if (booking.cancellable(now)) {
            var terms = booking.cancellationTerms(Party.ADMIN, given.of(booking.id()), now);
            event = new BookingEvent.Cancelled(booking.id(), terms.by(), booking.agreed(), terms.before(), now);
            booking.cancel(terms, null, cause);
        } else if (!booking.awaitsAnswer(now) && !booking.awaitsPayment(now)) {
            return;
        } else if (booking.isMentor(account)) {
            event = new BookingEvent.Declined(booking.id(), null, booking.awaitsPayment(now), now);
            booking.decline(null, cause);
        } else {
            event = new BookingEvent.Withdrawn(booking.id(), booking.awaitsPayment(now), now);
            booking.withdraw(cause);
        }
        holds.release(booking.id().value());
        events.publishEvent(event);
    }

    private List<BookingId> ids(AccountId account, int most, Instant now) {
        return jdbc.sql("SELECT id " + AHEAD + " ORDER BY start_at, id LIMIT " + most)
            .param("account", Columns.param(account.value()))
            .param("now", Columns.param(now))
            .query((row, _) -> new BookingId(Columns.uuid(row, "id")))
            .list();
    }

    @Configuration(proxyBeanMethods = false)
    static class Task {

        @Bean
        OneTimeTask<Void> endBookingsTask(EndBookings end, Clock clock) {
            return Tasks.oneTime(TASK).execute((task, _) -> end.end(AccountId.valueOf(task.getId()), clock.instant()));
        }
    }
}
