package com.mentormatch.mentor;

/** What came of adding, changing or publishing an offer. */
public sealed interface OfferOutcome {

    record Saved(OfferId id) implements OfferOutcome {}

    record Refused(OfferRefusal reason) implements OfferOutcome {}

    /** There is no such offer of this mentor. */
    record Missing() implements OfferOutcome {}
}
