package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Columns;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps what browsing asks for beside what was written, in the writer's transaction. */
@Component
class SearchIndex {

    private final EntityManager entities;
    private final JdbcTemplate jdbc;
    private final Openings openings;
    private final ChangedMentors changed;

    SearchIndex(EntityManager entities, JdbcTemplate jdbc, Openings openings, ChangedMentors changed) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.openings = openings;
        this.changed = changed;
    }

    void put(Mentor mentor, List<String> skills, List<String> languages) {
        put(mentor);
        var id = Columns.param(mentor.id().value());
        jdbc.update("DELETE FROM mentor_skill WHERE mentor_id = ?", id);
        jdbc.update("DELETE FROM mentor_language WHERE mentor_id = ?", id);
        jdbc.batchUpdate("INSERT INTO mentor_skill (skill, mentor_id, label) VALUES (?, ?, ?)",
                skills.stream()
                    .sorted((one, other) -> Words.key(one).compareTo(Words.key(other)))
                    .map(skill -> new Object[]{Words.key(skill), id, skill})
                    .toList());
        jdbc.batchUpdate("INSERT INTO mentor_language (language, mentor_id) VALUES (?, ?)",
                languages.stream().sorted().map(language -> new Object[]{language, id}).toList());
        list(mentor.id());
    }

    /** The words alone: what a new name changes. */
    void put(Mentor mentor) {
        entities.flush();
        var id = Columns.param(mentor.id().value());
        jdbc.update("DELETE FROM mentor_word WHERE mentor_id = ?", id);
        jdbc.batchUpdate("INSERT INTO mentor_word (word, mentor_id, weight) VALUES (?, ?, ?)",
                new TreeMap<>(mentor.words().weights()).entrySet()
                    .stream()
                    .map(word -> new Object[]{word.getKey(), id, word.getValue()})
                    .toList());
        changed.add(mentor.id());
    }

    /** Listed is who has a published profile and something to book. */
    void list(AccountId mentor) {
        entities.flush();
        openings.prepare(mentor);
        changed.add(mentor);
        jdbc.update("""
                UPDATE mentor
                   SET listed = published AND EXISTS (SELECT 1 FROM offer
                                                       WHERE mentor_id = mentor.account_id AND offer.published)
                 WHERE account_id = ?""", Columns.param(mentor.value()));
    }
}
