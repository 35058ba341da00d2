package com.mentormatch.calendar;

import com.mentormatch.account.AccountEvent;
import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Columns;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Addresses of private calendars. Whoever has one reads it without signing in, so it is told once, to its owner; the
 * table knows only its digest.
 */
@Component
public class Feeds {

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    Feeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the address was made that works now; empty where none does. */
    public Optional<Instant> madeAt(AccountId account) {
        return jdbc.sql("SELECT made_at FROM calendar_feed WHERE account_id = ?")
            .param(Columns.param(account.value()))
            .query((row, _) -> Columns.instant(row, "made_at"))
            .optional();
    }

    /** The secret part of a new address, told this once; the one before it stops working. */
    public String renew(AccountId account, Instant now) {
        var bits = new byte[32];
        random.nextBytes(bits);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        jdbc.sql("""
                INSERT INTO calendar_feed (account_id, token_hash, made_at) VALUES (:account, :hash, :now)
                ON DUPLICATE KEY UPDATE token_hash = VALUES(token_hash), made_at = VALUES(made_at)""")
            .param("account", Columns.param(account.value()))
            .param("hash", Digest.of(token))
            .param("now", Columns.param(now))
            .update();
        return token;
    }

    public void revoke(AccountId account) {
        jdbc.sql("DELETE FROM calendar_feed WHERE account_id = ?").param(Columns.param(account.value())).update();
    }

    /** Empty where no address has, or has any more, that secret part. */
    Optional<AccountId> owner(String token) {
        return jdbc.sql("SELECT account_id FROM calendar_feed WHERE token_hash = ?")
            .param(Digest.of(token))
            .query((row, _) -> new AccountId(Columns.uuid(row, "account_id")))
            .optional();
    }

    @EventListener
    void forget(AccountEvent.Deleted gone) {
        revoke(gone.account());
    }

    /** Whoever is kept out reads nothing here either. */
    @EventListener
    void keepOut(AccountEvent.Suspended suspended) {
        revoke(suspended.account());
    }
}
