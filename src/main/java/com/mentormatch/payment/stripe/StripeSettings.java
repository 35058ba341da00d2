package com.mentormatch.payment.stripe;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param secretKey     begins with {@code sk_} or {@code rk_}
 * @param webhookSecret of the endpoint {@code /webhooks/stripe}, begins with {@code whsec_}; two, with a comma between
 *     them, while one takes the place of the other
 * @param connectWebhookSecret the same for {@code /webhooks/stripe/connect}
 * @param apiBase       another address than Stripe's own, where something stands in for it
 * @param readTimeout   how long to wait for an answer; at most 8 seconds, so that a person waits less than ten
 * @param pause         before the first question is asked again; longer each time
 */
@Validated
@ConfigurationProperties("stripe")
record StripeSettings(@NotBlank String secretKey, @NotEmpty List<@NotBlank String> webhookSecret,
        @NotEmpty List<@NotBlank String> connectWebhookSecret,
        @DefaultValue("https://api.stripe.com") @Pattern(regexp = "https?://[^/?#\\s]+") String apiBase,
        @DefaultValue("8s") @DurationMin(millis = 100) @DurationMax(seconds = 8) Duration readTimeout,
        @DefaultValue("150ms") @DurationMax(seconds = 1) Duration pause) {

    @Override
    public String toString() {
        return "StripeSettings[apiBase=" + apiBase + "]";
    }
}
