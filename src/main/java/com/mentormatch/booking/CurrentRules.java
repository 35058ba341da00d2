package com.mentormatch.booking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mentormatch.account.AccountId;
import com.mentormatch.account.AdminAct;
import com.mentormatch.account.People;
import com.mentormatch.account.Person;
import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The {@link BookingRules} that count now: the last an admin set, before that the operator's. A node asks at most every
 * other second, so a change counts everywhere within two, without a restart.
 */
@Component
public class CurrentRules {

    /**
     * @param version rises with each change; 0 while the operator's count
     */
    public record Version(int version, BookingRules rules) {}

    /** @param before what they were until then */
    public record Change(Person admin, BookingRules before, BookingRules after, String reason, Instant at) {

        public String difference() {
            return before.difference(after);
        }
    }

    private record Row(Version set, AccountId admin, String reason, Instant at) {}

    private static final String SELECT = """
            SELECT version, fee_percent, answer_hours, max_undecided, max_unpaid, tries_an_hour, admin_id, reason, at
            FROM booking_rules ORDER BY version DESC LIMIT\s""";

    private final JdbcClient jdbc;
    private final People people;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final BookingRules operators;
    private final Cache<Boolean, Version> kept = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(2)).build();

    CurrentRules(JdbcClient jdbc, People people, Transactions transactions, ApplicationEventPublisher events,
            BookingSettings settings) {
        this.jdbc = jdbc;
        this.people = people;
        this.transactions = transactions;
        this.events = events;
        this.operators = new BookingRules(settings.feePercent(), BookingRules.DEFAULT_ANSWER_HOURS,
                settings.maxUndecided(), settings.maxUnpaid(), settings.triesAnHour());
    }

    /** Nobody waits until another has asked: in a transaction they hold the very connection the other one may wait for. */
    public BookingRules now() {
        var known = kept.getIfPresent(Boolean.TRUE);
        if (known == null) {
            known = latest();
            kept.put(Boolean.TRUE, known);
        }
        return known.rules();
    }

    /** Not from what is kept: for whoever is about to change them. */
    public Version latest() {
        return rows(1).stream().findFirst().map(Row::set).orElse(new Version(0, operators));
    }

    /** The latest first. */
    public List<Change> changes(int most) {
        var rows = rows(most + 1);
        var admins = people.all(rows.stream().map(Row::admin).toList());
        var changes = new ArrayList<Change>();
        for (var i = 0; i < Math.min(most, rows.size()); i++) {
            var row = rows.get(i);
            var before = i + 1 < rows.size() ? rows.get(i + 1).set().rules() : operators;
            changes.add(new Change(admins.get(row.admin()), before, row.set().rules(), row.reason(), row.at()));
        }
        return changes;
    }

    /**
     * @param seen the version on which the change was decided
     * @return whether they count now; not where another admin has changed them since
     */
    public boolean change(SignedIn admin, BookingRules wanted, int seen, String reason, Instant now) {
        try {
            return transactions.run(() -> change(admin, latest(), wanted, seen, reason, now));
        } finally {
            kept.invalidateAll();
        }
    }

    /** Two at once have the same number: the second is begun again and finds the first. Nothing new is nothing done. */
    private boolean change(SignedIn admin, Version latest, BookingRules wanted, int seen, String reason, Instant now) {
        if (latest.rules().equals(wanted)) {
            return true;
        }
        if (latest.version() != seen) {
            return false;
        }
        jdbc.sql("""
                INSERT INTO booking_rules (version, fee_percent, answer_hours, max_undecided, max_unpaid, tries_an_hour,
                                           admin_id, reason, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
            .params(seen + 1, wanted.feePercent(), wanted.answerHours(), wanted.maxUndecided(), wanted.maxUnpaid(),
                    wanted.triesAnHour(), Columns.param(admin.id().value()), reason, Columns.param(now))
            .update();
        events.publishEvent(new AdminAct(admin.id(), "settings-changed", "setting", latest.rules().difference(wanted),
                reason, now));
        return true;
    }

    private List<Row> rows(int most) {
        return jdbc.sql(SELECT + most).query(CurrentRules::row).list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var rules = new BookingRules(row.getInt("fee_percent"), row.getInt("answer_hours"), row.getInt("max_undecided"),
                row.getInt("max_unpaid"), row.getInt("tries_an_hour"));
        return new Row(new Version(row.getInt("version"), rules), new AccountId(Columns.uuid(row, "admin_id")),
                row.getString("reason"), Columns.instant(row, "at"));
    }
}
