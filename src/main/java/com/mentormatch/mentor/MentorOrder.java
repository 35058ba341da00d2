package com.mentormatch.mentor;

/** By what a list of mentors is sorted. */
public enum MentorOrder {

    /** Where the words stand: name, skill, headline, text; whole words first. Equal ones, and all without words: the newest. */
    BEST,
    /** The best rated first, of equals who was rated more often; who is not rated comes last. */
    RATING,
    /** By the price of the offer shown, in the currency asked for; without one it says nothing. */
    PRICE,
    /** By when the offer shown is free next. */
    NEXT,
    NEWEST;

    /** What sorts where this one has nothing to go by. */
    MentorOrder over(MentorFilter filter) {
        return switch (this) {
            case BEST -> Words.asked(filter.words()).isEmpty() ? NEWEST : BEST;
            case PRICE -> filter.currency().isEmpty() ? BEST.over(filter) : PRICE;
            default -> this;
        };
    }
}
