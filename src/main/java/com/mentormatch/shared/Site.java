package com.mentormatch.shared;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where people reach this installation: links in mails, invitations and at Stripe are made from it, never from what a
 * request claims its host to be.
 *
 * @param baseUrl {@code mentormatch.base-url}, scheme and host without a path
 */
@Validated
@ConfigurationProperties("mentormatch")
public record Site(@NotNull @Pattern(regexp = "https?://[^/?#\\s]+/?") String baseUrl) {

    /** @param path starts with a slash */
    public URI at(String path) {
        return URI.create(baseUrl.replaceFirst("/$", "") + path);
    }

    public String host() {
        return URI.create(baseUrl).getHost();
    }
}
