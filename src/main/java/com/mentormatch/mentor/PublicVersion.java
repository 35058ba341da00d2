package com.mentormatch.mentor;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A text that is another one as soon as a public page may look different. Every change adds a row to those waiting, and
 * the rows go only together with a step of the version, so the two numbers never come back. Read at most once a second
 * a node: what somebody else did a second ago may be missing, which a page that was open for a second misses too.
 */
@Component
public class PublicVersion {

    private final JdbcTemplate jdbc;
    private final LoadingCache<Boolean, String> kept = Caffeine.newBuilder()
        .expireAfterWrite(Duration.ofSeconds(1))
        .build(_ -> ask());

    PublicVersion(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public String current() {
        return kept.get(Boolean.TRUE);
    }

    /** Joins the transaction that takes rows away. */
    void step() {
        jdbc.update("UPDATE public_version SET version = version + 1 WHERE id = 1");
    }

    private String ask() {
        return jdbc.queryForObject(
                "SELECT CONCAT(version, '.', (SELECT COUNT(*) FROM changed_mentor)) FROM public_version", String.class);
    }
}
