package com.mentormatch.mentor;

import com.mentormatch.shared.Amount;
import java.util.Set;

/**
 * An offer as a mentor wants it. What no form lets through (a length off the quarter-hour grid, a group) is an
 * {@link IllegalArgumentException}; what depends on money rules is refused by {@link EditOffers}.
 *
 * @param minutes a multiple of 15, 15–180
 * @param lateRefundPercent 0, 50 or 100
 */
public record OfferDraft(String title, OfferKind kind, int minutes, Amount price, Confirmation confirmation,
        int lateRefundPercent, boolean published) {

    public static final int SHORTEST = 15;
    public static final int LONGEST = 180;

    public static final Set<Integer> LATE_REFUNDS = Set.of(0, 50, 100);

    public OfferDraft {
        title = title.strip().replaceAll("\\s+", " ");
        require(title.length() >= 3 && title.length() <= 80, "title");
        require(kind != OfferKind.GROUP, "kind");
        require(minutes >= SHORTEST && minutes <= LONGEST && minutes % 15 == 0, "length");
        require(price.minor() >= 0, "price");
        require(LATE_REFUNDS.contains(lateRefundPercent), "late refund");
    }

    OfferDraft published(boolean publish) {
        return new OfferDraft(title, kind, minutes, price, confirmation, lateRefundPercent, publish);
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("Not an offer's " + what);
        }
    }
}
