package com.mentormatch.account;

import com.mentormatch.shared.Transactions;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The first admins: whoever the operator names and who has shown that the address is theirs. They get the role when the
 * product starts or when they verify the address, whichever comes later. Nobody loses it by being left out: that is an
 * admin's own act.
 */
@Component
class Admins {

    private static final Logger log = LoggerFactory.getLogger(Admins.class);

    private final Accounts accounts;
    private final Transactions transactions;
    private final Set<String> named;

    Admins(Accounts accounts, Transactions transactions, AccountSettings settings) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.named = settings.admins()
            .stream()
            .filter(typed -> !typed.isBlank())
            .map(Admins::address)
            .collect(Collectors.toUnmodifiableSet());
    }

    @EventListener(ApplicationReadyEvent.class)
    void admitThoseAlreadyHere() {
        named.forEach(email -> transactions.run(() -> accounts.findByEmail(email).ifPresent(this::admit)));
    }

    /** Inside the transaction in which the address was verified. */
    void admit(Account account) {
        if (named.contains(account.email()) && account.verified() && account.promote()) {
            log.info("The account {} is an admin now, because mentormatch.account.admins names its address",
                    account.id());
        }
    }

    private static String address(String typed) {
        return EmailAddress.parse(typed)
            .map(EmailAddress::value)
            .orElseThrow(() -> new IllegalStateException(
                    "mentormatch.account.admins: \"" + typed + "\" is not an e-mail address"));
    }
}
