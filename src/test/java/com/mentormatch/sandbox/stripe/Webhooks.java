package com.mentormatch.sandbox.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends events to the product, in the background, signed as Stripe signs, again and again until they are taken: and, when
 * told to, loses, delays, repeats or shuffles them.
 */
public final class Webhooks {

    private static final List<Duration> AGAIN = List.of(Duration.ofSeconds(1), Duration.ofSeconds(3),
            Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5),
            Duration.ofMinutes(15));

    private final Supplier<Instant> clock;
    private final String secret;
    private final String connectSecret;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final List<Thing> shuffling = new ArrayList<>();
    private volatile URI url;
    private volatile URI connectUrl;
    private volatile boolean lost;
    private volatile Duration late = Duration.ZERO;
    private volatile int copies = 1;
    private volatile boolean shuffled;
    private volatile boolean stopped;

    Webhooks(Supplier<Instant> clock, String secret, String connectSecret) {
        this.clock = clock;
        this.secret = secret;
        this.connectSecret = connectSecret;
    }

    /** Where to send; {@code null} keeps everything here. */
    public void sendTo(URI url) {
        this.url = url;
    }

    /** Where to send what happened on connected accounts; {@code null} keeps it here. */
    public void sendConnectTo(URI url) {
        this.connectUrl = url;
    }

    /** Nothing is delivered while this is on, nor afterwards. */
    public void lose(boolean lost) {
        this.lost = lost;
    }

    public void delay(Duration late) {
        this.late = late;
    }

    /** Each event arrives this many times. */
    public void repeat(int copies) {
        this.copies = copies;
    }

    /** Events are gathered and leave in any order, five at a time or when this is switched off. */
    public void shuffle(boolean shuffled) {
        this.shuffled = shuffled;
        if (!shuffled)
            release();
    }

    public void reset() {
        lose(false);
        delay(Duration.ZERO);
        repeat(1);
        shuffle(false);
    }

    String state() {
        return (lost ? "lost " : "") + (late.isZero() ? "" : "late by " + late.toSeconds() + " s ")
                + (copies > 1 ? "each " + copies + " times " : "") + (shuffled ? "shuffled" : "");
    }

    void take(Thing event) {
        if (to(event) == null || lost)
            return;
        if (!shuffled) {
            send(event);
            return;
        }
        synchronized (shuffling) {
            shuffling.add(event);
            if (shuffling.size() < 5)
                return;
        }
        release();
    }

    private void release() {
        List<Thing> gathered;
        synchronized (shuffling) {
            gathered = new ArrayList<>(shuffling);
            shuffling.clear();
        }
        Collections.shuffle(gathered);
        gathered.forEach(this::send);
    }

    void send(Thing event) {
        for (int i = 0; i < copies; i++)
            Thread.ofVirtual().name("webhook").start(() -> deliver(event));
    }

    private void deliver(Thing event) {
        try {
            Thread.sleep(late);
            for (var pause : AGAIN) {
                if (stopped || arrived(to(event), sign(event)))
                    return;
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI to(Thing event) {
        return event.has("account") ? connectUrl : url;
    }

    private boolean arrived(URI to, Delivery delivery) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(to)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
                .header("Stripe-Signature", delivery.signature())
                .POST(HttpRequest.BodyPublishers.ofString(delivery.body()))
                .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        }
    }

    Delivery sign(Thing event) {
        var body = event.json();
        return new Delivery(event.id(), event.text("type"), body,
                signature(body, clock.get(), event.has("account") ? connectSecret : secret));
    }

    /** The header Stripe would send with this body at this time. */
    public String signature(String body, Instant at) {
        return signature(body, at, secret);
    }

    static String signature(String body, Instant at, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            var signed = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        stopped = true;
        http.shutdownNow();
    }
}
