package com.mentormatch.availability.web;

import com.mentormatch.availability.OfferSettings;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.availability.Week;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.TimeWords;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Where what somebody typed differs from what was saved meanwhile, line by line. */
@Component
class Differences {

    /**
     * @param what  a day, or the name of a setting
     * @param mine  what is typed here, in words
     * @param saved what is saved, in words
     */
    record Difference(String what, String mine, String saved) {}

    private final MessageSource messages;
    private final TimeWords times;

    Differences(MessageSource messages, TimeWords times) {
        this.messages = messages;
        this.times = times;
    }

    List<Difference> between(Week mine, Week saved, List<OfferTerms> offers, Locale locale) {
        var found = new ArrayList<Difference>();
        for (var day : DayOfWeek.values()) {
            add(found, day.getDisplayName(TextStyle.FULL, locale), hours(mine, day, locale), hours(saved, day, locale));
        }
        add(found, text("availability.zone.label", locale), times.city(mine.zone()), times.city(saved.zone()));
        settings(found, "", all(mine.settings()), all(saved.settings()), locale);
        for (var offer : offers) {
            settings(found, offer.title() + ": ", mine.perOffer().getOrDefault(offer.id(), OfferSettings.NONE),
                    saved.perOffer().getOrDefault(offer.id(), OfferSettings.NONE), locale);
        }
        return found;
    }

    private void settings(List<Difference> found, String of, OfferSettings mine, OfferSettings saved, Locale locale) {
        add(found, of + text("availability.buffer", locale), minutes(mine.bufferMinutes(), locale),
                minutes(saved.bufferMinutes(), locale));
        add(found, of + text("availability.interval", locale), minutes(mine.startIntervalMinutes(), locale),
                minutes(saved.startIntervalMinutes(), locale));
        add(found, of + text("availability.notice", locale), minutes(mine.noticeMinutes(), locale),
                minutes(saved.noticeMinutes(), locale));
        add(found, of + text("availability.horizon", locale), number(mine.horizonDays(), locale),
                number(saved.horizonDays(), locale));
        add(found, of + text("availability.mostADay", locale), number(mine.mostADay(), locale),
                number(saved.mostADay(), locale));
        add(found, of + text("availability.mostAWeek", locale), number(mine.mostAWeek(), locale),
                number(saved.mostAWeek(), locale));
    }

    private static void add(List<Difference> found, String what, String mine, String saved) {
        if (!mine.equals(saved)) {
            found.add(new Difference(what, mine, saved));
        }
    }

    private String hours(Week week, DayOfWeek day, Locale locale) {
        var line = AvailabilityForm.line(week, day);
        return line.isEmpty() ? text("availability.differs.off", locale) : line;
    }

    private String minutes(@Nullable Integer minutes, Locale locale) {
        return minutes == null
                ? text("availability.differs.none", locale)
                : times.length(Duration.ofMinutes(minutes), locale);
    }

    private String number(@Nullable Integer number, Locale locale) {
        return number == null ? text("availability.differs.none", locale) : number.toString();
    }

    private static OfferSettings all(SessionSettings settings) {
        return new OfferSettings(settings.bufferMinutes(), settings.noticeMinutes(), settings.horizonDays(),
                settings.startIntervalMinutes(), settings.mostADay(), settings.mostAWeek());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
