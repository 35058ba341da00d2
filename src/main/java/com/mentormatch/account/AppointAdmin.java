package com.mentormatch.account;

import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * One admin makes another, or takes the role away again, from themselves too: only never from the last one. It counts
 * from the person's next request on, on every node. Doing it twice changes nothing and is recorded once.
 */
@Component
public class AppointAdmin {

    private final Accounts accounts;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    AppointAdmin(Accounts accounts, Transactions transactions, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.events = events;
    }

    public Optional<AdminRefusal> appoint(SignedIn admin, AccountId id, String reason, Instant now) {
        return transactions.run(() -> {
            var account = accounts.locked(id);
            if (account.gone()) {
                return Optional.of(AdminRefusal.ACCOUNT_GONE);
            }
            if (!account.verified() || account.suspended()) {
                return Optional.of(AdminRefusal.NOT_FIT_FOR_ADMIN);
            }
            if (account.promote()) {
                accounts.flush();
                events.publishEvent(SuspendAccount.act(admin, "admin-appointed", id, reason, now));
            }
            return Optional.<AdminRefusal>empty();
        });
    }

    /** All admins are locked while they are counted: two cannot dismiss one another at the same moment. */
    public Optional<AdminRefusal> dismiss(SignedIn admin, AccountId id, String reason, Instant now) {
        return transactions.run(() -> {
            var admins = accounts.lockedOfRole(Role.ADMIN);
            var account = admins.stream().filter(one -> one.id().equals(id)).findFirst();
            if (account.isPresent() && admins.size() == 1) {
                return Optional.of(AdminRefusal.LAST_ADMIN);
            }
            account.ifPresent(one -> {
                one.demote();
                accounts.flush();
                events.publishEvent(SuspendAccount.act(admin, "admin-dismissed", id, reason, now));
            });
            return Optional.<AdminRefusal>empty();
        });
    }
}
