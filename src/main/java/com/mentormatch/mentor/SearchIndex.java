package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Columns;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps what browsing asks for beside what was written, in the writer's transaction. */
@Component
class SearchIndex {

    private final EntityManager entities;
    private final JdbcTemplate jdbc;

    SearchIndex(EntityManager entities, JdbcTemplate jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    void put(AccountId mentor, List<String> skills, List<String> languages) {
        entities.flush();
        var id = Columns.param(mentor.value());
        jdbc.update("DELETE FROM mentor_skill WHERE mentor_id = ?", id);
        jdbc.update("DELETE FROM mentor_language WHERE mentor_id = ?", id);
        jdbc.batchUpdate("INSERT INTO mentor_skill (skill, mentor_id, label) VALUES (?, ?, ?)",
                skills.stream()
                    .sorted((one, other) -> Words.key(one).compareTo(Words.key(other)))
                    .map(skill -> new Object[]{Words.key(skill), id, skill})
                    .toList());
        jdbc.batchUpdate("INSERT INTO mentor_language (language, mentor_id) VALUES (?, ?)",
                languages.stream().sorted().map(language -> new Object[]{language, id}).toList());
        list(mentor);
    }

    /** Listed is who has a published profile and something to book. */
    void list(AccountId mentor) {
        entities.flush();
        jdbc.update("""
                UPDATE mentor
                   SET listed = published AND EXISTS (SELECT 1 FROM offer
                                                       WHERE mentor_id = mentor.account_id AND offer.published)
                 WHERE account_id = ?""", Columns.param(mentor.value()));
    }
}
