package com.mentormatch.payment.stripe;

import com.stripe.StripeClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StripeSettings.class)
class StripeConfiguration {

    static final int CONNECT_MILLIS = 3_000;

    static {
        // The JDK would send a POST again by itself when the connection breaks.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    @Bean
    StripeClient stripeClient(StripeSettings settings) {
        return StripeClient.builder()
            .setApiKey(settings.secretKey())
            .setApiBase(settings.apiBase())
            .setConnectTimeout(CONNECT_MILLIS)
            .setReadTimeout((int) settings.readTimeout().toMillis())
            .setMaxNetworkRetries(0)
            .build();
    }
}
