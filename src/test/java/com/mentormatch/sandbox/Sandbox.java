package com.mentormatch.sandbox;

import com.mentormatch.MentorMatch;
import com.mentormatch.sandbox.mail.SandboxMail;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.sandbox.world.World;
import com.mentormatch.sandbox.zoom.ZoomStandIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;

/**
 * The whole product on this machine with nothing else installed: an embedded database kept in {@code .sandbox/}, a
 * stand-in for Stripe and one for Zoom, a mail server with a page, and people, mentors and bookings to look at. Delete
 * {@code .sandbox/} to start afresh.
 */
public final class Sandbox {

    static final int PORT = Integer.getInteger("sandbox.port", 8080);
    static final int STRIPE_PORT = Integer.getInteger("sandbox.stripe-port", 12111);
    static final int ZOOM_PORT = Integer.getInteger("sandbox.zoom-port", 12112);
    static final int MAIL_PAGE_PORT = Integer.getInteger("sandbox.mail-port", 8025);
    static final int SMTP_PORT = Integer.getInteger("sandbox.smtp-port", 1025);

    private Sandbox() {}

    public static void main(String[] args) {
        var home = Path.of(System.getProperty("sandbox.home", ".sandbox")).toAbsolutePath();
        var site = "http://localhost:" + PORT;
        var database = EmbeddedDatabase.keptIn(home.resolve("database"));
        var stripe = StripeStandIn.start(STRIPE_PORT, Clock.systemUTC(), home.resolve("stripe.json"));
        stripe.webhooks().sendTo(URI.create(site + "/webhooks/stripe"));
        stripe.webhooks().sendConnectTo(URI.create(site + "/webhooks/stripe/connect"));
        World.payAt(stripe);
        var zoom = ZoomStandIn.start(ZOOM_PORT, Clock.systemUTC());
        var mail = SandboxMail.start(SMTP_PORT, MAIL_PAGE_PORT);
        var settings = new ArrayList<>(List.of("--server.port=" + PORT, "--mentormatch.base-url=" + site,
                "--server.servlet.session.cookie.secure=false", "--spring.datasource.url=" + database.url(),
                "--stripe.api-base=" + stripe.url(), "--stripe.secret-key=" + StripeStandIn.SECRET_KEY,
                "--stripe.webhook-secret=" + StripeStandIn.WEBHOOK_SECRET,
                "--stripe.connect-webhook-secret=" + StripeStandIn.CONNECT_WEBHOOK_SECRET,
                "--mentormatch.form-targets=" + stripe.url(), "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.smtpPort(), "--mentormatch.mail.from=hello@mentormatch.example",
                "--mentormatch.account.sign-in-notice=" + World.ACCOUNTS));
        zoom.settings().forEach((name, value) -> settings.add("--" + name + "=" + value));
        settings.addAll(Arrays.asList(args));
        try {
            SpringApplication.from(MentorMatch::main).with(World.class).run(settings.toArray(String[]::new));
        } catch (RuntimeException failed) {
            // The stand-ins would keep the process alive.
            System.exit(1);
        }
        System.out.println("""

                MentorMatch   %s
                Mail          %s
                Stripe        %s/control
                Zoom          %s/control
                %s
                """.formatted(site, mail.url(), stripe.url(), zoom.url(), World.ACCOUNTS));
    }
}
