package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.account.Person;
import com.mentormatch.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds listed mentors. A page costs a query or two for its rows, one for their offers, one for the people and
 * what {@link FreeTimes} takes, whatever the length of the list: it is read on from the last row seen, never counted and
 * never skipped over.
 *
 * <p>When somebody is free, searches know from {@link Openings}, which may be some seconds old. What a card shows is
 * computed now; who was asked for a time and turns out not to have it is left out, so a page may be a card or two short.
 */
@Component
public class MentorSearch {

    public static final int PAGE = 20;

    /** The landing page chooses among this many. */
    private static final int CANDIDATES = 12;

    /** So many are sorted faster than found by walking past everybody else. */
    private static final int FEW = 300;

    /** A page of which nobody is left, twice in a row, happens while calendars are being caught up with. */
    private static final int MOST_EMPTY = 3;

    private final JdbcClient jdbc;
    private final OfferRows offers;
    private final People people;
    private final ObjectProvider<FreeTimes> calendars;
    private final Vocabulary vocabulary;

    MentorSearch(JdbcClient jdbc, OfferRows offers, People people, ObjectProvider<FreeTimes> calendars,
            Vocabulary vocabulary) {
        this.jdbc = jdbc;
        this.offers = offers;
        this.people = people;
        this.calendars = calendars;
        this.vocabulary = vocabulary;
    }

    /** @param after cursor of the page before, empty for the first */
    public CardPage page(MentorFilter filter, MentorOrder wanted, String after, Instant now) {
        var conditions = Conditions.of(filter, now);
        var order = wanted.over(filter);
        var cursor = Cursor.of(after, order);
        var first = cursor.isEmpty();
        var cards = List.<MentorCard>of();
        String next = null;
        for (var tries = 0; tries < MOST_EMPTY && cards.isEmpty() && (tries == 0 || next != null); tries++) {
            var rows = rows(filter, conditions, order, cursor, PAGE + 1);
            var shown = rows.subList(0, Math.min(PAGE, rows.size()));
            cursor = Optional.ofNullable(rows.size() > PAGE ? shown.getLast().cursor : null);
            next = cursor.map(Cursor::text).orElse(null);
            cards = cards(shown, filter, order, now);
        }
        var nobody = cards.isEmpty() && first && next == null;
        return new CardPage(cards, next, conditions.parts(), order, nobody ? wouldHelp(conditions) : List.of(),
                nobody ? meant(filter, now) : null);
    }

    /** Who is free soonest. */
    public List<MentorCard> soonest(int count, Instant now) {
        var none = MentorFilter.NONE;
        var rows = rows(none, Conditions.of(none, now), MentorOrder.NEXT, Optional.empty(), CANDIDATES);
        var cards = cards(rows, none, MentorOrder.NEXT, now);
        return cards.subList(0, Math.min(count, cards.size()));
    }

    private List<MentorFilter.Part> wouldHelp(Conditions conditions) {
        return conditions.parts()
            .stream()
            .filter(part -> anybody(conditions.anybodyWithout(part), conditions.parameters()))
            .toList();
    }

    private @Nullable String meant(MentorFilter filter, Instant now) {
        return vocabulary.meant(filter.words()).filter(words -> {
            var mended = Conditions.of(filter.saying(words), now);
            return anybody(mended.anybodyWithout(NO_PART), mended.parameters());
        }).orElse(null);
    }

    private static final MentorFilter.Part NO_PART = new MentorFilter.Part(MentorFilter.Name.WORDS, "none");

    private boolean anybody(String sql, Map<String, Object> parameters) {
        return jdbc.sql(sql).params(parameters).query(Integer.class).optional().isPresent();
    }

    private List<Row> rows(MentorFilter filter, Conditions conditions, MentorOrder order, Optional<Cursor> cursor,
            int limit) {
        var parameters = new HashMap<>(conditions.parameters());
        var ranking = Ranking.alongOffers(order) && few(conditions)
                ? Ranking.amongFew(order, conditions)
                : Ranking.of(order, filter, conditions, parameters);
        var where = ranking.where(cursor, parameters);
        return jdbc.sql(
                "SELECT m.account_id, m.slug, m.headline, m.verified_at IS NOT NULL AS verified, m.skills, m.languages, m.rating_hundredths, m.rating_count, "
                        + ranking.columns() + " FROM " + ranking.tables() + where + ranking.orderBy() + " LIMIT "
                        + limit)
            .params(parameters)
            .query((row, _) -> row(row, ranking))
            .list();
    }

    private boolean few(Conditions conditions) {
        return !conditions.ofMentor().isEmpty()
                && jdbc.sql("SELECT 1 FROM mentor m WHERE m.listed = TRUE" + conditions.ofMentor() + " LIMIT " + FEW)
                    .params(conditions.parameters())
                    .query(Integer.class)
                    .list()
                    .size() < FEW;
    }

    private List<MentorCard> cards(List<Row> rows, MentorFilter filter, MentorOrder order, Instant now) {
        var ids = rows.stream().map(Row::id).toList();
        var persons = people.all(ids);
        var published = offers.published(ids);
        var shown = new HashMap<AccountId, OfferTerms>();
        rows.forEach(row -> published.getOrDefault(row.id, List.of())
            .stream()
            .filter(offer -> offer.id().equals(row.offer))
            .forEach(offer -> shown.put(row.id, offer)));
        var free = new HashMap<OfferId, Instant>();
        calendars
            .forEach(calendar -> free.putAll(calendar.next(shown.values(), start -> filter.wants(start, now), now)));
        var cards = rows.stream()
            .filter(row -> shown.containsKey(row.id))
            .filter(row -> !filter.asksForTime() || free.containsKey(row.offer))
            .map(row -> card(row, persons.get(row.id), published.get(row.id), shown.get(row.id), free.get(row.offer)));
        return order == MentorOrder.NEXT
                ? cards
                    .sorted(Comparator.comparing(MentorCard::nextFree, Comparator.nullsLast(Comparator.naturalOrder())))
                    .toList()
                : cards.toList();
    }

    private static MentorCard card(Row row, Person person, List<OfferTerms> offers, OfferTerms shown, Instant free) {
        var trial = offers.stream().filter(offer -> offer.trial() && offer != shown).findFirst().orElse(null);
        var several = offers.stream().filter(offer -> !offer.trial()).map(OfferTerms::price).distinct().count() > 1;
        var skills = row.skills.subList(0, Math.min(3, row.skills.size()));
        return new MentorCard(
                new MentorSummary(row.id, row.slug, person.name(), row.headline, person.avatarUrl(), person.zone(),
                        row.verified),
                skills, row.skills.size() - skills.size(), row.languages, shown, several, trial, row.rating, free);
    }

    private record Row(AccountId id, String slug, String headline, boolean verified, List<String> skills,
            List<String> languages, @Nullable Rating rating, OfferId offer, Cursor cursor) {}

    private static Row row(ResultSet row, Ranking ranking) throws SQLException {
        return new Row(new AccountId(Columns.uuid(row, "account_id")), row.getString("slug"), row.getString("headline"),
                row.getBoolean("verified"), Lines.of(row.getString("skills")), Lines.of(row.getString("languages")),
                Mentors.rating(row), new OfferId(Columns.uuid(row, "offer_id")), ranking.cursor(row));
    }
}
