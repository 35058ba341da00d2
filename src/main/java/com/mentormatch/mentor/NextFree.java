package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Tells the cards of a list when each mentor is free next. Whoever knows calendars implements it. */
public interface NextFree {

    /**
     * The first start at which each offer can be booked, in a bounded number of queries; who has none is left out.
     *
     * @param offers one of each mentor
     */
    Map<AccountId, Instant> nextFree(Collection<OfferTerms> offers, Instant now);
}
