package com.mentormatch.account;

import com.mentormatch.account.Links.Link;
import com.mentormatch.account.Links.Purpose;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The link in the mail was opened and its button pressed: the address is the person's. */
@Component
public class VerifyAddress {

    public sealed interface Result {}

    /** Also the second time: pressing twice is no mistake. */
    public record Verified(@Nullable String returnPath) implements Result {}

    /** Too old, replaced by a newer one, or never sent. */
    public record Dead() implements Result {}

    private final Accounts accounts;
    private final Links links;
    private final Admins admins;
    private final Transactions transactions;

    VerifyAddress(Accounts accounts, Links links, Admins admins, Transactions transactions) {
        this.accounts = accounts;
        this.links = links;
        this.admins = admins;
        this.transactions = transactions;
    }

    public Result verify(@Nullable String token, Instant now) {
        return transactions
            .run(() -> links.find(token, Purpose.VERIFY, now).map(link -> use(token, link, now)).orElseGet(Dead::new));
    }

    private Result use(String token, Link link, Instant now) {
        if (link.used() || links.use(token, Purpose.VERIFY, now)) {
            var account = accounts.existing(link.account());
            account.verify(now);
            admins.admit(account);
            return new Verified(link.returnPath());
        }
        return new Dead();
    }
}
