package com.mentormatch.account;

import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * An admin keeps somebody out, and lets them in again. Every session of the account ends at once, signing in is refused
 * with a sentence, and other modules follow {@link AccountEvent.Suspended}: the mentor is hidden and what is still ahead
 * is called off. Doing it twice changes nothing and is recorded once.
 */
@Component
public class SuspendAccount {

    private final Accounts accounts;
    private final ObjectProvider<Commitments> commitments;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    SuspendAccount(Accounts accounts, ObjectProvider<Commitments> commitments, Transactions transactions,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.commitments = commitments;
        this.transactions = transactions;
        this.events = events;
    }

    /** What stands in this admin's way. */
    public Optional<AdminRefusal> refusal(SignedIn admin, AccountId id, Instant now) {
        if (admin.is(id)) {
            return Optional.of(AdminRefusal.OWN_ACCOUNT);
        }
        var account = accounts.existing(id);
        if (account.gone()) {
            return Optional.of(AdminRefusal.ACCOUNT_GONE);
        }
        if (account.admin()) {
            return Optional.of(AdminRefusal.SUSPENDS_ADMIN);
        }
        return commitments.stream().anyMatch(known -> known.between(admin.id(), id, now))
                ? Optional.of(AdminRefusal.SHARED_BOOKING)
                : Optional.empty();
    }

    public Optional<AdminRefusal> suspend(SignedIn admin, AccountId id, String reason, Instant now) {
        return transactions.run(() -> {
            var account = accounts.locked(id);
            var refusal = refusal(admin, id, now);
            if (refusal.isEmpty() && account.suspend(now)) {
                accounts.flush();
                events.publishEvent(act(admin, "account-suspended", id, reason, now));
                events.publishEvent(new AccountEvent.Suspended(id, now));
            }
            return refusal;
        });
    }

    /** What was called off stays so. */
    public Optional<AdminRefusal> restore(SignedIn admin, AccountId id, String reason, Instant now) {
        return transactions.run(() -> {
            if (admin.is(id)) {
                return Optional.of(AdminRefusal.OWN_ACCOUNT);
            }
            if (accounts.locked(id).restore()) {
                accounts.flush();
                events.publishEvent(act(admin, "account-restored", id, reason, now));
                events.publishEvent(new AccountEvent.Restored(id, now));
            }
            return Optional.<AdminRefusal>empty();
        });
    }

    static AdminAct act(SignedIn admin, String act, AccountId id, String reason, Instant now) {
        return new AdminAct(admin.id(), act, "account", id.toString(), reason, now);
    }
}
