package com.mentormatch.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Times as people say them, the same on pages, in mails and in invitations. A time always carries its place: "Thu 12
 * March, 18:00 in Berlin · 13:00 your time". In templates the bean is {@code @timeWords}.
 *
 * <p>Words and patterns are messages {@code time.*}. Where there is no translation for a reader's language, the names of
 * days and months follow the language the words are in, never a mixture. An hour that the clocks repeat in autumn is
 * told apart by its offset: "02:30 (UTC+2)".
 */
@Component
public class TimeWords {

    /** Zones whose IANA name is not how the place is written. */
    private static final Map<String, String> SPELLINGS = Map.of("America/Sao_Paulo", "São Paulo", "America/Bogota",
            "Bogotá", "America/Asuncion", "Asunción", "Asia/Calcutta", "Kolkata", "Asia/Saigon", "Ho Chi Minh City",
            "Asia/Ho_Chi_Minh", "Ho Chi Minh City", "Europe/Kiev", "Kyiv", "Asia/Katmandu", "Kathmandu",
            "Atlantic/Reykjavik", "Reykjavík", "America/St_Johns", "St. John’s");

    /** From then on nobody counts in hours. */
    private static final Duration LONG = Duration.ofDays(2);

    /** How one language writes a day or a clock. */
    private record Form(String pattern, Locale language) {

        DateTimeFormatter formatter() {
            return DateTimeFormatter.ofPattern(pattern, language);
        }
    }

    private final MessageSource messages;

    /** To make one costs more than to use it, and a list of cards uses it forty times. */
    private final Map<Form, DateTimeFormatter> formatters = new ConcurrentHashMap<>();

    public TimeWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A moment where it was agreed, and what that is for the reader: "Thu 12 March, 18:00 in Berlin · 13:00 your time".
     * The reader's day is told where it is another one; the second half is left out where both clocks agree.
     *
     * @param reader the reader's zone, null where it is not known
     */
    public String when(Instant at, ZoneId agreed, ZoneId reader, Locale locale) {
        var first = moment(at, agreed, locale);
        return sameClock(at, agreed, reader) ? first : first + " · " + yours(at, at, agreed, reader, locale);
    }

    /** From–to: "Thu 12 March, 18:00–19:00 in Berlin · 13:00–14:00 your time". */
    public String when(TimeSpan time, ZoneId agreed, ZoneId reader, Locale locale) {
        var first = where(time, agreed, locale);
        return sameClock(time.start(), agreed, reader)
                ? first
                : first + " · " + yours(time.start(), time.end(), agreed, reader, locale);
    }

    /** From–to in one zone: "Thu 12 March, 18:00–19:00 in Berlin". */
    public String where(TimeSpan time, ZoneId zone, Locale locale) {
        return placed(day(time.start(), zone, locale) + ", " + clocks(time.start(), time.end(), zone, locale), zone,
                locale);
    }

    /** From–to on the reader's clock: "Thu 12 March, 13:00–14:00 your time (New York)". */
    public String yours(TimeSpan time, ZoneId reader, Locale locale) {
        return text("time.yoursIn", locale,
                day(time.start(), reader, locale) + ", " + clocks(time.start(), time.end(), reader, locale),
                city(reader));
    }

    /**
     * What belongs beside {@link #where} of the agreed zone for two people to have the same session in mind: "Thu 12
     * March, 13:00–14:00 your time (New York)"; to a reader whose clock is the agreed one "Thu 12 March, 13:00–14:00 in
     * New York, for Ada".
     *
     * @param others the zone of the other person
     * @param name   of the other person
     * @return null where all clocks agree
     */
    public @Nullable String elsewhere(TimeSpan time, ZoneId agreed, ZoneId reader, ZoneId others, String name,
            Locale locale) {
        if (!sameClock(time.start(), agreed, reader)) {
            return yours(time, reader, locale);
        }
        return sameClock(time.start(), agreed, others)
                ? null
                : text("time.others", locale, where(time, others, locale), name);
    }

    /** A moment in one zone: "Thu 12 March, 18:00 in Berlin". For what is read later than it is written, like a mail. */
    public String moment(Instant at, ZoneId zone, Locale locale) {
        return placed(day(at, zone, locale) + ", " + clock(at, zone, locale), zone, locale);
    }

    /**
     * A deadline for someone reading it now, on the reader's clock: "today 18:00", "tomorrow 18:00", "Thu 12 March,
     * 18:00". Say the zone nearby, or use {@link #moment}.
     */
    public String deadline(Instant at, ZoneId reader, Instant now, Locale locale) {
        var days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, reader), LocalDate.ofInstant(at, reader));
        var clock = clock(at, reader, locale);
        return switch (Math.toIntExact(days)) {
            case -1 -> text("time.yesterday", locale, clock);
            case 0 -> text("time.today", locale, clock);
            case 1 -> text("time.tomorrow", locale, clock);
            default -> day(at, reader, locale) + ", " + clock;
        };
    }

    /** A session's length: "45 minutes", "1 hour", "1 hour 30 minutes"; of a long wait "17 days 4 hours". */
    public String length(Duration length, Locale locale) {
        if (length.compareTo(LONG) >= 0) {
            var days = text("time.days", locale, length.toDays());
            var rest = length.toHoursPart();
            return rest == 0 ? days : days + " " + text("time.hours", locale, rest);
        }
        var hours = length.toHours();
        var minutes = length.toMinutesPart();
        if (hours == 0) {
            return text("time.minutes", locale, minutes);
        }
        var whole = text("time.hours", locale, hours);
        return minutes == 0 ? whole : whole + " " + text("time.minutes", locale, minutes);
    }

    /** "Thu 12 March". */
    public String day(Instant at, ZoneId zone, Locale locale) {
        return format("time.pattern.day", at, zone, locale);
    }

    /** "12 March 2027", for what is kept. */
    public String date(Instant at, ZoneId zone, Locale locale) {
        return format("time.pattern.date", at, zone, locale);
    }

    /** "18:00", or "02:30 (UTC+2)" in the hour the clocks repeat. */
    public String clock(Instant at, ZoneId zone, Locale locale) {
        var clock = format("time.pattern.clock", at, zone, locale);
        var local = at.atZone(zone);
        return zone.getRules().getValidOffsets(local.toLocalDateTime()).size() > 1
                ? clock + " (" + offset(local.getOffset()) + ")"
                : clock;
    }

    /** How far a zone is from UTC at that moment: "UTC+5:45". */
    public String offset(Instant at, ZoneId zone) {
        return offset(zone.getRules().getOffset(at));
    }

    /** The place a zone is named after: "Berlin", "New York", "UTC". */
    public String city(ZoneId zone) {
        var id = zone.getId();
        if (zone.normalized() instanceof ZoneOffset fixed && !id.contains("/")) {
            return offset(fixed);
        }
        var spelled = SPELLINGS.get(id);
        return spelled != null ? spelled : id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    /** The language these words are in: the wanted locale where it is translated, else the language of the fallback. */
    public Locale language(Locale wanted) {
        var written = Locale.forLanguageTag(messages.getMessage("time.language", null, wanted));
        return written.getLanguage().equals(wanted.getLanguage()) ? wanted : written;
    }

    private String yours(Instant start, Instant end, ZoneId agreed, ZoneId reader, Locale locale) {
        var clocks = clocks(start, end, reader, locale);
        var sameDay = LocalDate.ofInstant(start, agreed).equals(LocalDate.ofInstant(start, reader));
        return text("time.yours", locale, sameDay ? clocks : day(start, reader, locale) + ", " + clocks);
    }

    private String clocks(Instant start, Instant end, ZoneId zone, Locale locale) {
        var from = clock(start, zone, locale);
        return start.equals(end) ? from : from + "–" + clock(end, zone, locale);
    }

    private String placed(String when, ZoneId zone, Locale locale) {
        var key = zone.normalized() instanceof ZoneOffset && !zone.getId().contains("/") ? "time.utc" : "time.in";
        return text(key, locale, when, city(zone));
    }

    private String format(String pattern, Instant at, ZoneId zone, Locale locale) {
        var form = new Form(text(pattern, locale), language(locale));
        return formatters.computeIfAbsent(form, Form::formatter).format(ZonedDateTime.ofInstant(at, zone));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments.length == 0 ? null : arguments, locale);
    }

    private static boolean sameClock(Instant at, ZoneId one, ZoneId other) {
        return other == null || one.getRules().getOffset(at).equals(other.getRules().getOffset(at));
    }

    private static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC)
                ? "UTC"
                : "UTC" + offset.getId().replaceFirst("^([+-])0", "$1").replace(":00", "");
    }
}
