package com.mentormatch.notification;

import com.mentormatch.account.AccountEvent;
import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Transactions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who does without which mails. Nobody does until they say so. */
@Component
class MailPreferences {

    /** @param token stops mails of that topic, without a sign-in */
    record Preference(boolean off, String token) {}

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final SecureRandom random = new SecureRandom();

    MailPreferences(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    Preference of(AccountId account, MailTopic topic) {
        return transactions.run(() -> find(account, topic).orElseGet(() -> {
            put(account, topic, false);
            return find(account, topic).orElseThrow();
        }));
    }

    Set<MailTopic> off(AccountId account) {
        var off = EnumSet.noneOf(MailTopic.class);
        off.addAll(jdbc.sql("SELECT topic FROM mail_preference WHERE account_id = ? AND is_off = TRUE")
            .param(Columns.param(account.value()))
            .query((row, _) -> MailTopic.valueOf(row.getString("topic")))
            .list());
        return off;
    }

    /** From now on these mails and no others, of those that can be chosen. */
    void choose(AccountId account, Collection<MailTopic> on) {
        transactions.run(() -> {
            for (var topic : MailTopic.values()) {
                put(account, topic, !on.contains(topic));
            }
        });
    }

    /** What that token stops; empty for none of ours. */
    Optional<MailTopic> topic(String token) {
        return jdbc.sql("SELECT topic FROM mail_preference WHERE token = ?")
            .param(token)
            .query((row, _) -> MailTopic.valueOf(row.getString("topic")))
            .optional();
    }

    /** Once or many times, it is the same. */
    Optional<MailTopic> stop(String token) {
        return transactions.run(() -> {
            jdbc.sql("UPDATE mail_preference SET is_off = TRUE WHERE token = ?").param(token).update();
            return topic(token);
        });
    }

    @EventListener
    void forget(AccountEvent.Deleted gone) {
        jdbc.sql("DELETE FROM mail_preference WHERE account_id = ?")
            .param(Columns.param(gone.account().value()))
            .update();
    }

    private Optional<Preference> find(AccountId account, MailTopic topic) {
        return jdbc.sql("SELECT is_off, token FROM mail_preference WHERE account_id = ? AND topic = ?")
            .params(Columns.param(account.value()), topic.name())
            .query((row, _) -> new Preference(row.getBoolean("is_off"), row.getString("token")))
            .optional();
    }

    private void put(AccountId account, MailTopic topic, boolean off) {
        var bits = new byte[32];
        random.nextBytes(bits);
        jdbc.sql("""
                INSERT INTO mail_preference (account_id, topic, is_off, token) VALUES (:account, :topic, :off, :token)
                ON DUPLICATE KEY UPDATE is_off = :off""")
            .param("account", Columns.param(account.value()))
            .param("topic", topic.name())
            .param("off", off)
            .param("token", Base64.getUrlEncoder().withoutPadding().encodeToString(bits))
            .update();
    }
}
