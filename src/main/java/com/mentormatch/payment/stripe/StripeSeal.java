package com.mentormatch.payment.stripe;

import com.mentormatch.payment.Notice;
import com.mentormatch.payment.Seal;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a webhook's signature with Stripe's library, and around it what the library leaves open: headers it trips over,
 * and times in the future, which it takes. Reads from the body only ids, which are the same in every version of the API.
 */
@Component
class StripeSeal implements Seal {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern HEADER = Pattern.compile("t=(\\d{1,12})(,v\\d=[0-9a-f]{64}){1,8}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,255}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9_.]{1,100}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<Door, List<String>> secrets;

    StripeSeal(StripeSettings settings) {
        this.secrets = Map.of(Door.PLATFORM, settings.webhookSecret(), Door.CONNECT, settings.connectWebhookSecret());
    }

    @Override
    public Optional<Notice> open(Door door, String body, String signature, Instant now) {
        return genuine(secrets.get(door), body, signature, now) ? notice(body) : Optional.empty();
    }

    private static boolean genuine(List<String> secrets, String body, String signature, Instant now) {
        if (body == null || signature == null || signature.length() > 1_000) {
            return false;
        }
        var header = HEADER.matcher(signature);
        if (!header.matches()) {
            return false;
        }
        var signedAt = Instant.ofEpochSecond(Long.parseLong(header.group(1)));
        if (signedAt.isAfter(now.plus(TOLERANCE))) {
            return false;
        }
        return secrets.stream().anyMatch(secret -> signed(body, signature, secret, now));
    }

    private static boolean signed(String body, String signature, String secret, Instant now) {
        try {
            return Webhook.Signature.verifyHeader(body, signature, secret, TOLERANCE.toSeconds(),
                    Clock.fixed(now, ZoneOffset.UTC));
        } catch (SignatureVerificationException | RuntimeException forged) {
            return false;
        }
    }

    private static Optional<Notice> notice(String body) {
        try {
            var event = JSON.readTree(body);
            var id = text(event.path("id"), ID);
            var type = text(event.path("type"), TYPE);
            if (id == null || type == null || !"event".equals(event.path("object").asString(""))) {
                return Optional.empty();
            }
            var object = event.path("data").path("object");
            return Optional
                .of(new Notice(id, type, text(event.path("api_version"), VERSION), text(object.path("id"), ID),
                        Readings.bookingIn(object).orElse(null), text(event.path("account"), ID)));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static @Nullable String text(JsonNode node, Pattern expected) {
        return node.isString() && expected.matcher(node.asString()).matches() ? node.asString() : null;
    }
}
