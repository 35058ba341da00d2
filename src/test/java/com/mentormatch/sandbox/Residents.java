package com.mentormatch.sandbox;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.Role;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts people with confirmed addresses into the database, all with the same password, without a mail to anybody. */
public final class Residents {

    public static final String PASSWORD = "mentormatch";

    /** {@link #PASSWORD}, at a cost that does not slow anything down. */
    private static final String ENCODED = "{bcrypt}$2a$04$Gzc7/zwxxaQyxExyI8xoeeFJVGNOuAD4DElRrbUZF0xWIdCjOAsQa";

    private final JdbcClient jdbc;

    public Residents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param email in lower case */
    public AccountId add(String email, String name, ZoneId zone, Role role, Instant now) {
        var id = AccountId.next();
        var at = Columns.param(now);
        jdbc.sql("""
                INSERT INTO account (id, email, name, password, zone, locale, role, security_stamp, verified_at,
                  created_at, version)
                VALUES (?, ?, ?, ?, ?, 'en', ?, ?, ?, ?, 0)
                """)
            .params(Columns.param(id.value()), email, name, ENCODED, zone.getId(), role.name(),
                    Columns.param(Ids.next()), at, at)
            .update();
        return id;
    }

    /** @param jpeg square, as the product would have drawn it */
    public void portray(AccountId id, byte[] jpeg, String version) {
        var key = Columns.param(id.value());
        jdbc.sql("INSERT INTO account_avatar (account_id, version, image) VALUES (?, ?, ?)")
            .params(key, version, jpeg)
            .update();
        jdbc.sql("UPDATE account SET avatar = ? WHERE id = ?").params(version, key).update();
    }
}
