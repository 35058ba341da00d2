package com.mentormatch.account;

import com.mentormatch.account.Links.Purpose;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A new password by somebody who knows the old one. Sessions elsewhere end; open reset links do, too. */
@Component
public class ChangePassword {

    public sealed interface Result {}

    /** @param standing carries the new stamp, for the session in which it was changed to go on */
    public record Changed(Standing standing) implements Result {}

    public record Refused(Refusal why) implements Result {}

    private final Accounts accounts;
    private final Standings standings;
    private final Links links;
    private final Passwords passwords;
    private final Limits limits;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    ChangePassword(Accounts accounts, Standings standings, Links links, Passwords passwords, Limits limits,
            Transactions transactions, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.standings = standings;
        this.links = links;
        this.passwords = passwords;
        this.limits = limits;
        this.transactions = transactions;
        this.events = events;
    }

    public Result change(SignedIn viewer, @Nullable String current, @Nullable String wanted, Instant now) {
        var account = accounts.existing(viewer.id());
        Optional<Refusal> refusal = passwords.proves(account, current, limits)
            .or(() -> passwords.refusal(wanted, account.name(), account.email()));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        var encoded = passwords.encode(wanted);
        return transactions.run(() -> {
            accounts.existing(viewer.id()).change(encoded);
            accounts.flush();
            links.revoke(viewer.id(), Purpose.RESET);
            events.publishEvent(new AccountEvent.PasswordChanged(viewer.id(), now));
            return new Changed(standings.of(viewer.id()).orElseThrow());
        });
    }
}
