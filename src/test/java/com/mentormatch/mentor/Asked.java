package com.mentormatch.mentor;

import com.mentormatch.shared.Amount;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A filter put together word by word. */
final class Asked {

    private final String words;
    private List<String> skills = List.of();
    private String language = "";
    private String currency = "";
    private Optional<Amount> least = Optional.empty();
    private Optional<Amount> most = Optional.empty();
    private OfferKind kind;
    private boolean free;
    private boolean instant;
    private Integer rating;
    private boolean week;
    private Integer hour;
    private Integer hours;
    private ZoneId here;

    Asked(String words) {
        this.words = words;
    }

    Asked skills(String... wanted) {
        skills = List.of(wanted);
        return this;
    }

    Asked language(String tag) {
        language = tag;
        return this;
    }

    Asked currency(String code) {
        currency = code;
        return this;
    }

    Asked price(String code, String from, String to) {
        currency = code;
        least = from == null ? Optional.empty() : Amount.parse(from, code);
        most = to == null ? Optional.empty() : Amount.parse(to, code);
        return this;
    }

    Asked kind(OfferKind wanted) {
        kind = wanted;
        return this;
    }

    Asked free() {
        free = true;
        return this;
    }

    Asked instant() {
        instant = true;
        return this;
    }

    Asked within(int apart, String zone) {
        hours = apart;
        here = ZoneId.of(zone);
        return this;
    }

    Asked rated(int hundredths) {
        rating = hundredths;
        return this;
    }

    Asked thisWeek() {
        week = true;
        return this;
    }

    Asked at(int wanted, String zone) {
        hour = wanted;
        here = ZoneId.of(zone);
        return this;
    }

    MentorFilter build() {
        return new MentorFilter(words, skills, language, currency, least, most, kind, free, instant, rating, week, hour,
                hours, here);
    }
}
