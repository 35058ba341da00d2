package com.mentormatch.account;

import com.mentormatch.account.Limits.Limit;
import com.mentormatch.account.Links.Link;
import com.mentormatch.account.Links.Purpose;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Another address for an account. It is asked by a link first, and only its answer makes it the account's; the address
 * until then is told. Whether somebody else has an account there is said to that address alone.
 */
@Component
public class ChangeEmail {

    public sealed interface Result {}

    /** Also the second time: pressing twice is no mistake. */
    public record Changed() implements Result {}

    /** Too old, replaced by a newer one, never sent, or somebody else's address by now. */
    public record Dead() implements Result {}

    private final Accounts accounts;
    private final Links links;
    private final Admins admins;
    private final Passwords passwords;
    private final Limits limits;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    ChangeEmail(Accounts accounts, Links links, Admins admins, Passwords passwords, Limits limits,
            Transactions transactions, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.links = links;
        this.admins = admins;
        this.passwords = passwords;
        this.limits = limits;
        this.transactions = transactions;
        this.events = events;
    }

    /** What is to be corrected; nothing means that a mail is on its way. */
    public Set<Refusal> request(SignedIn viewer, @Nullable String email, @Nullable String password, Instant now) {
        var refusals = EnumSet.noneOf(Refusal.class);
        var account = accounts.existing(viewer.id());
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            refusals.add(Refusal.EMAIL_MALFORMED);
        } else if (address.get().value().equals(account.email())) {
            refusals.add(Refusal.EMAIL_SAME);
        }
        passwords.proves(account, password, limits).ifPresent(refusals::add);
        if (!refusals.isEmpty()) {
            return refusals;
        }
        if (!limits.allows(Limit.EMAIL_ACCOUNT, viewer.id().toString())
                || !limits.allows(Limit.MAIL_ACCOUNT, address.get().value())) {
            return EnumSet.of(Refusal.TOO_MANY_MAILS);
        }
        Pace.even(() -> transactions.run(() -> ask(viewer.id(), address.get(), now)));
        return refusals;
    }

    private void ask(AccountId id, EmailAddress address, Instant now) {
        var owner = owner(address);
        events.publishEvent(owner.isPresent()
                ? new AccountEvent.EmailTaken(owner.get().id(), address.value(), now)
                : new AccountEvent.EmailChangeRequested(id, address.value(), links.issue(id, address, now), now));
    }

    public Result confirm(@Nullable String token, Instant now) {
        return transactions
            .run(() -> links.find(token, Purpose.EMAIL, now).map(link -> use(token, link, now)).orElseGet(Dead::new));
    }

    private Result use(String token, Link link, Instant now) {
        var address = EmailAddress.parse(link.email()).orElseThrow();
        if (link.used()) {
            return new Changed();
        }
        if (owner(address).isPresent() || !links.use(token, Purpose.EMAIL, now)) {
            return new Dead();
        }
        accounts.findByEmail(address.value()).ifPresent(this::dropClaim);
        var account = accounts.existing(link.account());
        var former = account.email();
        account.moveTo(address);
        accounts.flush();
        admins.admit(account);
        links.revoke(account.id(), Purpose.RESET);
        events.publishEvent(new AccountEvent.EmailChanged(account.id(), former, now));
        return new Changed();
    }

    private Optional<Account> owner(EmailAddress address) {
        return accounts.findByEmail(address.value()).filter(Account::verified);
    }

    /** Somebody signed up with that address and never showed it was theirs. */
    private void dropClaim(Account claim) {
        links.forget(claim.id());
        accounts.delete(claim);
        accounts.flush();
    }
}
