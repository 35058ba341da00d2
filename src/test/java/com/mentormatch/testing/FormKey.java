package com.mentormatch.testing;

import jakarta.servlet.http.Cookie;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * A form token as a page of the product would hold it: the cookie and the field that belongs to it. Spring's own
 * {@code csrf()} is no use here: it swaps the product's token store for one that opens sessions, in the shared context
 * and for good.
 */
public final class FormKey implements RequestPostProcessor {

    private static final String TOKEN = "a-token-of-36-characters-for-tests-1";

    private FormKey() {}

    public static RequestPostProcessor formKey() {
        return new FormKey();
    }

    @Override
    public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
        var bytes = TOKEN.getBytes(StandardCharsets.UTF_8);
        // Spring masks the token with random bytes put before it; zeros are as good as any.
        var masked = ByteBuffer.allocate(2 * bytes.length).put(bytes.length, bytes).array();
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        var all = Arrays.copyOf(cookies, cookies.length + 1);
        all[cookies.length] = new Cookie("form", TOKEN);
        request.setCookies(all);
        request.setParameter("_csrf", Base64.getUrlEncoder().encodeToString(masked));
        return request;
    }
}
