package com.mentormatch.testing;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Keeps cookies and sends back the hidden token of the form it saw last, as a browser does: for tests that go through
 * the real doors, session and all.
 */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");

    private final MockMvcTester mvc;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String token = "";
    private String address = "127.0.0.1";

    public Browser(MockMvcTester mvc) {
        this.mvc = mvc;
        headers.put(HttpHeaders.ACCEPT, "text/html");
    }

    /** Tries from there are limited, from 127.0.0.1 they are not. */
    public Browser from(String address) {
        this.address = address;
        return this;
    }

    /** Every request from now on is one of htmx's, from a page at that address. */
    public Browser htmx(String currentUrl) {
        headers.put("HX-Request", "true");
        headers.put("HX-Current-URL", currentUrl);
        return this;
    }

    public Browser header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Browser cookie(String name, String value) {
        cookies.put(name, new Cookie(name, value));
        return this;
    }

    /** The other way round: what is kept under that name, or null. */
    public String cookie(String name) {
        return cookies.containsKey(name) ? cookies.get(name).getValue() : null;
    }

    public void forget(String cookie) {
        cookies.remove(cookie);
    }

    public MvcTestResult get(String uri) {
        return send(HttpMethod.GET, uri);
    }

    /** @param fields name, value, name, value … */
    public MvcTestResult post(String uri, String... fields) {
        return send(HttpMethod.POST, uri, fields);
    }

    public MvcTestResult upload(String uri, String field, byte[] file) {
        var part = new MockPart(field, "upload", file);
        var request = mvc.post().uri(uri).multipart().part(part).param("_csrf", token);
        headers.forEach(request::header);
        request.cookie(cookies.values().toArray(Cookie[]::new));
        return kept(request.exchange());
    }

    /** Through the real door; the form is fetched first. */
    public MvcTestResult signIn(String email, String password) {
        get("/sign-in");
        return post("/sign-in", "email", email, "password", password);
    }

    private MvcTestResult send(HttpMethod method, String uri, String... fields) {
        var request = mvc.method(method).uri(URI.create(uri)).with(remote -> {
            remote.setRemoteAddr(address);
            return remote;
        });
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        if (method == HttpMethod.POST) {
            request.param("_csrf", token);
            for (var i = 0; i < fields.length; i += 2) {
                request.param(fields[i], fields[i + 1]);
            }
        }
        return kept(request.exchange());
    }

    private MvcTestResult kept(MvcTestResult result) {
        Arrays.stream(result.getResponse().getCookies()).forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        });
        try {
            var found = TOKEN.matcher(result.getResponse().getContentAsString());
            if (found.find()) {
                token = found.group(1);
            }
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return result;
    }
}
