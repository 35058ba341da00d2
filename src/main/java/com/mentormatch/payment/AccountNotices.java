package com.mentormatch.payment;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** Messages about mentors' accounts and what goes from them to a bank. */
@Component
class AccountNotices implements NoticeFamily {

    private final Payees payees;
    private final LookAtAccount accounts;
    private final LookAtPayouts payouts;

    AccountNotices(Payees payees, LookAtAccount accounts, LookAtPayouts payouts) {
        this.payees = payees;
        this.accounts = accounts;
        this.payouts = payouts;
    }

    @Override
    public boolean concerns(Notice notice) {
        return notice.account() != null && (notice.type().startsWith("account.") || payout(notice));
    }

    @Override
    public boolean work(Notice notice, Instant now) {
        var payee = payees.holding(notice.account());
        payee.ifPresent(known -> {
            if (payout(notice)) {
                payouts.look(known, notice.object(), now);
            } else {
                accounts.look(known.mentor(), now);
            }
        });
        return payee.isPresent();
    }

    private static boolean payout(Notice notice) {
        return notice.type().startsWith("payout.");
    }
}
