package com.mentormatch.account;

import com.mentormatch.account.Limits.Limit;
import com.mentormatch.account.Links.Link;
import com.mentormatch.account.Links.Purpose;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A forgotten password: a link to the address, and a new password by that link. */
@Component
public class ResetPassword {

    public sealed interface Result {}

    /** Every session has ended; the address counts as verified, for the link was sent there. */
    public record Changed(Standing standing) implements Result {}

    public record Refused(Refusal why) implements Result {}

    private final Accounts accounts;
    private final Standings standings;
    private final Links links;
    private final Admins admins;
    private final Passwords passwords;
    private final Limits limits;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    ResetPassword(Accounts accounts, Standings standings, Links links, Admins admins, Passwords passwords,
            Limits limits, Transactions transactions, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.standings = standings;
        this.links = links;
        this.admins = admins;
        this.passwords = passwords;
        this.limits = limits;
        this.transactions = transactions;
        this.events = events;
    }

    /** What is wrong with what was typed; nothing is also the answer where that address has no account. */
    public Optional<Refusal> request(@Nullable String email, String from, Instant now) {
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return Optional.of(Refusal.EMAIL_MALFORMED);
        }
        if (!limits.allowsFrom(Limit.MAIL_ADDRESS, from)) {
            return Optional.of(Refusal.TOO_MANY_TRIES);
        }
        if (!limits.allows(Limit.MAIL_ACCOUNT, address.get().value())) {
            return Optional.of(Refusal.TOO_MANY_MAILS);
        }
        Pace.even(() -> transactions
            .run(() -> accounts.findByEmail(address.get().value()).ifPresent(account -> send(account, now))));
        return Optional.empty();
    }

    private void send(Account account, Instant now) {
        var token = links.issue(account.id(), Purpose.RESET, null, now);
        events.publishEvent(new AccountEvent.PasswordResetRequested(account.id(), account.email(), token, now));
    }

    /** Whether that link still works. */
    public boolean alive(@Nullable String token, Instant now) {
        return links.find(token, Purpose.RESET, now).filter(Link::alive).isPresent();
    }

    public Result choose(@Nullable String token, @Nullable String password, String from, Instant now) {
        var link = links.find(token, Purpose.RESET, now).filter(Link::alive);
        if (link.isEmpty()) {
            return new Refused(
                    limits.allowsFrom(Limit.LINK_ADDRESS, from) ? Refusal.LINK_DEAD : Refusal.TOO_MANY_TRIES);
        }
        var owner = accounts.existing(link.get().account());
        if (owner.suspended()) {
            return new Refused(Refusal.ACCOUNT_SUSPENDED);
        }
        var refusal = passwords.refusal(password, owner.name(), owner.email());
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        var encoded = passwords.encode(password);
        return transactions.run(() -> change(token, link.get().account(), encoded, now));
    }

    private Result change(String token, AccountId id, String encoded, Instant now) {
        if (!links.use(token, Purpose.RESET, now)) {
            return new Refused(Refusal.LINK_DEAD);
        }
        var account = accounts.existing(id);
        account.change(encoded);
        account.verify(now);
        admins.admit(account);
        accounts.flush();
        links.revoke(id, Purpose.VERIFY);
        events.publishEvent(new AccountEvent.PasswordChanged(id, now));
        return new Changed(standings.of(id).orElseThrow());
    }
}
