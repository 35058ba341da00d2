package com.mentormatch.account.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * Which doors are open to everybody. All others need somebody signed in; what that person may do behind them the
 * modules decide, by loading only what is visible to them.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityRules {

    private static final String[] TO_READ = {"/", "/mentors", "/mentors/**", "/avatars/*", "/assets/**", "/favicon.ico",
            "/robots.txt", "/actuator/health/**", "/verify", "/password/reset"};
    private static final String[] TO_READ_AND_SEND = {"/sign-in", "/sign-up", "/verify", "/password/forgot",
            "/password/reset", "/zone", "/error"};

    /** Without a token against forged requests: one touches only a cookie of the sender's, the other is signed. */
    private static final String[] WITHOUT_TOKEN = {"/zone", "/webhooks/**"};

    @Bean
    SecurityFilterChain doors(HttpSecurity http, SessionContexts contexts, CsrfTokenRepository tokens)
            throws Exception {
        return http.authorizeHttpRequests(doors -> doors.dispatcherTypeMatchers(DispatcherType.ERROR,
                DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll().requestMatchers(GET,
                        TO_READ).permitAll().requestMatchers(TO_READ_AND_SEND).permitAll().requestMatchers(POST,
                                "/webhooks/**").permitAll().requestMatchers("/admin/**").hasRole(
                                        "ADMIN").anyRequest().authenticated()).securityContext(
                                                context -> context.securityContextRepository(contexts)).requestCache(
                                                        cache -> cache.requestCache(new NullRequestCache())).csrf(
                                                                csrf -> csrf.csrfTokenRepository(
                                                                        tokens).ignoringRequestMatchers(
                                                                                WITHOUT_TOKEN)).logout(
                                                                                        out -> out.logoutUrl(
                                                                                                "/sign-out").logoutSuccessUrl(
                                                                                                        "/")).build();
    }

    /**
     * The token lives in a cookie, so a page with a form opens no session. Scripts cannot read it: forms carry it as a
     * hidden field, masked anew each time.
     */
    @Bean
    CsrfTokenRepository csrfTokens(@Value("${server.servlet.session.cookie.secure:true}") boolean secure) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(secure ? "__Host-form" : "form");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.secure(secure).httpOnly(true).sameSite("Lax"));
        return tokens;
    }
}
