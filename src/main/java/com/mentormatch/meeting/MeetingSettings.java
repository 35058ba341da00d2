package com.mentormatch.meeting;

import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param jitsi {@code mentormatch.meeting.jitsi}, where generated rooms are: any Jitsi, one's own too */
@Validated
@ConfigurationProperties("mentormatch.meeting")
record MeetingSettings(
        @DefaultValue("https://meet.jit.si") @Pattern(regexp = "https?://[^?#\\s]+[^?#\\s/]") String jitsi) {

    URI room(String name) {
        return URI.create(jitsi + "/" + name);
    }
}
