package com.mentormatch.availability.web;

import com.mentormatch.availability.Hours;
import com.mentormatch.availability.OfferSettings;
import com.mentormatch.availability.SessionSettings;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Session settings as they are typed: text, so that what is no number stays in its field. Blank is as usual.
 *
 * @param noticeUnit MINUTES, HOURS or DAYS
 */
public record SettingsForm(String bufferMinutes, String notice, String noticeUnit, String horizonDays,
        String startIntervalMinutes, String mostADay, String mostAWeek) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    public SettingsForm {
        bufferMinutes = stripped(bufferMinutes);
        notice = stripped(notice);
        noticeUnit = noticeUnit == null || noticeUnit.isBlank() ? "HOURS" : noticeUnit;
        horizonDays = stripped(horizonDays);
        startIntervalMinutes = stripped(startIntervalMinutes);
        mostADay = stripped(mostADay);
        mostAWeek = stripped(mostAWeek);
    }

    static final SettingsForm BLANK = of(OfferSettings.NONE);

    static SettingsForm of(SessionSettings usual) {
        return of(new OfferSettings(usual.bufferMinutes(), usual.noticeMinutes(), usual.horizonDays(),
                usual.startIntervalMinutes(), usual.mostADay(), usual.mostAWeek()));
    }

    static SettingsForm of(OfferSettings settings) {
        var notice = settings.noticeMinutes();
        var unit = notice == null || notice == 0 || notice % HOUR == 0 && (notice % DAY != 0 || notice == DAY)
                ? "HOURS"
                : notice % DAY == 0 ? "DAYS" : "MINUTES";
        return new SettingsForm(text(settings.bufferMinutes()), notice == null ? "" : text(notice / minutesOf(unit)),
                unit, text(settings.horizonDays()), text(settings.startIntervalMinutes()), text(settings.mostADay()),
                text(settings.mostAWeek()));
    }

    public boolean differs() {
        return !equals(BLANK);
    }

    /** What is wrong is an error at its field below that path; only without errors the settings mean something. */
    OfferSettings read(String path, Errors errors) {
        var reading = new Reading(path, errors);
        var unit = minutesOf(noticeUnit);
        var before = reading.number("notice", notice, 0, SessionSettings.LONGEST_NOTICE / unit,
                "availability.notice.wrong");
        return reading.settings(
                reading.number(
                        "bufferMinutes", bufferMinutes, SessionSettings.BUFFERS::contains, "availability.buffer.wrong"),
                before == null ? null : before * unit,
                reading.number("horizonDays", horizonDays, 1, SessionSettings.LONGEST_HORIZON,
                        "availability.horizon.wrong"),
                reading.number("startIntervalMinutes", startIntervalMinutes,
                        minutes -> minutes >= Hours.GRID_MINUTES && minutes <= SessionSettings.LONGEST_INTERVAL
                                && minutes % Hours.GRID_MINUTES == 0,
                        "availability.interval.wrong"),
                reading.number("mostADay", mostADay, 1, SessionSettings.MOST_A_DAY, "availability.mostADay.wrong"),
                reading.number("mostAWeek", mostAWeek, 1, SessionSettings.MOST_A_WEEK, "availability.mostAWeek.wrong"));
    }

    /** As {@link #read}, where nothing says what is usual: buffer, notice and horizon are needed. */
    SessionSettings readUsual(String path, Errors errors) {
        var read = read(path, errors);
        need(bufferMinutes, path + ".bufferMinutes", "availability.buffer.wrong", errors);
        need(notice, path + ".notice", "availability.notice.wrong", errors);
        need(horizonDays, path + ".horizonDays", "availability.horizon.wrong", errors);
        return errors.hasErrors()
                ? SessionSettings.DEFAULT
                : new SessionSettings(read.bufferMinutes(), read.noticeMinutes(), read.horizonDays(),
                        read.startIntervalMinutes(), read.mostADay(), read.mostAWeek());
    }

    private static void need(String typed, String field, String code, Errors errors) {
        if (typed.isEmpty()) {
            errors.rejectValue(field, code);
        }
    }

    private static int minutesOf(String unit) {
        return switch (unit) {
            case "DAYS" -> DAY;
            case "MINUTES" -> 1;
            default -> HOUR;
        };
    }

    private static String stripped(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static final class Reading {

        private final String path;
        private final Errors errors;
        private boolean wrong;

        Reading(String path, Errors errors) {
            this.path = path;
            this.errors = errors;
        }

        @Nullable
        Integer number(String field, String typed, int least, int most, String code) {
            return number(field, typed, number -> number >= least && number <= most, code);
        }

        @Nullable
        Integer number(String field, String typed, IntPredicate allowed, String code) {
            if (typed.isEmpty()) {
                return null;
            }
            if (NUMBER.matcher(typed).matches() && allowed.test(Integer.parseInt(typed))) {
                return Integer.valueOf(typed);
            }
            errors.rejectValue(path + "." + field, code);
            wrong = true;
            return null;
        }

        OfferSettings settings(@Nullable Integer buffer, @Nullable Integer notice, @Nullable Integer horizon,
                @Nullable Integer interval, @Nullable Integer mostADay, @Nullable Integer mostAWeek) {
            return wrong
                    ? OfferSettings.NONE
                    : new OfferSettings(buffer, notice, horizon, interval, mostADay, mostAWeek);
        }
    }
}
