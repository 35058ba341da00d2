package com.mentormatch.availability;

import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.ChangedMentors;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The stored half of availability: each mentor's schedule, read and written as a whole. Its five tables are read in one
 * statement, because every page with slots begins with it. Joins the transaction it is called in.
 */
@Component
class Schedules {

    private static final List<String> PARTS = List.of("""
            SELECT mentor_id, 'SETTINGS' AS part, NULL AS id, buffer_minutes AS a, notice_minutes AS b,
              horizon_days AS c, start_interval_minutes AS d, most_a_day AS e, most_a_week AS f, version AS g,
              NULL AS first_date, NULL AS last_date, NULL AS text, NULL AS note
            FROM session_settings""", """
            SELECT mentor_id, 'OFFER', offer_id, buffer_minutes, notice_minutes, horizon_days,
              start_interval_minutes, most_a_day, most_a_week, NULL, NULL, NULL, NULL, NULL FROM offer_settings""", """
            SELECT mentor_id, 'WINDOW', NULL, day, start_minute, end_minute, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
              NULL FROM weekly_window""", """
            SELECT mentor_id, kind, id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, first_date, last_date, hours, note
            FROM dated_exception""", """
            SELECT mentor_id, 'TRAVEL', id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, first_date, last_date, zone, NULL
            FROM travel""");

    private final JdbcTemplate jdbc;
    private final ChangedMentors changed;

    Schedules(JdbcTemplate jdbc, ChangedMentors changed) {
        this.jdbc = jdbc;
        this.changed = changed;
    }

    /** One query, however many mentors. */
    Map<AccountId, Schedule> of(Collection<AccountId> mentors) {
        if (mentors.isEmpty()) {
            return Map.of();
        }
        var where = " WHERE mentor_id IN (" + String.join(", ", Collections.nCopies(mentors.size(), "?")) + ")";
        var sql = PARTS.stream().map(part -> part + where).collect(Collectors.joining(" UNION ALL "));
        var ids = mentors.stream().map(mentor -> Columns.param(mentor.value())).toList();
        var drafts = new HashMap<AccountId, Draft>();
        mentors.forEach(mentor -> drafts.put(mentor, new Draft()));
        jdbc.query(sql, row -> {
            drafts.get(new AccountId(Columns.uuid(row, "mentor_id"))).add(row);
        }, Collections.nCopies(PARTS.size(), ids).stream().flatMap(List::stream).toArray());
        var schedules = new HashMap<AccountId, Schedule>();
        drafts.forEach((mentor, draft) -> schedules.put(mentor, draft.schedule()));
        return schedules;
    }

    Schedule of(AccountId mentor) {
        return of(List.of(mentor)).get(mentor);
    }

    /** Until the transaction ends, whoever else locks this mentor's schedule waits. */
    void lock(AccountId mentor) {
        jdbc.queryForList("SELECT version FROM session_settings WHERE mentor_id = ? FOR UPDATE",
                Columns.param(mentor.value()));
    }

    /** @return false when somebody saved since that version was read */
    boolean save(AccountId mentor, Schedule schedule) {
        var id = Columns.param(mentor.value());
        if (!stepVersion(id, schedule)) {
            return false;
        }
        changed.add(mentor);
        List.of("weekly_window", "dated_exception", "travel", "offer_settings")
            .forEach(table -> jdbc.update("DELETE FROM " + table + " WHERE mentor_id = ?", id));
        jdbc.batchUpdate("INSERT INTO weekly_window (mentor_id, day, start_minute, end_minute) VALUES (?, ?, ?, ?)",
                schedule.windows()
                    .stream()
                    .map(window -> new Object[]{id, window.day().getValue(), window.startMinute(), window.endMinute()})
                    .toList());
        jdbc.batchUpdate("""
                INSERT INTO dated_exception (id, mentor_id, kind, first_date, last_date, hours, note)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                schedule.exceptions()
                    .stream()
                    .map(entry -> new Object[]{Columns.param(entry.id()), id, Kind.of(entry.exception()).name(),
                            entry.exception().first().toString(), entry.exception().last().toString(),
                            Kind.text(entry.exception()), entry.note()})
                    .toList());
        jdbc.batchUpdate("INSERT INTO travel (id, mentor_id, first_date, last_date, zone) VALUES (?, ?, ?, ?, ?)",
                schedule.travels()
                    .stream()
                    .map(travel -> new Object[]{Columns.param(travel.id()), id, travel.first().toString(),
                            travel.last().toString(), travel.zone().getId()})
                    .toList());
        jdbc.batchUpdate("""
                INSERT INTO offer_settings (offer_id, mentor_id, buffer_minutes, notice_minutes, horizon_days,
                  start_interval_minutes, most_a_day, most_a_week) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                schedule.perOffer()
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getValue().differs())
                    .map(entry -> offerRow(id, entry.getKey(), entry.getValue()))
                    .toList());
        return true;
    }

    private static Object[] offerRow(byte[] mentor, OfferId offer, OfferSettings settings) {
        return new Object[]{Columns.param(offer.value()), mentor, settings.bufferMinutes(), settings.noticeMinutes(),
                settings.horizonDays(), settings.startIntervalMinutes(), settings.mostADay(), settings.mostAWeek()};
    }

    private boolean stepVersion(byte[] id, Schedule schedule) {
        var settings = schedule.settings();
        if (schedule.version() == 0) {
            return jdbc.update("""
                    INSERT IGNORE INTO session_settings (mentor_id, buffer_minutes, notice_minutes, horizon_days,
                      start_interval_minutes, most_a_day, most_a_week, version) VALUES (?, ?, ?, ?, ?, ?, ?, 1)""", id,
                    settings.bufferMinutes(), settings.noticeMinutes(), settings.horizonDays(),
                    settings.startIntervalMinutes(), settings.mostADay(), settings.mostAWeek()) == 1;
        }
        return jdbc.update("""
                UPDATE session_settings SET buffer_minutes = ?, notice_minutes = ?, horizon_days = ?,
                  start_interval_minutes = ?, most_a_day = ?, most_a_week = ?, version = version + 1
                WHERE mentor_id = ? AND version = ?""", settings.bufferMinutes(), settings.noticeMinutes(),
                settings.horizonDays(), settings.startIntervalMinutes(), settings.mostADay(), settings.mostAWeek(), id,
                schedule.version()) == 1;
    }

    /** A schedule while its rows come in. */
    private static final class Draft {

        private final List<WeeklyWindow> windows = new ArrayList<>();
        private final List<ExceptionEntry> exceptions = new ArrayList<>();
        private final List<Travel> travels = new ArrayList<>();
        private final Map<OfferId, OfferSettings> perOffer = new HashMap<>();
        private SessionSettings settings = SessionSettings.DEFAULT;
        private int version;

        void add(ResultSet row) throws SQLException {
            switch (row.getString("part")) {
                case "SETTINGS" -> {
                    settings = new SessionSettings(row.getInt("a"), row.getInt("b"), row.getInt("c"), integer(row, "d"),
                            integer(row, "e"), integer(row, "f"));
                    version = row.getInt("g");
                }
                case "OFFER" -> perOffer.put(new OfferId(Columns.uuid(row, "id")), new OfferSettings(integer(row, "a"),
                        integer(row, "b"), integer(row, "c"), integer(row, "d"), integer(row, "e"), integer(row, "f")));
                case "WINDOW" ->
                    windows.add(new WeeklyWindow(DayOfWeek.of(row.getInt("a")), row.getInt("b"), row.getInt("c")));
                case "TRAVEL" -> travels.add(new Travel(Columns.uuid(row, "id"), date(row, "first_date"),
                        date(row, "last_date"), ZoneId.of(row.getString("text"))));
                case String kind -> exceptions.add(exception(kind, Columns.uuid(row, "id"), row));
            }
        }

        Schedule schedule() {
            exceptions.sort((a, b) -> {
                var byDate = a.exception().first().compareTo(b.exception().first());
                return byDate != 0 ? byDate : a.id().compareTo(b.id());
            });
            return new Schedule(windows, exceptions, travels, settings, perOffer, version);
        }

        private static ExceptionEntry exception(String kind, UUID id, ResultSet row) throws SQLException {
            return new ExceptionEntry(id,
                    Kind.valueOf(kind).read(date(row, "first_date"), date(row, "last_date"), row.getString("text")),
                    row.getString("note"));
        }

        private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
            var value = row.getInt(column);
            return row.wasNull() ? null : value;
        }

        /** As text, so that no driver moves it through a zone. */
        private static LocalDate date(ResultSet row, String column) throws SQLException {
            return LocalDate.parse(row.getString(column));
        }
    }

    /** How an exception is written down: its kind, two dates, and minutes after midnight such as "540-720,840-1080". */
    private enum Kind {
        OFF, OTHER_HOURS, EXTRA_HOURS, BLOCK;

        static Kind of(DatedException exception) {
            return switch (exception) {
                case DatedException.Off _ -> OFF;
                case DatedException.OtherHours _ -> OTHER_HOURS;
                case DatedException.ExtraHours _ -> EXTRA_HOURS;
                case DatedException.Block _ -> BLOCK;
            };
        }

        static String text(DatedException exception) {
            return switch (exception) {
                case DatedException.Off _ -> "";
                case DatedException.OtherHours other -> text(other.hours());
                case DatedException.ExtraHours extra -> text(extra.hours());
                case DatedException.Block block -> block.fromMinute() + "-" + block.toMinute();
            };
        }

        DatedException read(LocalDate first, LocalDate last, String text) {
            var pairs = text.isEmpty()
                    ? List.<int[]>of()
                    : Arrays.stream(text.split(","))
                        .map(pair -> Arrays.stream(pair.split("-")).mapToInt(Integer::parseInt).toArray())
                        .toList();
            return switch (this) {
                case OFF -> new DatedException.Off(first, last);
                case OTHER_HOURS -> new DatedException.OtherHours(first, last, hours(pairs));
                case EXTRA_HOURS -> new DatedException.ExtraHours(first, last, hours(pairs));
                case BLOCK -> new DatedException.Block(first, pairs.getFirst()[0], last, pairs.getFirst()[1]);
            };
        }

        private static String text(List<Hours> hours) {
            return hours.stream()
                .map(each -> each.startMinute() + "-" + each.endMinute())
                .collect(Collectors.joining(","));
        }

        private static List<Hours> hours(List<int[]> pairs) {
            return pairs.stream().map(pair -> new Hours(pair[0], pair[1])).toList();
        }
    }
}
