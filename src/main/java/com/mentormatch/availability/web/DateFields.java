package com.mentormatch.availability.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.validation.Errors;

/** The first and last date of a form, as browsers post them: "2027-03-05". */
final class DateFields {

    /** How far ahead dates are planned. */
    static final int YEARS = 5;

    /** As long as anything may last, a year and a day. */
    private static final int LONGEST_DAYS = 367;

    record Stretch(LocalDate first, LocalDate last) {}

    private DateFields() {}

    static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(date -> date.getYear() > 1999 && date.getYear() < 2200);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** An empty last date is the first one. What has ended already is refused, as it would change nothing. */
    static Optional<Stretch> read(String first, String last, LocalDate today, Errors errors) {
        var from = field("first", first, errors);
        var to = last.isEmpty() ? from : field("last", last, errors);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBefore(from.get())) {
            errors.rejectValue("last", "availability.dates.backwards");
        } else if (to.get().toEpochDay() - from.get().toEpochDay() >= LONGEST_DAYS) {
            errors.rejectValue("last", "availability.dates.long");
        } else if (to.get().isBefore(today)) {
            errors.rejectValue("last", "availability.dates.over");
        } else if (to.get().isAfter(today.plusYears(YEARS))) {
            errors.rejectValue("last", "availability.dates.far", new Object[]{YEARS}, null);
        } else {
            return Optional.of(new Stretch(from.get(), to.get()));
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> field(String field, String typed, Errors errors) {
        var date = date(typed);
        if (date.isEmpty()) {
            errors.rejectValue(field, typed.isEmpty() ? "availability.dates.missing" : "availability.dates.unreadable",
                    new Object[]{typed}, null);
        }
        return date;
    }
}
