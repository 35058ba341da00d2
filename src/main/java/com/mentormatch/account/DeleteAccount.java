package com.mentormatch.account;

import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Somebody leaves. Nothing of the person stays; the row does, under no name, because other people's bookings and what
 * was paid for them refer to it. Not while somebody still counts on them, and the last admin not at all.
 */
@Component
public class DeleteAccount {

    private static final class Kept extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final Refusal why;

        private Kept(Refusal why) {
            this.why = why;
        }
    }

    private final Accounts accounts;
    private final ObjectProvider<Commitments> commitments;
    private final Links links;
    private final Passwords passwords;
    private final Limits limits;
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    DeleteAccount(Accounts accounts, ObjectProvider<Commitments> commitments, Links links, Passwords passwords,
            Limits limits, JdbcClient jdbc, Transactions transactions, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.commitments = commitments;
        this.links = links;
        this.passwords = passwords;
        this.limits = limits;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
    }

    /** Whether something has to be brought to its end first. */
    public boolean bound(SignedIn viewer, Instant now) {
        return commitments.stream().anyMatch(known -> known.bind(viewer.id(), now));
    }

    /**
     * @param email the person's own address, typed once more
     * @return what is to be corrected or stands in the way; nothing means that the account is gone
     */
    public Set<Refusal> delete(SignedIn viewer, @Nullable String email, @Nullable String password, Instant now) {
        var refusals = EnumSet.noneOf(Refusal.class);
        var account = accounts.existing(viewer.id());
        if (EmailAddress.parse(email).filter(typed -> typed.value().equals(account.email())).isEmpty()) {
            refusals.add(Refusal.EMAIL_NOT_YOURS);
        }
        passwords.proves(account, password, limits).ifPresent(refusals::add);
        if (!refusals.isEmpty()) {
            return refusals;
        }
        var unknown = passwords.encode(Ids.next().toString());
        try {
            transactions.run(() -> delete(viewer, unknown, now));
        } catch (Kept all) {
            return EnumSet.of(all.why);
        }
        return refusals;
    }

    /** Asked once the rows are locked: a booking that is being made is waited for, and then seen. */
    private void delete(SignedIn viewer, String unknown, Instant now) {
        if (viewer.admin() && accounts.lockedOfRole(Role.ADMIN).size() == 1) {
            throw new Kept(Refusal.LAST_ADMIN);
        }
        var account = accounts.locked(viewer.id());
        events.publishEvent(new AccountEvent.Deleted(account.id(), account.email(), now));
        if (bound(viewer, now)) {
            throw new Kept(Refusal.ACCOUNT_BOUND);
        }
        links.forget(account.id());
        jdbc.sql("DELETE FROM account_avatar WHERE account_id = ?").param(Columns.param(account.id().value())).update();
        account.forget(unknown, now);
        accounts.flush();
        events.publishEvent(new AccountEdited(account.id(), now));
    }
}
