package com.mentormatch.booking;

/** What a booking made of money that arrived. */
public sealed interface PaymentOutcome {

    /** It has its place, now or since earlier. */
    record Seated() implements PaymentOutcome {}

    /** Its hold had ended; its time was still free and is held again. */
    record Reseated() implements PaymentOutcome {}

    /** It cannot take place any more: the money has to go back in full. */
    record TooLate() implements PaymentOutcome {}
}
