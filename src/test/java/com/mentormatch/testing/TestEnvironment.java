package com.mentormatch.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.mentormatch.sandbox.EmbeddedDatabase;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.sandbox.zoom.ZoomStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts, once a JVM, what the product needs around it, and tells it where that is. */
public final class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final int BOOKING_TRIES = 500;
    /** Whoever has this address is an admin. */
    public static final String FOUNDER = "founder@mentormatch.example";

    static final TestClock CLOCK = new TestClock();
    static final StripeStandIn STRIPE = StripeStandIn.start(0, CLOCK);
    static final ZoomStandIn ZOOM = ZoomStandIn.start(0, CLOCK);
    static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static final Map<String, Object> PROPERTIES = new HashMap<>();

    static {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        MAIL.start();
        var port = freePort();
        PROPERTIES.put("spring.datasource.url", database());
        PROPERTIES.put("spring.mail.host", "127.0.0.1");
        PROPERTIES.put("spring.mail.port", MAIL.getSmtp().getPort());
        PROPERTIES.put("spring.mail.properties.mail.smtp.localhost", "localhost");
        // GreenMail answers EHLO in two packets, the second of which waits 40 ms for word of the first.
        PROPERTIES.put("spring.mail.properties.mail.smtp.ehlo", false);
        PROPERTIES.put("spring.mail.properties.mail.smtp.socketFactory.class", PromptSockets.class.getName());
        PROPERTIES.put("spring.mail.properties.mail.smtp.socketFactory.fallback", false);
        PROPERTIES.put("server.port", port);
        PROPERTIES.put("server.servlet.session.cookie.secure", false);
        PROPERTIES.put("stripe.api-base", STRIPE.url());
        PROPERTIES.put("stripe.secret-key", StripeStandIn.SECRET_KEY);
        PROPERTIES.put("stripe.webhook-secret", StripeStandIn.WEBHOOK_SECRET + "," + StripeStandIn.NEXT_WEBHOOK_SECRET);
        PROPERTIES.put("stripe.connect-webhook-secret", StripeStandIn.CONNECT_WEBHOOK_SECRET);
        // What hangs is given up before the task that asked is due again; StripeTillTests takes the real time.
        PROPERTIES.put("stripe.read-timeout", "600ms");
        PROPERTIES.put("stripe.pause", "5ms");
        PROPERTIES.putAll(ZOOM.settings());
        PROPERTIES.put("mentormatch.zoom.read-timeout", "1500ms");
        // Some tests book a few hundred times with one account.
        PROPERTIES.put("mentormatch.booking.tries-an-hour", BOOKING_TRIES);
        PROPERTIES.put("mentormatch.account.admins", FOUNDER);
        PROPERTIES.put("mentormatch.form-targets", STRIPE.url());
        PROPERTIES.put("mentormatch.base-url", "http://localhost:" + port);
        // Nothing polls in tests, and a scheduler that does not is rightly called unhealthy.
        PROPERTIES.put("management.health.db-scheduler.enabled", false);
        PROPERTIES.put("mentormatch.mail.from", "hello@mentormatch.example");
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", PROPERTIES));
    }

    private static String database() {
        var given = System.getenv("TEST_DATABASE_URL");
        return given == null || given.isBlank() ? EmbeddedDatabase.temporary().url() : emptied(given);
    }

    /** A server given by URL is a throw-away: its database is dropped and made anew, and one beside it by each JVM more. */
    private static String emptied(String url) {
        var given = url.replaceFirst("^jdbc:\\w+://[^/]+/([^?]+).*$", "$1");
        var fork = System.getProperty("test.fork", "_1");
        var name = "_1".equals(fork) ? given : given + fork;
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS `" + name + "`");
            statement.execute("CREATE DATABASE `" + name + "` CHARACTER SET utf8mb4");
            return url.replaceFirst("/" + given + "(\\?|$)", "/" + name + "$1");
        } catch (SQLException e) {
            throw new IllegalStateException("TEST_DATABASE_URL cannot be used", e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
