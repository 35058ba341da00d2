package com.mentormatch.mentor;

import com.mentormatch.mentor.MentorFilter.Name;
import com.mentormatch.mentor.MentorFilter.Part;
import com.mentormatch.shared.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A filter as SQL: a condition for each part, so that a search can also be run with one of them left out. */
final class Conditions {

    private record Condition(Part part, boolean ofOffer, String sql) {}

    private final List<Condition> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private Conditions() {}

    static Conditions of(MentorFilter filter, Instant now) {
        var made = new Conditions();
        made.ofMentor(filter, now);
        made.ofOffer(filter);
        return made;
    }

    List<Part> parts() {
        return conditions.stream().map(Condition::part).distinct().toList();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    String sql() {
        return sql(conditions);
    }

    String sqlWithout(Part dropped) {
        return sql(conditions.stream()
            .filter(condition -> !condition.part.equals(dropped)
                    && !(dropped.name() == Name.CURRENCY && condition.part.name() == Name.PRICE))
            .toList());
    }

    private static String sql(List<Condition> some) {
        var sql = some.stream()
            .filter(condition -> !condition.ofOffer)
            .map(condition -> " AND " + condition.sql)
            .collect(Collectors.joining());
        var offer = some.stream()
            .filter(Condition::ofOffer)
            .map(condition -> " AND " + condition.sql)
            .collect(Collectors.joining());
        return offer.isEmpty()
                ? sql
                : sql + " AND EXISTS (SELECT 1 FROM offer o WHERE o.mentor_id = m.account_id AND o.published = TRUE"
                        + offer + ")";
    }

    private void ofMentor(MentorFilter filter, Instant now) {
        var words = Words.asked(filter.words());
        if (!words.isEmpty()) {
            add(Name.WORDS, "", false, "MATCH (m.words) AGAINST (:words IN BOOLEAN MODE)", "words", words);
        }
        for (var skill : filter.skills()) {
            var name = "skill" + parameters.size();
            add(Name.SKILL, skill, false, "EXISTS (SELECT 1 FROM mentor_skill s WHERE s.mentor_id = m.account_id"
                    + " AND s.skill = :" + name + ")", name, Words.key(skill));
        }
        if (!filter.language().isEmpty()) {
            add(Name.LANGUAGE, "", false, "EXISTS (SELECT 1 FROM mentor_language l WHERE l.mentor_id = m.account_id"
                    + " AND l.language = :language)", "language", filter.language());
        }
        if (filter.hoursApart() != null && filter.here() != null) {
            add(Name.HOURS, "", false, "m.zone IN (:zones)", "zones",
                    zonesWithin(filter.hoursApart(), filter.here(), now));
        }
    }

    private void ofOffer(MentorFilter filter) {
        if (!filter.currency().isEmpty()) {
            add(Name.CURRENCY, "", true, "o.price_currency = :currency", "currency", filter.currency());
        }
        filter.least()
            .ifPresent(amount -> add(Name.PRICE, "", true, "o.price_minor >= :least", "least", amount.minor()));
        filter.most().ifPresent(amount -> add(Name.PRICE, "", true, "o.price_minor <= :most", "most", amount.minor()));
        if (filter.kind() != null) {
            add(Name.KIND, "", true, "o.kind = :kind", "kind", filter.kind().name());
        } else if (filter.least().isPresent() || filter.most().isPresent()) {
            add(Name.PRICE, "", true, "o.kind <> :trial", "trial", OfferKind.TRIAL.name());
        }
        if (filter.free()) {
            add(Name.FREE, "", true, "o.price_minor = :free", "free", 0L);
        }
        if (filter.instant()) {
            add(Name.INSTANT, "", true, "o.confirmation = :instant", "instant", Confirmation.INSTANT.name());
        }
    }

    private void add(Name name, String value, boolean ofOffer, String sql, String parameter, Object argument) {
        conditions.add(new Condition(new Part(name, value), ofOffer, sql));
        parameters.put(parameter, argument);
    }

    /** By the clocks of this very moment; across the date line only the time of day counts. */
    static List<String> zonesWithin(int hours, ZoneId here, Instant now) {
        var limit = Duration.ofHours(hours).toSeconds();
        return Zones.all().stream().filter(zone -> apart(ZoneId.of(zone), here, now) <= limit).toList();
    }

    private static long apart(ZoneId one, ZoneId other, Instant now) {
        var difference = Math
            .abs(one.getRules().getOffset(now).getTotalSeconds() - other.getRules().getOffset(now).getTotalSeconds());
        return Math.min(difference, Duration.ofDays(1).toSeconds() - difference);
    }
}
