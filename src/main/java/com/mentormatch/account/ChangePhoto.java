package com.mentormatch.account;

import com.mentormatch.account.Limits.Limit;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A photo of oneself, put up or taken down. What is kept is drawn anew from the pixels, never the uploaded bytes. */
@Component
public class ChangePhoto {

    private final Accounts accounts;
    private final Portraits portraits;
    private final Limits limits;
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    ChangePhoto(Accounts accounts, Portraits portraits, Limits limits, JdbcClient jdbc, Transactions transactions,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.portraits = portraits;
        this.limits = limits;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
    }

    /** What is wrong with it; nothing means it is up. */
    public Optional<Refusal> put(SignedIn viewer, byte[] upload, Instant now) {
        if (!limits.allows(Limit.PHOTO_ACCOUNT, viewer.id().toString())) {
            return Optional.of(Refusal.TOO_MANY_TRIES);
        }
        return switch (portraits.draw(upload)) {
            case Portraits.Refused(var why) -> Optional.of(why);
            case Portraits.Drawn(var jpeg, var version) -> {
                transactions.run(() -> store(viewer.id(), jpeg, version, now));
                yield Optional.empty();
            }
        };
    }

    public void remove(SignedIn viewer, Instant now) {
        transactions.run(() -> store(viewer.id(), null, null, now));
    }

    private void store(AccountId id, byte @Nullable [] jpeg, @Nullable String version, Instant now) {
        var key = Columns.param(id.value());
        jdbc.sql("DELETE FROM account_avatar WHERE account_id = ?").param(key).update();
        if (jpeg != null) {
            jdbc.sql("INSERT INTO account_avatar (account_id, version, image) VALUES (?, ?, ?)")
                .params(key, version, jpeg)
                .update();
        }
        accounts.existing(id).show(version);
        accounts.flush();
        events.publishEvent(new AccountEdited(id, now));
    }
}
