package com.mentormatch.account;

import com.mentormatch.account.Limits.Limit;
import com.mentormatch.account.Links.Purpose;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Address and password against an account. An address without one is answered in the same words and time. */
@Component
public class SignIn {

    public sealed interface Result {}

    public record Welcome(Standing standing) implements Result {}

    /**
     * {@code SIGN_IN_WRONG}, {@code TOO_MANY_TRIES}, {@code ADDRESS_UNVERIFIED}: then a new link was sent, or
     * {@code ADDRESS_UNVERIFIED_STILL}: then none was.
     */
    public record Refused(Refusal why) implements Result {}

    private final Accounts accounts;
    private final Standings standings;
    private final Links links;
    private final Passwords passwords;
    private final Limits limits;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    SignIn(Accounts accounts, Standings standings, Links links, Passwords passwords, Limits limits,
            Transactions transactions, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.standings = standings;
        this.links = links;
        this.passwords = passwords;
        this.limits = limits;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * @param from       network address it comes from, for the limits
     * @param returnPath where to go on to, should the address have to be verified first
     */
    public Result signIn(@Nullable String email, @Nullable String password, @Nullable String returnPath, String from,
            Instant now) {
        var typed = EmailAddress.parse(email);
        if (typed.isEmpty()) {
            // No account can have it: there is nothing to guess, and nobody's tries to count.
            return new Refused(Refusal.SIGN_IN_WRONG);
        }
        var address = typed.get().value();
        var here = address + " " + Limits.network(from);
        if (!limits.allowsFrom(Limit.SIGN_IN_ADDRESS, from) || !limits.allows(Limit.SIGN_IN_HERE, here)
                || !limits.allows(Limit.SIGN_IN_ACCOUNT, address)) {
            return new Refused(Refusal.TOO_MANY_TRIES);
        }
        var account = accounts.findByEmail(address);
        if (!passwords.matches(password, account.map(Account::password).orElse(null))) {
            return new Refused(Refusal.SIGN_IN_WRONG);
        }
        limits.giveBack(Limit.SIGN_IN_HERE, here);
        limits.giveBack(Limit.SIGN_IN_ACCOUNT, address);
        limits.giveBackFrom(Limit.SIGN_IN_ADDRESS, from);
        if (account.filter(Account::suspended).isPresent()) {
            return new Refused(Refusal.ACCOUNT_SUSPENDED);
        }
        return account.filter(Account::verified)
            .flatMap(found -> standings.of(found.id()))
            .<Result>map(Welcome::new)
            .orElseGet(() -> sendAgain(account.orElseThrow(), returnPath, now));
    }

    private Result sendAgain(Account account, @Nullable String returnPath, Instant now) {
        if (!limits.allows(Limit.MAIL_ACCOUNT, account.email())) {
            return new Refused(Refusal.ADDRESS_UNVERIFIED_STILL);
        }
        transactions.run(() -> {
            var token = links.issue(account.id(), Purpose.VERIFY, returnPath, now);
            events.publishEvent(new AccountEvent.VerificationRequested(account.id(), account.email(), token, now));
        });
        return new Refused(Refusal.ADDRESS_UNVERIFIED);
    }
}
