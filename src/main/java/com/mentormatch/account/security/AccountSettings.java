package com.mentormatch.account.security;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param checkoutOrigins {@code mentormatch.account.checkout-origins}: where a form of ours may lead besides this site,
 *                        that is the payment page; browsers hold redirects after a form to this list
 */
@Validated
@ConfigurationProperties("mentormatch.account")
record AccountSettings(@NotNull @DefaultValue("https://checkout.stripe.com") List<@Pattern(regexp = "https?://[^/?#;,\\s]+") String> checkoutOrigins) {}
