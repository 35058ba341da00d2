package com.mentormatch.mentor;

import com.mentormatch.mentor.MentorFilter.Name;
import com.mentormatch.mentor.MentorFilter.Part;
import com.mentormatch.shared.Columns;
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

    /** A mentor's row, an offer's row, what is known of when the offer is free. */
    private enum About {
        MENTOR, OFFER, OPENING
    }

    private record Condition(Part part, About about, String sql) {}

    private final List<Condition> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private Conditions() {}

    static Conditions of(MentorFilter filter, Instant now) {
        var made = new Conditions();
        made.ofMentor(filter, now);
        made.ofOffer(filter);
        made.ofOpening(filter, now);
        return made;
    }

    List<Part> parts() {
        return conditions.stream().map(Condition::part).distinct().toList();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** On a mentor, {@code m}; each begins with AND. */
    String ofMentor() {
        return sql(About.MENTOR, conditions);
    }

    /** The same where the words have been seen to. */
    String ofMentorButWords() {
        return sql(About.MENTOR, conditions.stream().filter(condition -> condition.part.name() != Name.WORDS).toList());
    }

    /** On an offer, {@code o}, as far as its own row tells; each begins with AND. */
    String ofOffer() {
        return sql(About.OFFER, conditions);
    }

    /** On the openings of an offer, {@code p}; each begins with AND. */
    String ofOpening() {
        return sql(About.OPENING, conditions);
    }

    /** The id of the offer a mentor, {@code m}, is shown with: the cheapest that is asked for, trials last. */
    String shownOffer() {
        return "(SELECT o.id" + offers(conditions) + " ORDER BY o.kind = 'TRIAL', o.price_minor, o.id LIMIT 1)";
    }

    /** Whether everybody listed has an offer to be shown with. */
    boolean anyOffer() {
        return ofOffer().isEmpty() && ofOpening().isEmpty();
    }

    /** Whether anybody is found at all when one part is left out. */
    String anybodyWithout(Part dropped) {
        var left = conditions.stream()
            .filter(condition -> !condition.part.equals(dropped)
                    && !(dropped.name() == Name.CURRENCY && condition.part.name() == Name.PRICE))
            .toList();
        return "SELECT 1 FROM mentor m WHERE m.listed = TRUE" + sql(About.MENTOR, left) + " AND EXISTS (SELECT 1"
                + offers(left) + ") LIMIT 1";
    }

    private static String offers(List<Condition> some) {
        var openings = some.stream().anyMatch(condition -> condition.about == About.OPENING);
        return " FROM offer o" + (openings ? " JOIN offer_opening p ON p.offer_id = o.id" : "")
                + " WHERE o.mentor_id = m.account_id AND o.published = TRUE" + sql(About.OFFER, some)
                + sql(About.OPENING, some);
    }

    private static String sql(About about, List<Condition> some) {
        return some.stream()
            .filter(condition -> condition.about == about)
            .map(condition -> " AND " + condition.sql)
            .collect(Collectors.joining());
    }

    private void ofMentor(MentorFilter filter, Instant now) {
        for (var word : Words.asked(filter.words())) {
            var name = "word" + parameters.size();
            add(Name.WORDS, "", About.MENTOR, "EXISTS (SELECT 1 FROM mentor_word w WHERE w.mentor_id = m.account_id"
                    + " AND w.word LIKE :" + name + ")", name, Words.pattern(word));
        }
        for (var skill : filter.skills()) {
            var name = "skill" + parameters.size();
            add(Name.SKILL, skill, About.MENTOR, "EXISTS (SELECT 1 FROM mentor_skill s WHERE s.mentor_id = m.account_id"
                    + " AND s.skill = :" + name + ")", name, Words.key(skill));
        }
        if (!filter.language().isEmpty()) {
            add(Name.LANGUAGE, "", About.MENTOR,
                    "EXISTS (SELECT 1 FROM mentor_language l"
                            + " WHERE l.mentor_id = m.account_id AND l.language = :language)",
                    "language", filter.language());
        }
        if (filter.rating() != null) {
            add(Name.RATING, "", About.MENTOR, "m.rating_hundredths >= :rating", "rating", filter.rating());
        }
        if (filter.hoursApart() != null && filter.here() != null) {
            add(Name.HOURS, "", About.MENTOR, "m.zone IN (:zones)", "zones",
                    zonesWithin(filter.hoursApart(), filter.here(), now));
        }
    }

    private void ofOffer(MentorFilter filter) {
        if (!filter.currency().isEmpty()) {
            add(Name.CURRENCY, "", About.OFFER, "o.price_currency = :currency", "currency", filter.currency());
        }
        filter.least()
            .ifPresent(amount -> add(Name.PRICE, "", About.OFFER, "o.price_minor >= :least", "least", amount.minor()));
        filter.most()
            .ifPresent(amount -> add(Name.PRICE, "", About.OFFER, "o.price_minor <= :most", "most", amount.minor()));
        if (filter.kind() != null) {
            add(Name.KIND, "", About.OFFER, "o.kind = :kind", "kind", filter.kind().name());
        } else if (filter.least().isPresent() || filter.most().isPresent()) {
            add(Name.PRICE, "", About.OFFER, "o.kind <> :trial", "trial", OfferKind.TRIAL.name());
        }
        if (filter.free()) {
            add(Name.FREE, "", About.OFFER, "o.price_minor = :free", "free", 0L);
        }
        if (filter.instant()) {
            add(Name.INSTANT, "", About.OFFER, "o.confirmation = :instant", "instant", Confirmation.INSTANT.name());
        }
    }

    private void ofOpening(MentorFilter filter, Instant now) {
        if (filter.week()) {
            add(Name.WEEK, "", About.OPENING, "p.next_start < :week", "week", Columns.param(now.plus(Openings.WEEK)));
        }
        if (filter.asksForHour()) {
            var quarters = Quarters.ofHour(filter.hour(), filter.here(), now, Openings.WEEK);
            parameters.put("late", quarters.late());
            add(Name.HOUR, "", About.OPENING, "((p.early & :early) <> 0 OR (p.late & :late) <> 0)", "early",
                    quarters.early());
        }
    }

    private void add(Name name, String value, About about, String sql, String parameter, Object argument) {
        conditions.add(new Condition(new Part(name, value), about, sql));
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
