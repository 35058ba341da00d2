package com.mentormatch.review;

/** What became of an act on a review. */
public sealed interface Outcome {

    /** It is done, by this request or by an earlier copy of it. */
    record Done() implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /** For this person there is no such thing. */
    record Missing() implements Outcome {}
}
