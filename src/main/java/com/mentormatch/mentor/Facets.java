package com.mentormatch.mentor;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be chosen from in a search. Counted over all mentors, therefore minutes old. */
@Component
public class Facets {

    /**
     * @param skills as typed by mentors, the most common first
     * @param languages BCP 47, the most common first
     * @param currencies ISO 4217, the most common first
     */
    public record Choices(List<String> skills, List<String> languages, List<String> currencies) {}

    private final JdbcClient jdbc;
    private final LoadingCache<Boolean, Choices> kept = Caffeine.newBuilder()
        .refreshAfterWrite(Duration.ofMinutes(2))
        .build(_ -> ask());

    Facets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Choices choices() {
        return kept.get(Boolean.TRUE);
    }

    private Choices ask() {
        return new Choices(names("""
                SELECT MIN(s.label) FROM mentor_skill s JOIN mentor m ON m.account_id = s.mentor_id
                 WHERE m.listed = TRUE GROUP BY s.skill ORDER BY COUNT(*) DESC, s.skill LIMIT 100"""), names("""
                SELECT l.language FROM mentor_language l JOIN mentor m ON m.account_id = l.mentor_id
                 WHERE m.listed = TRUE GROUP BY l.language ORDER BY COUNT(*) DESC, l.language LIMIT 60"""), names("""
                SELECT price_currency FROM offer
                 WHERE published = TRUE GROUP BY price_currency ORDER BY COUNT(*) DESC, price_currency"""));
    }

    private List<String> names(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
