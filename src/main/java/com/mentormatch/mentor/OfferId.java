package com.mentormatch.mentor;

import com.mentormatch.shared.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
public record OfferId(UUID value) implements Serializable {

    public static OfferId next() {
        return new OfferId(Ids.next());
    }

    /** Called by Spring's binding. Malformed text is an {@link IllegalArgumentException}, a 400 at the door. */
    public static OfferId valueOf(String text) {
        return new OfferId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
