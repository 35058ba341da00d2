package com.mentormatch.payment;

import com.mentormatch.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
public record PaymentId(@Column(name = "id") UUID value) implements Serializable {

    static PaymentId next() {
        return new PaymentId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
