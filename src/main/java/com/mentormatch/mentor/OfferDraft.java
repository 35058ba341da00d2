package com.mentormatch.mentor;

import com.mentormatch.shared.Amount;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An offer as a mentor wants it. What no form lets through (a length off the quarter-hour grid, a group) is an
 * {@link IllegalArgumentException}; what depends on money rules is refused by {@link EditOffers}.
 *
 * @param minutes a multiple of 15, 15–180; up to 480 for whom an admin allows it
 * @param lateRefundPercent 0, 50 or 100
 */
public record OfferDraft(String title, OfferKind kind, int minutes, Amount price, Confirmation confirmation,
        int lateRefundPercent, boolean published) {

    /** In minutes, the longest for whom an admin allows it. */
    public static final List<Integer> LENGTHS = quarters(32);

    /** What every mentor may offer. */
    public static final List<Integer> USUAL_LENGTHS = quarters(12);

    public static final List<Integer> LATE_REFUNDS = List.of(0, 50, 100);

    public OfferDraft {
        title = title.strip().replaceAll("\\s+", " ");
        require(title.length() >= 3 && title.length() <= 80, "title");
        require(kind != OfferKind.GROUP, "kind");
        require(LENGTHS.contains(minutes), "length");
        require(price.minor() >= 0, "price");
        require(LATE_REFUNDS.contains(lateRefundPercent), "late refund");
    }

    OfferDraft published(boolean publish) {
        return new OfferDraft(title, kind, minutes, price, confirmation, lateRefundPercent, publish);
    }

    private static List<Integer> quarters(int most) {
        return IntStream.rangeClosed(1, most).map(quarters -> 15 * quarters).boxed().toList();
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("Not an offer's " + what);
        }
    }
}
