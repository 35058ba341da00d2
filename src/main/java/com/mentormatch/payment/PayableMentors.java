package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
import org.springframework.stereotype.Component;

/** Who may sell: whoever Stripe lets take money. */
@Component
class PayableMentors implements com.mentormatch.mentor.PayoutAccounts {

    private final Payees payees;

    PayableMentors(Payees payees) {
        this.payees = payees;
    }

    @Override
    public boolean enabled(AccountId mentor) {
        return payees.sells(mentor);
    }
}
