package com.mentormatch.admin;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.mentormatch.account.AccountId;
import com.mentormatch.account.AdminAct;
import com.mentormatch.account.Commitments;
import com.mentormatch.account.NeedsAdmin;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.RowsOfBookings;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Durable work as admins see it. What failed comes again by itself, later and later; what has failed often, or is long
 * overdue, needs somebody to look. It can be run now or, unless it recurs, given up; by nobody
 * whose own session it works on.
 */
@Component
class AdminTasks implements NeedsAdmin {

    /** Fewer failures are the weather: a server that was away for a moment. */
    private static final int OFTEN = 5;

    /** Work that should have begun that long ago says that nobody is working. */
    private static final Duration OVERDUE = Duration.ofMinutes(15);

    /**
     * @param failures in a row, up to now
     * @param running  whether a node has it in hand
     */
    record Line(String name, String instance, Instant due, boolean running, int failures, Instant lastFailure) {

        /** Names it in addresses, whose parts a slash would end. */
        public String id() {
            return name + "~" + instance.replace('/', '~');
        }

        public boolean recurs() {
            return instance.equals(RecurringTask.INSTANCE);
        }

        /** What it is about; its word is the message {@code admin.tasks.about.<kind>}. */
        public String kind() {
            return switch (name) {
                case "send-mail" -> "mail";
                case "end-bookings" -> "account";
                case "booking-deadline", "session-reminder", "confirm-reminder", "meeting-room" -> "booking";
                default -> name.startsWith("payment-") ? "money" : "other";
            };
        }

        /** Where that is shown; null where nothing shows it. */
        public String href() {
            return switch (kind()) {
                case "mail" -> "/admin/outbox?show=WAITING";
                case "account" -> "/admin/accounts/" + instance;
                case "booking" -> subject().map(id -> "/admin/bookings/" + id).orElse(null);
                case "money" -> "/admin/money";
                default -> null;
            };
        }

        /** The first id in its name: of the row it works on. */
        Optional<UUID> subject() {
            return Arrays.stream(instance.split("/")).flatMap(part -> Ids.read(part).stream()).findFirst();
        }
    }

    private static final String SELECT = """
            SELECT task_name, task_instance, execution_time, picked, consecutive_failures, last_failure
            FROM scheduled_tasks WHERE\s""";

    private final JdbcClient jdbc;
    private final BookingFacts bookings;
    private final List<RowsOfBookings> rows;
    private final List<Commitments> commitments;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<SchedulerClient> scheduler;

    AdminTasks(JdbcClient jdbc, BookingFacts bookings, List<RowsOfBookings> rows, List<Commitments> commitments,
            Transactions transactions, ApplicationEventPublisher events, ObjectProvider<SchedulerClient> scheduler) {
        this.jdbc = jdbc;
        this.bookings = bookings;
        this.rows = rows;
        this.commitments = commitments;
        this.transactions = transactions;
        this.events = events;
        this.scheduler = scheduler;
    }

    /** What has failed or is overdue, what has failed most often first; at most {@code most}. */
    List<Line> list(int most, Instant now) {
        return jdbc
            .sql(SELECT + """
                    consecutive_failures > 0 OR picked = FALSE AND execution_time < ?
                    ORDER BY COALESCE(consecutive_failures, 0) DESC, execution_time, task_name, task_instance LIMIT\s"""
                    + most)
            .param(Columns.param(now.minus(OVERDUE)))
            .query(AdminTasks::line)
            .list();
    }

    Optional<Line> find(String id) {
        var parts = id.split("~", 2);
        return parts.length < 2
                ? Optional.empty()
                : jdbc.sql(SELECT + "task_name = ? AND task_instance = ?")
                    .params(parts[0], parts[1].replace('~', '/'))
                    .query(AdminTasks::line)
                    .optional();
    }

    /** Whether it works on a session of this admin's own, be it by way of a mail, of money or of the other one's account. */
    boolean own(SignedIn admin, Line task, Instant now) {
        return task.subject()
            .filter(id -> task.kind().equals("account")
                    ? commitments.stream().anyMatch(known -> known.between(admin.id(), new AccountId(id), now))
                    : booking(id, now).filter(booking -> booking.isOf(admin)).isPresent())
            .isPresent();
    }

    /** Itself, or the one a row is about. */
    private Optional<BookingDetails> booking(UUID id, Instant now) {
        return bookings.of(new BookingId(id), now)
            .or(() -> rows.stream()
                .flatMap(kept -> kept.bookingOf(id).stream())
                .findFirst()
                .flatMap(found -> bookings.of(found, now)));
    }

    @Override
    public List<Matter> matters(int size, Instant now) {
        return list(size, now).stream()
            .filter(task -> task.failures() >= OFTEN || task.failures() == 0)
            .map(task -> new Matter(task.failures() == 0 ? "task-overdue" : "task-failed",
                    List.of(task.name(), String.valueOf(task.failures())),
                    task.failures() == 0 ? task.due() : task.lastFailure(), "/admin/tasks"))
            .toList();
    }

    /** Says whether it will be: not where it is running, or done, by now. */
    boolean run(SignedIn admin, Line task, String reason, Instant now) {
        return act(admin, "task-run", task, reason, now,
                () -> scheduler.getObject().reschedule(TaskInstanceId.of(task.name(), task.instance()), now));
    }

    boolean drop(SignedIn admin, Line task, String reason, Instant now) {
        return !task.recurs() && act(admin, "task-dropped", task, reason, now,
                () -> scheduler.getObject().cancel(TaskInstanceId.of(task.name(), task.instance())));
    }

    private boolean act(SignedIn admin, String act, Line task, String reason, Instant now, Runnable change) {
        return transactions.run(() -> {
            try {
                change.run();
            } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException otherwise) {
                return false;
            }
            events.publishEvent(new AdminAct(admin.id(), act, "task", subject(task), reason, now));
            return true;
        });
    }

    private static String subject(Line task) {
        return task.id().length() > 100 ? task.id().substring(0, 100) : task.id();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(row.getString("task_name"), row.getString("task_instance"),
                Columns.instant(row, "execution_time"), row.getBoolean("picked"), row.getInt("consecutive_failures"),
                Columns.instant(row, "last_failure"));
    }
}
