package com.mentormatch.mentor;

import com.mentormatch.shared.Amount;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An offer as a mentor wants it. What no form lets through (a length off the quarter-hour grid, a group) is an
 * {@link IllegalArgumentException}; what depends on money rules is refused by {@link EditOffers}.
 *
 * @param minutes a multiple of 15, 15–180
 * @param lateRefundPercent 0, 50 or 100
 */
public record OfferDraft(String title, OfferKind kind, int minutes, Amount price, Confirmation confirmation,
        int lateRefundPercent, boolean published) {

    /** In minutes. */
    public static final List<Integer> LENGTHS = IntStream.rangeClosed(1, 12)
        .map(quarters -> 15 * quarters)
        .boxed()
        .toList();

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

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("Not an offer's " + what);
        }
    }
}
