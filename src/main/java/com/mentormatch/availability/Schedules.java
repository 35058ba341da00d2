package com.mentormatch.availability;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Columns;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The stored half of availability: each mentor's windows and settings. Joins the transaction it is called in. */
@Component
class Schedules {

    private final JdbcTemplate jdbc;

    Schedules(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Two queries, however many mentors. */
    Map<AccountId, Schedule> of(Collection<AccountId> mentors) {
        if (mentors.isEmpty()) {
            return Map.of();
        }
        var in = " WHERE mentor_id IN (" + String.join(", ", Collections.nCopies(mentors.size(), "?")) + ")";
        var ids = mentors.stream().map(mentor -> Columns.param(mentor.value())).toArray();
        var windows = new HashMap<AccountId, List<WeeklyWindow>>();
        jdbc.query("SELECT mentor_id, day, start_minute, end_minute FROM weekly_window" + in
                + " ORDER BY mentor_id, day, start_minute", row -> {
                    windows.computeIfAbsent(new AccountId(Columns.uuid(row, "mentor_id")), _ -> new ArrayList<>())
                        .add(new WeeklyWindow(DayOfWeek.of(row.getInt("day")), row.getInt("start_minute"),
                                row.getInt("end_minute")));
                }, ids);
        var schedules = new HashMap<AccountId, Schedule>();
        mentors.forEach(mentor -> schedules.put(mentor,
                new Schedule(windows.getOrDefault(mentor, List.of()), SessionSettings.DEFAULT, 0)));
        jdbc.query("""
                SELECT mentor_id, buffer_minutes, notice_minutes, horizon_days, start_interval_minutes, version
                FROM session_settings""" + in, row -> {
            var interval = row.getInt("start_interval_minutes");
            var fixed = row.wasNull() ? null : Integer.valueOf(interval);
            var version = row.getInt("version");
            var settings = new SessionSettings(row.getInt("buffer_minutes"), row.getInt("notice_minutes"),
                    row.getInt("horizon_days"), fixed);
            schedules.computeIfPresent(new AccountId(Columns.uuid(row, "mentor_id")),
                    (_, schedule) -> new Schedule(schedule.windows(), settings, version));
        }, ids);
        return schedules;
    }

    Schedule of(AccountId mentor) {
        return of(List.of(mentor)).get(mentor);
    }

    /** @return false when somebody saved since that version was read */
    boolean save(AccountId mentor, Schedule schedule) {
        var id = Columns.param(mentor.value());
        var settings = schedule.settings();
        if (!stepVersion(id, schedule, settings)) {
            return false;
        }
        jdbc.update("DELETE FROM weekly_window WHERE mentor_id = ?", id);
        jdbc.batchUpdate("INSERT INTO weekly_window (mentor_id, day, start_minute, end_minute) VALUES (?, ?, ?, ?)",
                schedule.windows()
                    .stream()
                    .map(window -> new Object[]{id, window.day().getValue(), window.startMinute(), window.endMinute()})
                    .toList());
        return true;
    }

    private boolean stepVersion(byte[] id, Schedule schedule, SessionSettings settings) {
        if (schedule.version() == 0) {
            return jdbc.update("""
                    INSERT IGNORE INTO session_settings (mentor_id, buffer_minutes, notice_minutes, horizon_days,
                      start_interval_minutes, version) VALUES (?, ?, ?, ?, ?, 1)""", id, settings.bufferMinutes(),
                    settings.noticeMinutes(), settings.horizonDays(), settings.startIntervalMinutes()) == 1;
        }
        return jdbc.update("""
                UPDATE session_settings SET buffer_minutes = ?, notice_minutes = ?, horizon_days = ?,
                  start_interval_minutes = ?, version = version + 1 WHERE mentor_id = ? AND version = ?""",
                settings.bufferMinutes(), settings.noticeMinutes(), settings.horizonDays(),
                settings.startIntervalMinutes(), id, schedule.version()) == 1;
    }
}
