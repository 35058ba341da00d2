package com.mentormatch.availability.web;

import com.mentormatch.availability.DatedException;
import com.mentormatch.availability.DatedException.Block;
import com.mentormatch.availability.DatedException.ExtraHours;
import com.mentormatch.availability.DatedException.Off;
import com.mentormatch.availability.DatedException.OtherHours;
import com.mentormatch.availability.ExceptionEntry;
import com.mentormatch.availability.Hours;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.PlainText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A dated exception as typed, all of it text: what cannot be read comes back as it was.
 *
 * @param kind      OFF, OTHER_HOURS, EXTRA_HOURS or BLOCK
 * @param last      empty for a single day
 * @param hours     of other and extra hours: "9:00-12:30, 14-18"
 * @param from      of a block, a time on the first date
 * @param to        of a block, a time on the last date
 * @param formToken names this filling-in; only a new exception needs it
 * @param seen      pages of the sessions the mentor was told would fall outside
 */
record ExceptionForm(@Nullable String kind, @Nullable String first, @Nullable String last, @Nullable String hours,
        @Nullable String from, @Nullable String to, @Nullable String note, @Nullable String formToken,
        @Nullable List<String> seen) {

    static final List<String> KINDS = List.of("OFF", "OTHER_HOURS", "EXTRA_HOURS", "BLOCK");

    ExceptionForm {
        kind = text(kind);
        first = text(first);
        last = text(last);
        hours = text(hours);
        from = text(from);
        to = text(to);
        note = text(note);
        formToken = text(formToken);
        seen = seen == null ? List.of() : List.copyOf(seen);
    }

    static ExceptionForm fresh(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new ExceptionForm("OFF", first.map(LocalDate::toString).orElse(""),
                last.or(() -> first).map(LocalDate::toString).orElse(""), "", "", "", "", FormToken.next().toString(),
                null);
    }

    static ExceptionForm of(ExceptionEntry entry) {
        var exception = entry.exception();
        return switch (exception) {
            case Off _ -> of(entry, "OFF", "", "", "");
            case OtherHours other -> of(entry, "OTHER_HOURS", HoursText.write(other.hours()), "", "");
            case ExtraHours extra -> of(entry, "EXTRA_HOURS", HoursText.write(extra.hours()), "", "");
            case Block block ->
                of(entry, "BLOCK", "", HoursText.clock(block.fromMinute()), HoursText.clock(block.toMinute()));
        };
    }

    private static ExceptionForm of(ExceptionEntry entry, String kind, String hours, String from, String to) {
        return new ExceptionForm(kind, entry.exception().first().toString(), entry.exception().last().toString(), hours,
                from, to, entry.note(), FormToken.next().toString(), null);
    }

    /** Fields of a form that makes the same again. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("kind", kind);
        fields.put("first", first);
        fields.put("last", last);
        fields.put("hours", hours);
        fields.put("from", from);
        fields.put("to", to);
        fields.put("note", note);
        fields.put("formToken", formToken);
        return fields;
    }

    Set<String> told() {
        return Set.copyOf(seen);
    }

    /** Empty when something is wrong; then it is said at its field. */
    Optional<DatedException> read(LocalDate today, Errors errors) {
        var stretch = DateFields.read(first, last, today, errors);
        if (note.length() > ExceptionEntry.NOTE) {
            errors.rejectValue("note", "availability.dates.note.long", new Object[]{ExceptionEntry.NOTE}, null);
        }
        var exception = switch (kind) {
            case "OFF" -> stretch.<DatedException>map(dates -> new Off(dates.first(), dates.last()));
            case "OTHER_HOURS" -> {
                var read = hours(errors);
                yield stretch.filter(_ -> !read.isEmpty())
                    .<DatedException>map(dates -> new OtherHours(dates.first(), dates.last(), read));
            }
            case "EXTRA_HOURS" -> {
                var read = hours(errors);
                yield stretch.filter(_ -> !read.isEmpty())
                    .<DatedException>map(dates -> new ExtraHours(dates.first(), dates.last(), read));
            }
            case "BLOCK" -> block(stretch, errors);
            default -> {
                errors.rejectValue("kind", "availability.dates.kind.missing");
                yield Optional.<DatedException>empty();
            }
        };
        return errors.hasErrors() ? Optional.empty() : exception;
    }

    private List<Hours> hours(Errors errors) {
        var read = new ArrayList<Hours>();
        for (var part : HoursText.read(hours)) {
            var words = new Object[]{part.typed()};
            switch (part) {
                case HoursText.Unreadable _ ->
                    errors.rejectValue("hours", "availability.dates.hours.unreadable", words, null);
                case HoursText.OffGrid _ -> errors.rejectValue("hours", "availability.dates.hours.grid", words, null);
                case HoursText.Stretch stretch -> {
                    if (read.stream().anyMatch(stretch.hours()::overlaps)) {
                        errors.rejectValue("hours", "availability.dates.hours.overlap", words, null);
                    } else {
                        read.add(stretch.hours());
                    }
                }
            }
        }
        if (read.isEmpty() && !errors.hasFieldErrors("hours")) {
            errors.rejectValue("hours", "availability.dates.hours.missing");
        }
        return read;
    }

    private Optional<DatedException> block(Optional<DateFields.Stretch> stretch, Errors errors) {
        var start = clock("from", from, errors);
        var end = clock("to", to, errors);
        if (start < 0 || end < 0) {
            return Optional.empty();
        }
        if (start == 24 * 60) {
            errors.rejectValue("from", "availability.dates.time.unreadable", new Object[]{from}, null);
        } else if (end == 0) {
            errors.rejectValue("to", "availability.dates.block.midnight");
        } else if (stretch.isPresent() && stretch.get().first().equals(stretch.get().last()) && end <= start) {
            errors.rejectValue("to", "availability.dates.block.backwards");
        } else {
            return stretch.map(dates -> new Block(dates.first(), start, dates.last(), end));
        }
        return Optional.empty();
    }

    /** @return -1 where it is no time */
    private static int clock(String field, String typed, Errors errors) {
        var minutes = HoursText.readClock(typed);
        if (minutes < 0) {
            errors.rejectValue(field,
                    typed.isEmpty() ? "availability.dates.time.missing" : "availability.dates.time.unreadable",
                    new Object[]{typed}, null);
        } else if (minutes % Hours.GRID_MINUTES != 0) {
            errors.rejectValue(field, "availability.dates.time.grid", new Object[]{typed}, null);
            return -1;
        }
        return minutes;
    }

    private static String text(@Nullable String typed) {
        return PlainText.line(typed, 500);
    }
}
