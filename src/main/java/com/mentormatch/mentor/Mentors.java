package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.account.Person;
import com.mentormatch.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mentors and offers for reading. Unpublished ones are found too: who may see them is for the caller to decide. */
@Component
public class Mentors {

    private static final String PROFILE = """
            SELECT account_id, slug, headline, about, experience, session_description, website, skills, languages,
                   published, rating_hundredths, rating_count, verified_at IS NOT NULL AS verified, created_at, version
              FROM mentor
             WHERE\s""";

    private final JdbcClient jdbc;
    private final People people;
    private final OfferRows offers;

    Mentors(JdbcClient jdbc, People people, OfferRows offers) {
        this.jdbc = jdbc;
        this.people = people;
        this.offers = offers;
    }

    public Optional<MentorProfile> bySlug(String slug) {
        return jdbc.sql(PROFILE + "slug = ?").param(slug).query(Mentors::row).optional().map(this::profile);
    }

    public Optional<MentorProfile> byId(AccountId id) {
        return jdbc.sql(PROFILE + "account_id = ?")
            .param(Columns.param(id.value()))
            .query(Mentors::row)
            .optional()
            .map(this::profile);
    }

    /** @param rating null while nobody has rated */
    public record Rated(@Nullable Rating rating) {}

    /** How a mentor is rated; empty for who is none. */
    public Optional<Rated> ratingOf(AccountId id) {
        return jdbc.sql("SELECT rating_hundredths, rating_count FROM mentor WHERE account_id = ?")
            .param(Columns.param(id.value()))
            .query((row, _) -> new Rated(rating(row)))
            .optional();
    }

    public boolean isMentor(AccountId id) {
        return jdbc.sql("SELECT 1 FROM mentor WHERE account_id = ?")
            .param(Columns.param(id.value()))
            .query(Integer.class)
            .optional()
            .isPresent();
    }

    /** In two queries, however many. Who is no mentor is left out. */
    public Map<AccountId, MentorSummary> summaries(Collection<AccountId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var persons = people.all(ids);
        var summaries = new HashMap<AccountId, MentorSummary>();
        jdbc.sql(
                "SELECT account_id, slug, headline, verified_at IS NOT NULL AS verified FROM mentor WHERE account_id IN (:ids)")
            .param("ids", ids.stream().map(id -> Columns.param(id.value())).toList())
            .query(row -> {
                var id = new AccountId(Columns.uuid(row, "account_id"));
                var person = persons.get(id);
                summaries.put(id, new MentorSummary(id, row.getString("slug"), person.name(), row.getString("headline"),
                        person.avatarUrl(), person.zone(), row.getBoolean("verified")));
            });
        return summaries;
    }

    /** What admins decided about that mentor. */
    public Optional<MentorStanding> standing(AccountId id) {
        return jdbc.sql("SELECT verified_at, long_sessions FROM mentor WHERE account_id = ?")
            .param(Columns.param(id.value()))
            .query((row, _) -> new MentorStanding(Columns.instant(row, "verified_at"), row.getBoolean("long_sessions")))
            .optional();
    }

    public Optional<OfferTerms> offer(OfferId id) {
        return offers.find(id);
    }

    /** Published or not, trials first, then cheapest first. */
    public List<OfferTerms> offers(AccountId mentor) {
        return offers.of(mentor);
    }

    private MentorProfile profile(Row row) {
        Person person = people.find(row.id).orElseThrow();
        var all = offers.of(row.id);
        var published = all.stream().filter(OfferTerms::published).toList();
        return new MentorProfile(row.id, row.slug, person.name(), person.avatarUrl(), person.zone(),
                row.text.headline(), row.text.about(), row.text.experience(), row.text.sessionDescription(),
                row.text.website(), row.text.skills(), row.text.languages(), row.published, published,
                all.stream().anyMatch(OfferTerms::paused), row.rating, row.verified, row.since, row.version);
    }

    private record Row(AccountId id, String slug, ProfileText text, boolean published, @Nullable Rating rating,
            boolean verified, Instant since, long version) {}

    static @Nullable Rating rating(ResultSet row) throws SQLException {
        var count = row.getInt("rating_count");
        return count == 0 ? null : new Rating(row.getInt("rating_hundredths"), count);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(new AccountId(Columns.uuid(row, "account_id")), row.getString("slug"),
                new ProfileText(row.getString("headline"), row.getString("about"), row.getString("experience"),
                        row.getString("session_description"), row.getString("website"),
                        Lines.of(row.getString("skills")), Lines.of(row.getString("languages"))),
                row.getBoolean("published"), rating(row), row.getBoolean("verified"),
                Columns.instant(row, "created_at"), row.getLong("version"));
    }
}
