package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.FreeTimes.Outlook;
import com.mentormatch.shared.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What searches know of calendars: for each offer the next start and the hours it can be had at within a week. It finds
 * and sorts, it is never shown: a card's time is computed when the card is.
 */
@Repository
class Openings {

    /** "This week": as far as a search for free times looks. */
    static final Duration WEEK = Duration.ofDays(7);

    /** At the end of the week more comes into sight: by then it is looked at again. */
    static final Duration KEPT = Duration.ofHours(1);

    /** Nobody can say when somebody without a free time has one again: the horizon moves on. */
    static final Duration LOOKED_FOR_AGAIN = Duration.ofMinutes(15);

    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient client;
    private final JdbcTemplate jdbc;

    Openings(JdbcClient client, JdbcTemplate jdbc) {
        this.client = client;
        this.jdbc = jdbc;
    }

    /** Makes room for a mentor's new offers; they are looked at next. */
    void prepare(AccountId mentor) {
        jdbc.update("INSERT IGNORE INTO offer_opening (offer_id) SELECT id FROM offer WHERE mentor_id = ?",
                Columns.param(mentor.value()));
    }

    List<AccountId> stale(int most, Instant now) {
        return jdbc.query("""
                SELECT DISTINCT o.mentor_id
                  FROM offer_opening p JOIN offer o ON o.id = p.offer_id
                 WHERE p.stale_at < ?
                 LIMIT\s""" + most, (row, _) -> new AccountId(Columns.uuid(row, "mentor_id")), Columns.param(now));
    }

    /** @param outlooks of all published offers of these mentors */
    void put(Set<AccountId> mentors, Collection<OfferTerms> published, Map<OfferId, Outlook> outlooks, Instant now) {
        client.sql("""
                UPDATE offer_opening p JOIN offer o ON o.id = p.offer_id
                   SET p.next_start = :never, p.early = 0, p.late = 0, p.stale_at = :never
                 WHERE o.mentor_id IN (:mentors) AND o.published = FALSE""")
            .param("never", Columns.param(NEVER))
            .param("mentors", mentors.stream().map(mentor -> Columns.param(mentor.value())).toList())
            .update();
        jdbc.batchUpdate(
                "UPDATE offer_opening SET next_start = ?, early = ?, late = ?, stale_at = ? WHERE offer_id = ?",
                published.stream()
                    .map(OfferTerms::id)
                    .map(offer -> row(offer, outlooks.getOrDefault(offer, new Outlook(List.of(), null, null)), now))
                    .toList());
    }

    private static Object[] row(OfferId offer, Outlook outlook, Instant now) {
        var quarters = Quarters.of(outlook.soon());
        var next = outlook.next() == null ? NEVER : outlook.next();
        var until = outlook.until() == null ? now.plus(LOOKED_FOR_AGAIN) : outlook.until();
        var latest = now.plus(KEPT);
        return new Object[]{Columns.param(next), quarters.early(), quarters.late(),
                Columns.param(until.isBefore(latest) ? until : latest), Columns.param(offer.value())};
    }
}
