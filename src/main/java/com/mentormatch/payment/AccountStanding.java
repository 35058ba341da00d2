package com.mentormatch.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe said about a mentor's account at one moment.
 *
 * @param submitted      whether everything asked for at first was told
 * @param charges        whether their paid offers can be sold
 * @param transfers      whether money can be moved there
 * @param payouts        whether what is there goes on to their bank
 * @param disabledReason Stripe's word for why something is off; null where nothing is
 * @param dueAt          until when something has to be told; null where Stripe names no day
 */
public record AccountStanding(boolean submitted, boolean charges, boolean transfers, boolean payouts,
        @Nullable String disabledReason, @Nullable Instant dueAt, List<Requirement> requirements) {

    public enum Urgency {
        /** Has to be told, and something is off for want of it. */
        PAST_DUE,
        /** Has to be told. */
        DUE,
        /** Told, and looked at by Stripe. */
        PENDING
    }

    /**
     * @param field   Stripe's name of what is wanted: "individual.verification.document"
     * @param problem Stripe's code for what was wrong with what it was told; null where nothing was
     * @param reason  the same in Stripe's words
     */
    public record Requirement(String field, Urgency urgency, @Nullable String problem, @Nullable String reason) {}
}
