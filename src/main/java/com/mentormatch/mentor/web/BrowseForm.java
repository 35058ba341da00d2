package com.mentormatch.mentor.web;

import com.mentormatch.mentor.MentorFilter;
import com.mentormatch.mentor.MentorFilter.Name;
import com.mentormatch.mentor.MentorFilter.Part;
import com.mentormatch.mentor.MentorOrder;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.ProfileText;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Currencies;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address of a search, which is all of its state. Whatever stands in it that makes no sense is left out, because a
 * search somebody cut or mistyped should still find somebody.
 */
record BrowseForm(String q, List<String> skill, String language, String currency, String from, String to, String kind,
        String free, String instant, String rating, String week, String hour, String hours, String sort, String zone,
        String after) {

    static final List<Integer> HOURS = List.of(1, 3, 6);

    private static final Map<String, OfferKind> KINDS = Map.of("one-on-one", OfferKind.ONE_ON_ONE, "trial",
            OfferKind.TRIAL);

    /** Stars, the most first; in the address and to people. */
    static final List<String> RATINGS = List.of("4.5", "4", "3");

    private static final Map<String, MentorOrder> ORDERS = Map.of("rating", MentorOrder.RATING, "price",
            MentorOrder.PRICE, "next", MentorOrder.NEXT, "newest", MentorOrder.NEWEST);

    private static final int MOST_SKILLS = 6;

    BrowseForm {
        q = text(q, 100, _ -> true);
        skill = skill == null
                ? List.of()
                : skill.stream()
                    .map(one -> text(one, 60, _ -> true))
                    .filter(one -> !one.isEmpty())
                    .distinct()
                    .limit(MOST_SKILLS)
                    .toList();
        language = text(language, 35, ProfileText::isLanguage);
        currency = text(currency, 3, Currencies::supports);
        from = text(from, 13, Prices::readable);
        to = text(to, 13, Prices::readable);
        kind = text(kind, 20, KINDS::containsKey);
        free = text(free, 4, "true"::equals);
        instant = text(instant, 4, "true"::equals);
        rating = text(rating, 3, RATINGS::contains);
        week = text(week, 4, "true"::equals);
        hour = text(hour, 2, typed -> typed.matches("1?[0-9]|2[0-3]"));
        sort = text(sort, 10, ORDERS::containsKey);
        hours = text(hours, 2, typed -> HOURS.stream().anyMatch(apart -> apart.toString().equals(typed)));
        zone = text(zone, 64, _ -> true);
        after = text(after, 60, _ -> true);
    }

    MentorFilter filter(@Nullable ZoneId here) {
        return new MentorFilter(q, skill, language, currency, amount(from), amount(to), KINDS.get(kind),
                !free.isEmpty(), !instant.isEmpty(),
                rating.isEmpty() ? null : new BigDecimal(rating).movePointRight(2).intValueExact(), !week.isEmpty(),
                number(hour), number(hours), here);
    }

    MentorOrder order() {
        return ORDERS.getOrDefault(sort, MentorOrder.BEST);
    }

    private static @Nullable Integer number(String typed) {
        return typed.isEmpty() ? null : Integer.valueOf(typed);
    }

    /** A price alone says nothing: 50 of what? */
    public boolean isCurrencyMissing() {
        return currency.isEmpty() && !(from.isEmpty() && to.isEmpty());
    }

    /** Nor can one sort by it. */
    public boolean isCurrencyMissingToSort() {
        return currency.isEmpty() && sort.equals("price");
    }

    /** Whether it matters where the one who looks is. */
    public boolean isAboutClocks() {
        return !(hour.isEmpty() && hours.isEmpty());
    }

    Optional<Amount> amount(String typed) {
        return currency.isEmpty() || typed.isEmpty() ? Optional.empty() : Amount.parse(typed, currency);
    }

    /** How many filters are set besides the words. */
    public long getCount() {
        return skill.size() + Stream.of(language, currency, kind, free, instant, rating, week, hour, hours)
            .filter(value -> !value.isEmpty())
            .count();
    }

    /** The address of this search from its beginning, as short as it can be. */
    String path() {
        return path(Optional.empty(), "");
    }

    String pathAfter(String cursor) {
        return path(Optional.empty(), cursor);
    }

    String pathWithout(Part dropped) {
        return path(Optional.of(dropped), "");
    }

    /** The same search for other words. */
    String pathSaying(String words) {
        return new BrowseForm(words, skill, language, currency, from, to, kind, free, instant, rating, week, hour,
                hours, sort, zone, "")
            .path();
    }

    private String path(Optional<Part> dropped, String cursor) {
        var parameters = new ArrayList<String>();
        add(parameters, "q", q, dropped, Name.WORDS);
        for (var one : skill) {
            add(parameters, "skill", one, dropped.filter(part -> part.value().equals(one)), Name.SKILL);
        }
        add(parameters, "language", language, dropped, Name.LANGUAGE);
        add(parameters, "currency", currency, dropped, Name.CURRENCY);
        add(parameters, "from", from, dropped, Name.CURRENCY, Name.PRICE);
        add(parameters, "to", to, dropped, Name.CURRENCY, Name.PRICE);
        add(parameters, "kind", kind, dropped, Name.KIND);
        add(parameters, "free", free, dropped, Name.FREE);
        add(parameters, "instant", instant, dropped, Name.INSTANT);
        add(parameters, "rating", rating, dropped, Name.RATING);
        add(parameters, "week", week, dropped, Name.WEEK);
        add(parameters, "hour", hour, dropped, Name.HOUR);
        add(parameters, "hours", hours, dropped, Name.HOURS);
        add(parameters, "sort", sort, dropped);
        add(parameters, "zone", zone, dropped);
        add(parameters, "after", cursor, dropped);
        return parameters.stream()
            .collect(Collectors.joining("&", parameters.isEmpty() ? "/mentors" : "/mentors?", ""));
    }

    private static void add(List<String> parameters, String name, String value, Optional<Part> dropped, Name... parts) {
        var gone = dropped.isPresent() && List.of(parts).contains(dropped.get().name());
        if (!value.isEmpty() && !gone) {
            parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static String text(@Nullable String typed, int longest, Predicate<String> makesSense) {
        var text = typed == null ? "" : typed.strip();
        return text.length() <= longest && makesSense.test(text) ? text : "";
    }
}
