package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import org.springframework.stereotype.Component;

/**
 * Takes what a mentor sells off the page while they cannot be paid, and puts the very same back once they can. What is
 * booked stays booked. Joins the transaction of whoever has learned it.
 */
@Component
public class PausePaidOffers {

    private final Offers offers;
    private final SearchIndex index;

    PausePaidOffers(Offers offers, SearchIndex index) {
        this.offers = offers;
        this.index = index;
    }

    public void pause(AccountId mentor) {
        offers.pause(mentor);
        index.list(mentor);
    }

    public void resume(AccountId mentor) {
        offers.resume(mentor);
        index.list(mentor);
    }
}
