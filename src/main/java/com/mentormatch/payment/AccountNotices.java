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
        return payee.isPresent() && look(payee.get(), notice, now);
    }

    private boolean look(Payees.Payee payee, Notice notice, Instant now) {
        try {
            if (payout(notice)) {
                payouts.look(payee, notice.object(), now);
            } else {
                accounts.look(payee.mentor(), now);
            }
            return true;
        } catch (Till.Refused refused) {
            payees.refused(payee.mentor(), refused.getMessage());
            return false;
        }
    }

    private static boolean payout(Notice notice) {
        return notice.type().startsWith("payout.");
    }
}
