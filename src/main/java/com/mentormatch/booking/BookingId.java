package com.mentormatch.booking;

import com.mentormatch.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
public record BookingId(@Column(name = "id") UUID value) implements Serializable {

    public static BookingId next() {
        return new BookingId(Ids.next());
    }

    /** Called by Spring's binding of paths. Malformed text is an {@link IllegalArgumentException}. */
    public static BookingId valueOf(String text) {
        return new BookingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
