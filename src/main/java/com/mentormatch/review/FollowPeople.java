package com.mentormatch.review;

import com.mentormatch.account.AccountEdited;
import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.ChangedMentors;
import com.mentormatch.shared.Columns;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Somebody goes by another name now, or none: so do the reviews they wrote, on profiles that browsers have kept. */
@Component
class FollowPeople {

    private final JdbcClient jdbc;
    private final ChangedMentors changed;

    FollowPeople(JdbcClient jdbc, ChangedMentors changed) {
        this.jdbc = jdbc;
        this.changed = changed;
    }

    @EventListener
    void follow(AccountEdited edited) {
        changed.add(jdbc.sql("SELECT DISTINCT mentor_id FROM review WHERE author_id = ? AND standing = 'LISTED'")
            .param(Columns.param(edited.account().value()))
            .query((row, _) -> new AccountId(Columns.uuid(row, "mentor_id")))
            .list());
    }
}
