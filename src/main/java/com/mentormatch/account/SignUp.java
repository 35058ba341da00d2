package com.mentormatch.account;

import com.mentormatch.account.Limits.Limit;
import com.mentormatch.account.Links.Purpose;
import com.mentormatch.shared.PlainText;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Somebody wants an account. Whether their address has one already is said to that address only, by mail: what is
 * answered here, and how long it takes, is the same either way.
 */
@Component
public class SignUp {

    static final int LONGEST_NAME = 100;

    /**
     * @param from       network address it comes from, for the limits
     * @param returnPath where they were on the way to; the verification link leads on there
     */
    public record NewAccount(String name, String email, String password, ZoneId zone, Locale locale,
            @Nullable String returnPath, String from) {}

    private final Accounts accounts;
    private final Links links;
    private final Passwords passwords;
    private final Limits limits;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    SignUp(Accounts accounts, Links links, Passwords passwords, Limits limits, Transactions transactions,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.links = links;
        this.passwords = passwords;
        this.limits = limits;
        this.transactions = transactions;
        this.events = events;
    }

    /** What is to be corrected; nothing means that a mail is on its way. */
    public Set<Refusal> signUp(NewAccount wish, Instant now) {
        var refusals = EnumSet.noneOf(Refusal.class);
        var name = PlainText.line(wish.name(), LONGEST_NAME + 1);
        nameRefusal(name, refusals);
        var email = EmailAddress.parse(wish.email());
        if (email.isEmpty()) {
            refusals.add(Refusal.EMAIL_MALFORMED);
        }
        passwords.refusal(wish.password(), name, wish.email()).ifPresent(refusals::add);
        if (!refusals.isEmpty()) {
            return refusals;
        }
        if (!limits.allowsFrom(Limit.SIGN_UP_ADDRESS, wish.from())) {
            return EnumSet.of(Refusal.TOO_MANY_TRIES);
        }
        if (!limits.allows(Limit.MAIL_ACCOUNT, email.get().value())) {
            return EnumSet.of(Refusal.TOO_MANY_MAILS);
        }
        var encoded = passwords.encode(wish.password());
        Pace.even(() -> {
            try {
                transactions.run(() -> claim(wish, name, email.get(), encoded, now));
            } catch (DataIntegrityViolationException claimedMeanwhile) {
                transactions.run(() -> claim(wish, name, email.get(), encoded, now));
            }
        });
        return refusals;
    }

    static void nameRefusal(String name, Set<Refusal> refusals) {
        if (name.isEmpty()) {
            refusals.add(Refusal.NAME_MISSING);
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            refusals.add(Refusal.NAME_LONG);
        }
    }

    private void claim(NewAccount wish, String name, EmailAddress email, String encoded, Instant now) {
        var account = accounts.findByEmail(email.value()).orElseGet(() -> new Account(email, now));
        if (account.verified()) {
            events.publishEvent(new AccountEvent.SignUpRepeated(account.id(), email.value(), now));
            return;
        }
        account.claim(name, encoded, wish.zone(), wish.locale());
        var id = accounts.saveAndFlush(account).id();
        var token = links.issue(id, Purpose.VERIFY, wish.returnPath(), now);
        events.publishEvent(new AccountEvent.VerificationRequested(id, email.value(), token, now));
    }
}
