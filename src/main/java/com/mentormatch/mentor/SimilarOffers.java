package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Columns;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What other mentors offer to somebody who cannot have the session they wanted. */
@Component
public class SimilarOffers {

    /** As many are looked at, however popular the skill: those who lost a time all ask in the same second. */
    private static final int MENTORS = 24;

    private final JdbcClient jdbc;
    private final OfferRows offers;

    SimilarOffers(JdbcClient jdbc, OfferRows offers) {
        this.jdbc = jdbc;
        this.offers = offers;
    }

    /**
     * One offer each of listed mentors who share a skill, about as long as the wanted one, the nearest in length and
     * price first; trials are left out. In two queries.
     *
     * @param reader who would book, and is not offered their own
     */
    public List<OfferTerms> to(OfferTerms wanted, AccountId reader) {
        var nearest = Comparator.comparingInt((OfferTerms offer) -> Math.abs(offer.minutes() - wanted.minutes()))
            .thenComparing(offer -> !offer.price().currency().equals(wanted.price().currency()))
            .thenComparingLong(offer -> Math.abs(offer.price().minor() - wanted.price().minor()))
            .thenComparing(offer -> offer.id().toString());
        return offers.published(sharingASkill(wanted.mentor(), reader))
            .values()
            .stream()
            .map(theirs -> theirs.stream()
                .filter(offer -> !offer.trial() && alike(offer.minutes(), wanted.minutes()))
                .min(nearest)
                .orElse(null))
            .filter(Objects::nonNull)
            .sorted(nearest)
            .toList();
    }

    private List<AccountId> sharingASkill(AccountId mentor, AccountId reader) {
        return jdbc.sql("""
                SELECT DISTINCT other.mentor_id
                  FROM mentor_skill mine
                  JOIN mentor_skill other ON other.skill = mine.skill
                  JOIN mentor m ON m.account_id = other.mentor_id
                 WHERE mine.mentor_id = :mentor AND m.listed = TRUE AND other.mentor_id NOT IN (:mentor, :reader)
                 LIMIT %d""".formatted(MENTORS))
            .param("mentor", Columns.param(mentor.value()))
            .param("reader", Columns.param(reader.value()))
            .query((row, _) -> new AccountId(Columns.uuid(row, "mentor_id")))
            .list();
    }

    /** A quarter longer or shorter, and a quarter of an hour in any case. */
    private static boolean alike(int minutes, int wanted) {
        return Math.abs(minutes - wanted) <= Math.max(15, wanted / 4);
    }
}
