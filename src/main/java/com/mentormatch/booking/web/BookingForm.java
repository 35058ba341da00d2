package com.mentormatch.booking.web;

import com.mentormatch.booking.NewBooking;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.shared.FormToken;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * What a mentee types to book a slot. Line ends count once, however the browser sends them.
 *
 * @param instead another start, chosen where the first was gone
 */
public record BookingForm(@NotNull OfferId offer, @NotNull Instant start, Instant instead,
        @Size(min = NewBooking.TOPIC_MIN, max = NewBooking.TOPIC_MAX) String topic,
        @Size(max = NewBooking.MESSAGE_MAX) String message, @NotNull FormToken formToken) {

    public BookingForm {
        start = instead == null ? start : instead;
        topic = topic == null ? "" : topic.strip();
        message = message == null ? "" : message.replace("\r\n", "\n").strip();
    }

    static BookingForm empty(OfferId offer, Instant start) {
        return new BookingForm(offer, start, null, "", "", FormToken.next());
    }

    NewBooking wish() {
        return new NewBooking(offer, start, topic, message, formToken);
    }
}
