package com.mentormatch.account;

import com.mentormatch.shared.Columns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Links that prove who opens them: 256 random bits in the mail, their SHA-256 in the table, one use, an end. A newer
 * link of the same kind ends the older ones.
 */
@Repository
class Links {

    enum Purpose {

        VERIFY(Duration.ofHours(24)), RESET(Duration.ofHours(1)), EMAIL(Duration.ofHours(24));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }
    }

    /**
     * @param email where it was sent, if that is not the account's own address
     * @param used  whether it has done its work before
     */
    record Link(AccountId account, @Nullable String returnPath, @Nullable String email, boolean used, boolean expired) {

        boolean alive() {
            return !used && !expired;
        }
    }

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    Links(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String issue(AccountId account, Purpose purpose, @Nullable String returnPath, Instant now) {
        return issue(account, purpose, returnPath, null, now);
    }

    /** For an address that is not the account's yet. */
    String issue(AccountId account, EmailAddress email, Instant now) {
        return issue(account, Purpose.EMAIL, null, email.value(), now);
    }

    private String issue(AccountId account, Purpose purpose, @Nullable String returnPath, @Nullable String email,
            Instant now) {
        revoke(account, purpose);
        var bits = new byte[32];
        random.nextBytes(bits);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        jdbc.sql("""
                INSERT INTO account_link (token_hash, account_id, purpose, return_path, email, expires_at, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
            .params(hash(token), Columns.param(account.value()), purpose.name(), returnPath, email,
                    Columns.param(now.plus(purpose.life)), Columns.param(now))
            .update();
        return token;
    }

    Optional<Link> find(@Nullable String token, Purpose purpose, Instant now) {
        if (token == null || token.length() > 100) {
            return Optional.empty();
        }
        return jdbc.sql("""
                SELECT account_id, return_path, email, used_at, expires_at FROM account_link
                WHERE token_hash = ? AND purpose = ?
                """)
            .params(hash(token), purpose.name())
            .query((row, number) -> new Link(new AccountId(Columns.uuid(row, "account_id")),
                    row.getString("return_path"), row.getString("email"), row.getTimestamp("used_at") != null,
                    !Columns.instant(row, "expires_at").isAfter(now)))
            .optional();
    }

    /** True for one caller only, however many try at once. */
    boolean use(String token, Purpose purpose, Instant now) {
        return jdbc.sql("""
                UPDATE account_link SET used_at = ?
                WHERE token_hash = ? AND purpose = ? AND used_at IS NULL AND expires_at > ?
                """).params(Columns.param(now), hash(token), purpose.name(), Columns.param(now)).update() == 1;
    }

    /** Used ones stay, so that a second click is told the work is done. */
    void revoke(AccountId account, Purpose purpose) {
        jdbc.sql("DELETE FROM account_link WHERE account_id = ? AND purpose = ? AND used_at IS NULL")
            .params(Columns.param(account.value()), purpose.name())
            .update();
    }

    void forget(AccountId account) {
        jdbc.sql("DELETE FROM account_link WHERE account_id = ?").param(Columns.param(account.value())).update();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
