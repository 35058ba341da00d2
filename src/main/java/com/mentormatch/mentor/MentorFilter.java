package com.mentormatch.mentor;

import com.mentormatch.shared.Amount;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody is looking for. Everything said must hold; what is said about an offer, when it is free included, must
 * hold for one and the same published offer.
 *
 * @param words every one of them begins a word of name, headline, skills, languages or texts
 * @param skills all of them, spelled as anybody would
 * @param language BCP 47, empty for any
 * @param currency ISO 4217, empty for any
 * @param least with {@code most}: only in {@code currency}; a trial's price does not count unless trials are asked for
 * @param rating at least that many hundredths of a star; null for any, also for who has none
 * @param week free within the next seven days
 * @param hour free within the next seven days at a time that begins in that hour, 0 to 23, of the day of {@code here};
 *     null for any
 * @param hoursApart how far their clocks may be from {@code here}; null for any
 * @param here where the one who looks is; null where nobody knows: what needs it is not asked then
 */
public record MentorFilter(String words, List<String> skills, String language, String currency, Optional<Amount> least,
        Optional<Amount> most, @Nullable OfferKind kind, boolean free, boolean instant, @Nullable Integer rating,
        boolean week, @Nullable Integer hour, @Nullable Integer hoursApart, @Nullable ZoneId here) {

    public static final MentorFilter NONE = new MentorFilter("", List.of(), "", "", Optional.empty(), Optional.empty(),
            null, false, false, null, false, null, null, null);

    /** One thing that was asked for, to be dropped by itself; {@code value} tells skills apart. */
    public record Part(Name name, String value) {}

    public enum Name {
        WORDS, SKILL, LANGUAGE, CURRENCY, PRICE, KIND, FREE, INSTANT, RATING, WEEK, HOUR, HOURS
    }

    /** The same with other words. */
    MentorFilter saying(String others) {
        return new MentorFilter(others, skills, language, currency, least, most, kind, free, instant, rating, week,
                hour, hoursApart, here);
    }

    boolean asksForTime() {
        return week || asksForHour();
    }

    boolean asksForHour() {
        return hour != null && here != null;
    }

    /** Whether a free start is one of those asked for. */
    boolean wants(Instant start, Instant now) {
        return !asksForTime()
                || start.isBefore(now.plus(Openings.WEEK)) && (!asksForHour() || start.atZone(here).getHour() == hour);
    }
}
