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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds listed mentors, newest first. A page costs one query for its rows, one for their offers, one for the people and
 * what {@link NextFree} takes, whatever the length of the list: it is read on from the last row seen, never counted and
 * never skipped over.
 */
@Component
public class MentorSearch {

    public static final int PAGE = 20;

    /** The landing page chooses among this many. */
    private static final int CANDIDATES = 12;

    private final JdbcClient jdbc;
    private final OfferRows offers;
    private final People people;
    private final ObjectProvider<NextFree> calendars;

    MentorSearch(JdbcClient jdbc, OfferRows offers, People people, ObjectProvider<NextFree> calendars) {
        this.jdbc = jdbc;
        this.offers = offers;
        this.people = people;
        this.calendars = calendars;
    }

    /** @param after cursor of the page before, empty for the first */
    public CardPage page(MentorFilter filter, String after, Instant now) {
        var conditions = Conditions.of(filter, now);
        var cursor = Cursor.of(after);
        var parameters = new HashMap<>(conditions.parameters());
        var seek = "";
        if (cursor.isPresent()) {
            seek = " AND m.created_at <= :at AND (m.created_at < :at OR m.account_id < :id)";
            parameters.put("at", Columns.param(cursor.get().createdAt()));
            parameters.put("id", Columns.param(cursor.get().mentor().value()));
        }
        var rows = rows(conditions.sql() + seek, parameters, PAGE + 1);
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        var next = rows.size() > PAGE ? shown.getLast().cursor().text() : null;
        var wouldHelp = rows.isEmpty() && cursor.isEmpty() ? wouldHelp(conditions) : List.<MentorFilter.Part>of();
        return new CardPage(cards(shown, filter.currency(), now), next, conditions.parts(), wouldHelp);
    }

    /** Some who are free soonest among the newest. */
    public List<MentorCard> soonest(int count, Instant now) {
        return cards(rows("", Map.of(), CANDIDATES), "", now).stream()
            .sorted(Comparator.comparing(MentorCard::nextFree, Comparator.nullsLast(Comparator.naturalOrder())))
            .limit(count)
            .toList();
    }

    private List<MentorFilter.Part> wouldHelp(Conditions conditions) {
        return conditions.parts()
            .stream()
            .filter(part -> !rows(conditions.sqlWithout(part), conditions.parameters(), 1).isEmpty())
            .toList();
    }

    private List<Row> rows(String conditions, Map<String, ?> parameters, int limit) {
        return jdbc
            .sql("SELECT m.account_id, m.slug, m.headline, m.skills, m.languages, m.created_at FROM mentor m"
                    + " WHERE m.listed = TRUE" + conditions + " ORDER BY m.created_at DESC, m.account_id DESC LIMIT "
                    + limit)
            .params(parameters)
            .query(MentorSearch::row)
            .list();
    }

    private List<MentorCard> cards(List<Row> rows, String currency, Instant now) {
        var ids = rows.stream().map(Row::id).toList();
        var persons = people.all(ids);
        var published = offers.published(ids);
        var main = new HashMap<AccountId, OfferTerms>();
        published.forEach((mentor, offered) -> main.put(mentor, main(offered, currency)));
        var free = new HashMap<AccountId, Instant>();
        calendars.forEach(calendar -> free.putAll(calendar.nextFree(main.values(), now)));
        return rows.stream()
            .filter(row -> published.containsKey(row.id))
            .map(row -> card(row, persons.get(row.id), published.get(row.id), main.get(row.id), free.get(row.id)))
            .toList();
    }

    /** Offers come cheapest first, trials before the rest. */
    private static OfferTerms main(List<OfferTerms> offers, String currency) {
        var proper = offers.stream().filter(offer -> !offer.trial()).toList();
        return proper.stream()
            .filter(offer -> offer.price().currency().equals(currency))
            .findFirst()
            .orElseGet(() -> proper.isEmpty() ? offers.getFirst() : proper.getFirst());
    }

    private static MentorCard card(Row row, Person person, List<OfferTerms> offers, OfferTerms main, Instant free) {
        var trial = offers.stream().filter(offer -> offer.trial() && offer != main).findFirst().orElse(null);
        var several = offers.stream().filter(offer -> !offer.trial()).map(OfferTerms::price).distinct().count() > 1;
        var skills = row.skills.subList(0, Math.min(3, row.skills.size()));
        return new MentorCard(
                new MentorSummary(row.id, row.slug, person.name(), row.headline, person.avatarUrl(), person.zone()),
                skills, row.skills.size() - skills.size(), row.languages, main, several, trial, free);
    }

    private record Row(AccountId id, String slug, String headline, List<String> skills, List<String> languages,
            Instant createdAt) {

        Cursor cursor() {
            return new Cursor(createdAt, id);
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(new AccountId(Columns.uuid(row, "account_id")), row.getString("slug"), row.getString("headline"),
                Lines.of(row.getString("skills")), Lines.of(row.getString("languages")),
                Columns.instant(row, "created_at"));
    }
}
