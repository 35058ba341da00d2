package com.mentormatch.mentor;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * What mentees thought of a mentor. Who has not been rated has none: there is no rating of 0.
 *
 * @param hundredths the average in hundredths of a star, 100 to 500
 * @param count how many have rated, at least one
 */
public record Rating(int hundredths, int count) {

    public Rating {
        if (count < 1 || hundredths < 100 || hundredths > 500) {
            throw new IllegalArgumentException("No rating: " + hundredths + " hundredths by " + count);
        }
    }

    /** The average as read by a person, with one decimal: "4.9". */
    public String average(Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(hundredths / 100.0);
    }
}
