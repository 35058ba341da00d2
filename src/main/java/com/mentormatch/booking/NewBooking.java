package com.mentormatch.booking;

import com.mentormatch.mentor.OfferId;
import com.mentormatch.shared.FormToken;
import java.time.Instant;

/**
 * What a mentee asks for. Price, mentor, duration and status are not among it: those come from the offer.
 *
 * @param topic   3 to 120 characters
 * @param message at most 2000 characters; null where there is none
 */
public record NewBooking(OfferId offer, Instant start, String topic, String message, FormToken token) {

    public static final int TOPIC_MIN = Booking.TOPIC_MIN;
    public static final int TOPIC_MAX = Booking.TOPIC_MAX;
    public static final int MESSAGE_MAX = Booking.MESSAGE_MAX;

    public NewBooking {
        topic = topic == null ? "" : topic.strip();
        message = message == null || message.isBlank() ? null : message.strip();
        if (topic.length() < TOPIC_MIN || topic.length() > TOPIC_MAX
                || message != null && message.length() > MESSAGE_MAX) {
            throw new IllegalArgumentException("Topic or message out of bounds");
        }
    }
}
