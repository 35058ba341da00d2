package com.mentormatch.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CheckoutSessionTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00.654321Z");

    private final CheckoutSession session = new CheckoutSession(NOW);

    @Test
    void leadsSomewhereFromItsOpeningToItsEnd() {
        assertThat(session.usable(NOW)).isFalse();
        session.opened(opened("cs_1"));
        var end = session.expiresAt();
        assertThat(Duration.between(NOW, end)).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(31));
        assertThat(session.usable(end.minusNanos(1))).isTrue();
        assertThat(session.usable(end)).isFalse();
        assertThat(session.over(end)).isTrue();
    }

    @Test
    void noOtherTakesItsPlace() {
        session.opened(opened("cs_1"));
        session.opened(opened("cs_1"));
        assertThatThrownBy(() -> session.opened(opened("cs_2"))).isInstanceOf(IllegalStateException.class);
        assertThat(session.id()).isEqualTo("cs_1");
    }

    private static Till.Opened opened(String id) {
        return new Till.Opened(id, URI.create("https://checkout.stripe.com/" + id));
    }
}
