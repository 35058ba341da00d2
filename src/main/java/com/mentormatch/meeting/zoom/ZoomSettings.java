package com.mentormatch.meeting.zoom;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * A Server-to-Server OAuth app at Zoom; where its first three are missing, Zoom is not offered.
 *
 * @param accountId   of the Zoom account
 * @param host        the Zoom user whose meetings they are; the mentor's own address unless set
 * @param apiBase     another address than Zoom's own, where something stands in for it
 * @param tokenUrl    likewise
 * @param readTimeout how long to wait for an answer
 */
@Validated
@ConfigurationProperties("mentormatch.zoom")
record ZoomSettings(@DefaultValue("") String accountId, @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret, @DefaultValue("") String host,
        @DefaultValue("https://api.zoom.us/v2") @Pattern(regexp = "https?://[^?#\\s]+[^?#\\s/]") String apiBase,
        @DefaultValue("https://zoom.us/oauth/token") @NotBlank String tokenUrl,
        @DefaultValue("8s") @DurationMin(millis = 100) @DurationMax(seconds = 15) Duration readTimeout) {

    @AssertTrue(message = "account-id, client-id and client-secret are set together or not at all")
    boolean isWhole() {
        var given = Stream.of(accountId, clientId, clientSecret).filter(text -> !text.isBlank()).count();
        return given == 0 || given == 3;
    }

    boolean configured() {
        return !accountId.isBlank();
    }

    String host(String mentor) {
        return host.isBlank() ? mentor : host;
    }

    @Override
    public String toString() {
        return "ZoomSettings[apiBase=" + apiBase + "]";
    }
}
