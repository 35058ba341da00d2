package com.mentormatch.mentor;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What calendars say about offers, as of now. Whoever knows calendars implements it; a call takes a bounded number of
 * queries, however many offers there are.
 */
public interface FreeTimes {

    /**
     * When an offer can be booked.
     *
     * @param soon every start within the time asked for, in ascending order
     * @param next the first start of all; null where none is in sight
     * @param until when {@code next} begins to be too soon to be booked; null where there is none
     */
    record Outlook(List<Instant> soon, @Nullable Instant next, @Nullable Instant until) {}

    /** The first start that pleases, of each offer that has one in the coming weeks. */
    Map<OfferId, Instant> next(Collection<OfferTerms> offers, Predicate<Instant> wanted, Instant now);

    /** @param soon how far ahead every single start is wanted */
    Map<OfferId, Outlook> outlooks(Collection<OfferTerms> offers, Duration soon, Instant now);
}
