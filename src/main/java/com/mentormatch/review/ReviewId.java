package com.mentormatch.review;

import com.mentormatch.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
public record ReviewId(@Column(name = "id") UUID value) implements Serializable {

    static ReviewId next() {
        return new ReviewId(Ids.next());
    }

    /** Called by Spring's binding of paths. Malformed text is an {@link IllegalArgumentException}. */
    public static ReviewId valueOf(String text) {
        return new ReviewId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
