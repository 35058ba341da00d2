package com.mentormatch.meeting.zoom;

import com.mentormatch.meeting.Venue;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/**
 * Questions to Zoom, with a token that is kept for as long as it is good. A token that is refused is asked for anew,
 * once: until then nothing has been done. Whatever else goes wrong is {@link Venue.Failed}; asking again is for the
 * caller, who knows what may have happened.
 */
@Component
class ZoomClient {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private record Token(String value, Instant until) {}

    private final ZoomSettings settings;
    private final Clock clock;
    private final RestClient http;
    private @Nullable Token token;

    ZoomClient(ZoomSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build());
        requests.setReadTimeout(settings.readTimeout());
        this.http = RestClient.builder().requestFactory(requests).baseUrl(settings.apiBase()).build();
    }

    /** @param question what is asked, with the value of the header that says who asks */
    <T> T ask(BiFunction<RestClient, String, T> question) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Zoom is never asked inside a database transaction");
        }
        try {
            try {
                return question.apply(http, "Bearer " + token());
            } catch (HttpClientErrorException.Unauthorized expired) {
                forget();
                return question.apply(http, "Bearer " + token());
            }
        } catch (RestClientResponseException refused) {
            throw new Venue.Failed("Zoom answered " + refused.getStatusCode().value(),
                    wait(refused.getResponseHeaders()), refused);
        } catch (RestClientException lost) {
            throw new Venue.Failed("Zoom did not answer: " + lost.getClass().getSimpleName(), null, lost);
        }
    }

    private synchronized void forget() {
        token = null;
    }

    private synchronized String token() {
        var now = clock.instant();
        if (token == null || !now.isBefore(token.until())) {
            token = fetch(now);
        }
        return token.value();
    }

    private Token fetch(Instant now) {
        var answer = http.post()
            .uri(UriComponentsBuilder.fromUriString(settings.tokenUrl())
                .queryParam("grant_type", "account_credentials")
                .queryParam("account_id", "{account}")
                .encode()
                .buildAndExpand(settings.accountId())
                .toUri())
            .headers(headers -> headers.setBasicAuth(settings.clientId(), settings.clientSecret(),
                    StandardCharsets.UTF_8))
            .accept(MediaType.APPLICATION_JSON)
            .retrieve()
            .body(JsonNode.class);
        var value = answer == null ? "" : answer.path("access_token").asString("");
        if (value.isEmpty()) {
            throw new Venue.Failed("Zoom gave no token", null, null);
        }
        return new Token(value, now.plusSeconds(answer.path("expires_in").asInt(0)).minus(MARGIN));
    }

    /** Seconds, or a moment in one of the two ways Zoom writes it. */
    private @Nullable Duration wait(@Nullable HttpHeaders headers) {
        var after = headers == null ? null : headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (after == null) {
            return null;
        }
        try {
            return after.matches("\\d{1,6}")
                    ? Duration.ofSeconds(Long.parseLong(after))
                    : Duration.between(clock.instant(), moment(after));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Instant moment(String text) {
        return text.contains("T")
                ? Instant.parse(text)
                : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
