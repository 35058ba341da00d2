package com.mentormatch.meeting;

import com.mentormatch.account.AccountEvent;
import com.mentormatch.account.AccountId;
import com.mentormatch.meeting.MeetingPlace.Kind;
import com.mentormatch.shared.Columns;
import java.net.URI;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What mentors have chosen. Zoom chosen while there was Zoom is a generated room once there is none. */
@Component
public class MeetingPlaces {

    private final JdbcClient jdbc;
    private final Venue venue;

    MeetingPlaces(JdbcClient jdbc, Venue venue) {
        this.jdbc = jdbc;
        this.venue = venue;
    }

    /** For the mentor alone: it may hold the mentor's own link. */
    public MeetingPlace of(AccountId mentor) {
        return jdbc.sql("SELECT kind, link FROM meeting_place WHERE mentor_id = ?")
            .param(Columns.param(mentor.value()))
            .query((row, _) -> {
                var kind = Kind.valueOf(row.getString("kind"));
                var link = row.getString("link");
                return new MeetingPlace(offered(kind) ? kind : Kind.JITSI,
                        link == null ? null : new OwnLink(URI.create(link)));
            })
            .optional()
            .orElse(MeetingPlace.DEFAULT);
    }

    /** Whether a mentor can choose it here. */
    public boolean offered(Kind kind) {
        return kind != Kind.ZOOM || venue.configured();
    }

    void put(AccountId mentor, MeetingPlace place, Instant now) {
        jdbc.sql("""
                INSERT INTO meeting_place (mentor_id, kind, link, changed_at) VALUES (:mentor, :kind, :link, :now)
                ON DUPLICATE KEY UPDATE kind = VALUES(kind), link = VALUES(link), changed_at = VALUES(changed_at)""")
            .param("mentor", Columns.param(mentor.value()))
            .param("kind", place.kind().name())
            .param("link", place.link() == null ? null : place.link().toString())
            .param("now", Columns.param(now))
            .update();
    }

    /** Nobody is bound to meet any more: no link is needed. */
    @EventListener
    void forget(AccountEvent.Deleted gone) {
        var mentor = Columns.param(gone.account().value());
        jdbc.sql("DELETE FROM meeting_place WHERE mentor_id = ?").param(mentor).update();
        jdbc.sql("UPDATE meeting SET link = NULL, passcode = NULL, version = version + 1 WHERE mentor_id = ?")
            .param(mentor)
            .update();
    }
}
