package com.mentormatch.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What two people in different places had better know about the time of their session: that clocks change before it,
 * so that they will be farther apart, or nearer, than they are used to; and that it falls into somebody's night.
 * Messages {@code time.*}; in templates the variable is {@code notes}.
 */
@Component
public class TimeNotes {

    private static final int EVENING = 22;
    private static final int MORNING = 6;

    private final MessageSource messages;
    private final TimeWords times;

    public TimeNotes(MessageSource messages, TimeWords times) {
        this.messages = messages;
        this.times = times;
    }

    /**
     * Whole sentences for the reader; none where there is nothing to note, or the start is past.
     *
     * @param other the name of the other person
     */
    public List<String> of(Instant start, ZoneId reader, ZoneId others, String other, Instant now, Locale locale) {
        var notes = new ArrayList<String>();
        if (start.isAfter(now)) {
            clocks(start, reader, others, now, locale).ifPresent(notes::add);
            nights(start, reader, others, other, locale, notes);
        }
        return notes;
    }

    private Optional<String> clocks(Instant start, ZoneId one, ZoneId two, Instant now, Locale locale) {
        if (apart(one, two, start).equals(apart(one, two, now))) {
            return Optional.empty();
        }
        if (apart(one, two, start).isNegative()) {
            return clocks(start, two, one, now, locale);
        }
        var then = apart(one, two, start);
        var today = apart(one, two, now);
        var changes = changes(start, one, two, now, locale);
        return Optional.of(then.isZero()
                ? text("time.clocks.same", locale, changes, times.city(one), times.city(two),
                        times.length(today.abs(), locale))
                : text("time.clocks.ahead", locale, changes, times.city(one), times.length(then, locale),
                        times.city(two), was(today, locale)));
    }

    private String was(Duration today, Locale locale) {
        return today.isZero()
                ? text("time.clocks.was.same", locale)
                : text(today.isNegative() ? "time.clocks.was.behind" : "time.clocks.was.ahead", locale,
                        times.length(today.abs(), locale));
    }

    private String changes(Instant start, ZoneId one, ZoneId two, Instant now, Locale locale) {
        if (!changes(one, now, start)) {
            return change(two, start, locale);
        }
        return changes(two, now, start)
                ? text("time.clocks.both", locale, change(one, start, locale), times.city(two),
                        changed(two, start, locale))
                : change(one, start, locale);
    }

    private String change(ZoneId zone, Instant start, Locale locale) {
        return text("time.clocks", locale, times.city(zone), changed(zone, start, locale));
    }

    /** The day of the last change before the session. */
    private String changed(ZoneId zone, Instant start, Locale locale) {
        var change = zone.getRules().previousTransition(start.plusNanos(1));
        return times.day(change.getInstant(), zone, locale);
    }

    private void nights(Instant start, ZoneId reader, ZoneId others, String other, Locale locale, List<String> notes) {
        var mine = atNight(start, reader);
        var theirs = atNight(start, others);
        if (mine && theirs && offset(reader, start) == offset(others, start)) {
            notes.add(text("time.night.both", locale, times.clock(start, reader, locale)));
            return;
        }
        if (mine) {
            notes.add(text("time.night.yours", locale, times.clock(start, reader, locale)));
        }
        if (theirs) {
            notes.add(text("time.night.others", locale, times.clock(start, others, locale), other));
        }
    }

    private static boolean atNight(Instant at, ZoneId zone) {
        var hour = at.atZone(zone).getHour();
        return hour >= EVENING || hour < MORNING;
    }

    private static boolean changes(ZoneId zone, Instant from, Instant to) {
        return offset(zone, from) != offset(zone, to);
    }

    /** How far the first zone is ahead of the second. */
    private static Duration apart(ZoneId one, ZoneId two, Instant at) {
        return Duration.ofSeconds(offset(one, at) - offset(two, at));
    }

    private static int offset(ZoneId zone, Instant at) {
        return zone.getRules().getOffset(at).getTotalSeconds();
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments.length == 0 ? null : arguments, locale);
    }
}
