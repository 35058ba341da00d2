package com.mentormatch.bench;

import static com.mentormatch.bench.Place.SITE;

import com.mentormatch.shared.Ids;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** W1: Stripe's messages, every tenth for the second time, against what one writes sent bare. */
final class NoticeFigures implements Figures {

    private static final Ratio RATIO = new Ratio("W1", "messages/s ÷ raw transactions/s", "W1", "W1 raw",
            Sample::perSecond, "≥ 0.5");

    /** As much of a session of Checkout as matters to how long reading it takes. */
    private static final String BODY = """
            {"id": "%s", "object": "event", "api_version": "2025-03-31.basil", "created": 1795000000,
             "livemode": false, "pending_webhooks": 1, "request": {"id": null, "idempotency_key": null},
             "type": "checkout.session.completed",
             "data": {"object": {
               "id": "cs_test_a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9t0", "object": "checkout.session",
               "client_reference_id": "%s", "amount_subtotal": 4500, "amount_total": 4500, "currency": "eur",
               "automatic_tax": {"enabled": false, "liability": null, "status": null},
               "cancel_url": "https://mentors.example/checkout/cancelled", "created": 1794999000,
               "customer_details": {"address": {"city": null, "country": "DE", "line1": null, "line2": null,
                 "postal_code": null, "state": null}, "email": "somebody@mentors.example", "name": "Somebody",
                 "phone": null, "tax_exempt": "none", "tax_ids": []},
               "custom_fields": [], "custom_text": {"after_submit": null, "shipping_address": null, "submit": null},
               "expires_at": 1795001000, "livemode": false, "locale": "en", "metadata": {},
               "mode": "payment", "payment_intent": "pi_3a1b2c3d4e5f6g7h8i9j0k1l",
               "payment_method_collection": "if_required", "payment_method_types": ["card"],
               "payment_status": "unpaid", "phone_number_collection": {"enabled": false}, "shipping_cost": null,
               "shipping_options": [], "status": "complete", "submit_type": null, "subscription": null,
               "success_url": "https://mentors.example/bookings/1/paid",
               "total_details": {"amount_discount": 0, "amount_shipping": 0, "amount_tax": 0}, "ui_mode": "hosted",
               "url": null}}}""";

    private static final int TO_WORK_ON = 2_000;

    /** Stripe sends again what it sent some time ago. */
    private static final int AGO = 51;

    private final Place place;

    /** In the ids of this run's messages, which tells them from those of earlier ones. */
    private final String run = id();

    private final AtomicInteger sent = new AtomicInteger();
    private final Set<String> events = ConcurrentHashMap.newKeySet();

    NoticeFigures(Place place) {
        this.place = place;
    }

    @Override
    public Set<String> names() {
        return Set.of(RATIO.figure());
    }

    @Override
    public void measure(Only only, Report report) throws IOException, InterruptedException, SQLException {
        var raw = RawTransaction.recorded(place, "message", () -> message("evt_" + id()));
        Rounds.measure(
                List.of(Scenario.writing("W1", "messages, every tenth for the second time", this::send),
                        Scenario.writing("W1 raw", "what a message writes", raw)),
                List.of(RATIO), new Cpu(place.product().pid()), report);
        report.add("W1", "messages lost or kept twice", "%.0f", "0", Math.abs(events.size() - kept()));
        report.add("W1", "messages not worked on exactly once", "%.0f", "0", TO_WORK_ON - workedOnOnce());
    }

    private void send() throws IOException, InterruptedException {
        var number = sent.getAndIncrement();
        var again = number % 10 == 9 && number > AGO;
        var event = "evt_" + run + "_" + (again ? number - AGO : number);
        events.add(event);
        Http.send(message(event).build(), 200);
    }

    private int kept() throws SQLException {
        try (var connection = DriverManager.getConnection(place.database());
                var rows = connection.createStatement()
                    .executeQuery("SELECT COUNT(*) FROM stripe_event WHERE event_id LIKE 'evt\\_" + run + "\\_%'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Forgets what waits, sends some more, and has the product work on those as it always does. */
    private int workedOnOnce() throws IOException, InterruptedException, SQLException {
        try (var connection = DriverManager.getConnection(place.database())) {
            connection.createStatement().execute("DELETE FROM scheduled_tasks");
        }
        var before = events.size();
        while (events.size() < before + TO_WORK_ON) {
            send();
        }
        return Integer.parseInt(Http.text(SITE + "/bench/work"));
    }

    private static HttpRequest.Builder message(String event) {
        var body = BODY.formatted(event, Ids.next());
        var now = Instant.now().getEpochSecond();
        return HttpRequest.newBuilder(URI.create(SITE + "/webhooks/stripe"))
            .header("Content-Type", "application/json")
            .header("Stripe-Signature", "t=" + now + ",v1=" + signature(now + "." + body))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Product.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id() {
        return Ids.next().toString().replace("-", "");
    }
}
