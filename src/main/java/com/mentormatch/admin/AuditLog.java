package com.mentormatch.admin;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.AdminAct;
import com.mentormatch.account.People;
import com.mentormatch.account.Person;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What admins did and why. Added to in the transaction of the act, and never changed: the database refuses it. */
@Repository
class AuditLog {

    /**
     * What is looked for; each part narrows it, null or blank does not.
     *
     * @param subject whole, as it was recorded
     * @param from    at that instant or later, UTC
     * @param until   before it
     * @param after   the cursor of the page before
     */
    record Wish(AccountId admin, String act, String subject, Instant from, Instant until, String after) {}

    /** @param person whom it was done to; null where it was done to something else */
    record Line(UUID id, Person admin, String act, String subjectKind, String subject, Person person, String reason,
            Instant at) {

        /** Where its subject is shown; null where nothing shows one. */
        public String href() {
            return switch (subjectKind) {
                case "booking" -> "/admin/bookings/" + subject;
                case "account" -> "/admin/accounts/" + subject;
                default -> null;
            };
        }

        String cursor() {
            return at.getEpochSecond() + "_" + at.getNano() + "_" + id;
        }
    }

    /** @param more where the next page begins; null at the end */
    record Lines(List<Line> lines, String more) {}

    /** What the log knows of, for filters. */
    record Known(Collection<Person> admins, List<String> acts) {}

    private record Row(UUID id, AccountId admin, String act, String kind, String subject, String reason, Instant at) {

        AccountId account() {
            return kind.equals("account") ? new AccountId(UUID.fromString(subject)) : null;
        }
    }

    private final JdbcClient jdbc;
    private final People people;

    AuditLog(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** The latest first. */
    Lines find(Wish wish, int size) {
        var where = new StringBuilder("1 = 1");
        var values = new HashMap<String, Object>();
        narrow(where, values, "admin_id = :admin", "admin",
                wish.admin() == null ? null : Columns.param(wish.admin().value()));
        narrow(where, values, "act = :act", "act", blank(wish.act()) ? null : wish.act());
        narrow(where, values, "subject = :subject", "subject", blank(wish.subject()) ? null : wish.subject().strip());
        narrow(where, values, "at >= :from", "from", Columns.param(wish.from()));
        narrow(where, values, "at < :until", "until", Columns.param(wish.until()));
        continued(where, values, wish.after());
        var rows = jdbc
            .sql("SELECT id, admin_id, act, subject_kind, subject, reason, at FROM admin_act WHERE " + where
                    + " ORDER BY at DESC, id DESC LIMIT " + (size + 1))
            .params(values)
            .query(AuditLog::row)
            .list();
        var persons = people
            .all(rows.stream().flatMap(row -> Stream.of(row.admin(), row.account())).filter(Objects::nonNull).toList());
        var lines = rows.stream()
            .limit(size)
            .map(row -> new Line(row.id(), persons.get(row.admin()), row.act(), row.kind(), row.subject(),
                    persons.get(row.account()), row.reason(), row.at()))
            .toList();
        return new Lines(lines, rows.size() > size ? lines.getLast().cursor() : null);
    }

    Known known() {
        var admins = jdbc.sql("SELECT DISTINCT admin_id FROM admin_act")
            .query((row, _) -> new AccountId(Columns.uuid(row, "admin_id")))
            .list();
        return new Known(people.all(admins).values(),
                jdbc.sql("SELECT DISTINCT act FROM admin_act ORDER BY act").query(String.class).list());
    }

    private static void narrow(StringBuilder where, Map<String, Object> values, String condition, String name,
            Object value) {
        if (value != null) {
            where.append(" AND ").append(condition);
            values.put(name, value);
        }
    }

    private static void continued(StringBuilder where, Map<String, Object> values, String cursor) {
        var parts = cursor == null ? new String[0] : cursor.split("_");
        try {
            if (parts.length == 3) {
                values.put("last",
                        Columns.param(Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]))));
                values.put("id", Columns.param(UUID.fromString(parts[2])));
                where.append(" AND (at < :last OR at = :last AND id < :id)");
            }
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException unreadable) {
            values.remove("last");
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(Columns.uuid(row, "id"), new AccountId(Columns.uuid(row, "admin_id")), row.getString("act"),
                row.getString("subject_kind"), row.getString("subject"), row.getString("reason"),
                Columns.instant(row, "at"));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AdminAct act) {
        jdbc.sql("""
                INSERT INTO admin_act (id, admin_id, act, subject_kind, subject, reason, at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
            .param(Columns.param(Ids.next()))
            .param(Columns.param(act.admin().value()))
            .param(act.act())
            .param(act.subjectKind())
            .param(act.subject())
            .param(PlainText.block(act.reason(), AdminAct.REASON_MAX))
            .param(Columns.param(act.at()))
            .update();
    }
}
