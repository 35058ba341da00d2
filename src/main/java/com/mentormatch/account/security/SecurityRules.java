package com.mentormatch.account.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which doors are open to everybody. All others need somebody signed in; what that person may do behind them the
 * modules decide, by loading only what is visible to them.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityRules {

    private static final String[] TO_READ = {"/", "/mentors", "/mentors/**", "/avatars/*", "/calendar/*", "/assets/**",
            "/favicon.ico", "/robots.txt", "/actuator/health/**"};
    private static final String[] TO_READ_AND_SEND = {"/sign-in", "/sign-up", "/verify", "/account/email/confirmation",
            "/password/forgot", "/password/reset", "/unsubscribe/*", "/zone", "/error"};

    /**
     * Without a token against forged requests: one touches only a cookie of the sender's, one is signed, and to the third
     * come mail programs, with all they need in the address.
     */
    private static final String[] WITHOUT_TOKEN = {"/zone", "/webhooks/**", "/unsubscribe/*"};

    private static final RequestMatcher FORMS_FOR_VISITORS = new OrRequestMatcher(
            Arrays.stream(TO_READ_AND_SEND).<RequestMatcher>map(PathPatternRequestMatcher::pathPattern).toList());

    @Bean
    SecurityFilterChain filters(HttpSecurity http, SessionContexts contexts, CsrfTokenRepository tokens,
            SignInDoor signIn) throws Exception {
        http.authorizeHttpRequests(SecurityRules::doors);
        http.securityContext(context -> context.securityContextRepository(contexts));
        http.requestCache(cache -> cache.requestCache(new NullRequestCache()));
        http.csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(WITHOUT_TOKEN));
        http.exceptionHandling(
                refused -> refused.authenticationEntryPoint(signIn).accessDeniedHandler(orSignIn(signIn)));
        http.logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/"));
        http.headers(SecurityRules::headers);
        return http.build();
    }

    /** Requests are measured once, not again in each of a dozen filters. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    private static void doors(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry doors) {
        doors.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll();
        doors.requestMatchers(GET, TO_READ).permitAll();
        doors.requestMatchers(TO_READ_AND_SEND).permitAll();
        doors.requestMatchers(POST, "/webhooks/**").permitAll();
        doors.requestMatchers("/admin/**").hasRole("ADMIN");
        doors.anyRequest().authenticated();
    }

    /** What a page may load is the web module's to say; this is about other sites and the way here. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
        headers.crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
        headers.httpStrictTransportSecurity(https -> https.includeSubDomains(false).maxAgeInSeconds(31_536_000));
    }

    /**
     * A form sent without its token by somebody who is not signed in was most likely opened by somebody who was: both
     * cookies are gone. They are led to sign in instead of being told about a token.
     */
    private static AccessDeniedHandler orSignIn(SignInDoor signIn) {
        var refuse = new AccessDeniedHandlerImpl();
        return (request, response, denied) -> {
            if (denied instanceof CsrfException && !FORMS_FOR_VISITORS.matches(request) && visitor()) {
                signIn.commence(request, response, new InsufficientAuthenticationException("Signed out", denied));
            } else {
                refuse.handle(request, response, denied);
            }
        };
    }

    private static boolean visitor() {
        return !(SecurityContextHolder.getContext().getAuthentication() instanceof ViewerAuthentication);
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
