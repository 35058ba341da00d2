package com.mentormatch.booking;

/** What became of an act on a booking. */
public sealed interface Outcome {

    /** It is done, by this request or by an earlier copy of it. */
    record Done(BookingId booking) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /** For this person there is no such booking. */
    record Missing() implements Outcome {}
}
