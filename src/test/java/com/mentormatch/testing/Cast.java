package com.mentormatch.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.Role;
import com.mentormatch.account.Standings;
import com.mentormatch.account.security.ViewerAuthentication;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fresh people with verified addresses. Each call makes another one, so tests never meet. */
public final class Cast {

    public static final String PASSWORD = "mentormatch";

    /** {@link #PASSWORD}, at a cost that does not slow tests down. */
    private static final String ENCODED = "{bcrypt}$2a$04$Gzc7/zwxxaQyxExyI8xoeeFJVGNOuAD4DElRrbUZF0xWIdCjOAsQa";

    private final JdbcClient jdbc;
    private final Standings standings;

    Cast(JdbcClient jdbc, Standings standings) {
        this.jdbc = jdbc;
        this.standings = standings;
    }

    public Actor mentee() {
        return person("Mara Mentee", Role.MEMBER);
    }

    /** An account only: a test of a higher module gives it the profile. */
    public Actor mentor() {
        return person("Milo Mentor", Role.MEMBER);
    }

    public Actor admin() {
        return person("Ada Admin", Role.ADMIN);
    }

    public Actor stranger() {
        return person("Sam Stranger", Role.MEMBER);
    }

    public Actor person(String name, Role role) {
        var id = AccountId.next();
        var email = id + "@example.com";
        var now = Columns.param(Instant.now());
        jdbc.sql("""
                INSERT INTO account (id, email, name, password, zone, locale, role, security_stamp, verified_at,
                  created_at, version)
                VALUES (?, ?, ?, ?, 'Europe/Berlin', 'en', ?, ?, ?, ?, 0)
                """).params(Columns.param(id.value()), email, name, ENCODED, role.name(), Columns.param(Ids.next()),
                now, now).update();
        return actor(id, email, name);
    }

    private Actor actor(AccountId id, String email, String name) {
        var standing = standings.of(id).orElseThrow();
        return new Actor(id, email, name, standing.viewer(), authentication(new ViewerAuthentication(standing)));
    }
}
