package com.mentormatch.booking;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be set about bookings while the product runs. Each booking copies what concerns it when it is made.
 *
 * @param feePercent   the platform's share of a price, 0–90
 * @param answerHours  how long a mentor has to answer a request, 3–168; at least two hours before the start in any case
 * @param maxUndecided undecided requests one mentee may have at a time, 1–50
 * @param maxUnpaid    unpaid holds one mentee may have at a time, 1–50
 * @param triesAnHour  how often one account may send the booking form, 1–1000, counted on each node
 */
public record BookingRules(int feePercent, int answerHours, int maxUndecided, int maxUnpaid, int triesAnHour) {

    static final int DEFAULT_ANSWER_HOURS = 48;

    /** What is another one in those, as the audit log tells it: {@code fee 10 to 12, unpaid 3 to 5}. */
    String difference(BookingRules other) {
        var changes = new ArrayList<String>();
        change(changes, "fee", feePercent, other.feePercent);
        change(changes, "answer", answerHours, other.answerHours);
        change(changes, "undecided", maxUndecided, other.maxUndecided);
        change(changes, "unpaid", maxUnpaid, other.maxUnpaid);
        change(changes, "tries", triesAnHour, other.triesAnHour);
        return String.join(", ", changes);
    }

    private static void change(List<String> changes, String name, int from, int to) {
        if (from != to) {
            changes.add(name + " " + from + " to " + to);
        }
    }
}
