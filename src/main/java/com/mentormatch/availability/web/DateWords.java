package com.mentormatch.availability.web;

import com.mentormatch.shared.TimeWords;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Dates without a time as people say them: "Thu 24 December 2026", "Thu 24 – Sun 27 December 2026". */
@Component
class DateWords {

    private final MessageSource messages;
    private final TimeWords words;

    DateWords(MessageSource messages, TimeWords words) {
        this.messages = messages;
        this.words = words;
    }

    String date(LocalDate date, Locale locale) {
        return formatter("date", locale).format(date);
    }

    /** @param last inclusive */
    String dates(LocalDate first, LocalDate last, Locale locale) {
        if (first.equals(last)) {
            return date(first, locale);
        }
        var begin = YearMonth.from(first).equals(YearMonth.from(last))
                ? "day"
                : first.getYear() == last.getYear() ? "month" : "date";
        return formatter(begin, locale).format(first) + " – " + date(last, locale);
    }

    String month(YearMonth month, Locale locale) {
        return formatter("name", locale).format(month);
    }

    private DateTimeFormatter formatter(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(messages.getMessage("availability.dates.pattern." + pattern, null, locale),
                words.language(locale));
    }
}
