package com.mentormatch.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a mentor has come in being paid.
 *
 * @param missing what Stripe still wants, the most urgent first
 * @param dueAt   until when; null where no day is named
 */
public record GetPaidPage(Stage stage, boolean charges, boolean payouts, List<Missing> missing,
        @Nullable Instant dueAt) {

    public enum Stage {
        /** Nothing is begun. */
        NONE,
        /** Begun, and not everything told. */
        UNFINISHED,
        /** Everything is told, and Stripe looks at it. */
        CHECKING,
        /** Paid offers can be sold, and what is earned goes to the bank. */
        ENABLED,
        /** All is well, and will not be where something is not told in time. */
        DUE,
        /** Paid offers can be sold, but the money stays at Stripe. */
        HELD,
        /** Nothing can be sold until something is told. */
        RESTRICTED,
        /** Stripe will not have this account. */
        REJECTED
    }

    /**
     * @param what    in plain words
     * @param problem what was wrong with what was told; null where nothing was
     * @param pending whether it is told and being looked at
     */
    public record Missing(String what, @Nullable String problem, boolean pending) {}

    public boolean begun() {
        return stage != Stage.NONE;
    }

    /** Whether there is something to do at Stripe now. */
    public boolean open() {
        return switch (stage) {
            case NONE, UNFINISHED, DUE, HELD, RESTRICTED -> true;
            case CHECKING, ENABLED, REJECTED -> false;
        };
    }

    /** Whether the mentor has a page of their own at Stripe. */
    public boolean dashboard() {
        return switch (stage) {
            case NONE, UNFINISHED, REJECTED -> false;
            case CHECKING, ENABLED, DUE, HELD, RESTRICTED -> true;
        };
    }
}
