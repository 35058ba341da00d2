package com.mentormatch.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import com.mentormatch.account.Role;
import com.mentormatch.account.Standings;
import com.mentormatch.account.security.ViewerAuthentication;
import com.mentormatch.sandbox.Residents;
import com.mentormatch.shared.Ids;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fresh people with confirmed addresses. Each call makes another one, so tests never meet. */
public final class Cast {

    public static final String PASSWORD = Residents.PASSWORD;

    private final Residents residents;
    private final Standings standings;

    Cast(JdbcClient jdbc, Standings standings) {
        this.residents = new Residents(jdbc);
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

    /** Lives in Berlin. */
    public Actor person(String name, Role role) {
        var email = Ids.next() + "@example.com";
        var id = residents.add(email, name, ZoneId.of("Europe/Berlin"), role, Instant.now());
        var standing = standings.of(id).orElseThrow();
        return new Actor(id, email, name, standing.viewer(), authentication(new ViewerAuthentication(standing)));
    }
}
