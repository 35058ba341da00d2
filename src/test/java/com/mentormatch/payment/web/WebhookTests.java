package com.mentormatch.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.BookingStatus;
import com.mentormatch.payment.PaymentTest;
import com.mentormatch.sandbox.stripe.Delivery;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The door Stripe's messages come in by, and everything that knocks there and is not Stripe. */
class WebhookTests extends PaymentTest {

    private static final List<String> DOORS = List.of("/webhooks/stripe", "/webhooks/stripe/connect");

    @Autowired
    MockMvcTester mvc;
    @Autowired
    JdbcClient jdbc;

    private String event;
    private String body;

    @BeforeEach
    void aMessage() {
        event = "evt_" + UUID.randomUUID().toString().replace("-", "");
        body = """
                {"id":"%s","object":"event","api_version":"2026-07-29.dahlia","created":1,"type":"charge.updated",\
                "data":{"object":{"id":"ch_1","object":"charge","metadata":{"booking":"%s"}}}}""".formatted(event,
                UUID.randomUUID());
    }

    @Test
    void takesAMessageOnce() {
        assertThat(send(body, sign(body))).hasStatusOk();
        assertThat(send(body, sign(body))).hasStatusOk();
        assertThat(rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "t", "t=", "t=,v1=", "v1=", "=", ",", ",,,", "t=abc,v1=00", "t=1", "t=1,",
            "t=1,v1", "t=1,v1=", "t=99999999999999999999,v1=00", "t=-1,v1=00", "t=1;v1=00", "v1=00,t=1",
            "t=1,t=2,v1=00", "=,=", "t=1,v1=00,v1", "t=1,v2=00", "t=1.5,v1=00", "t=1e3,v1=00", "null", "t=\u0661,v1=00",
            "whsec_standin"})
    void malformedSignaturesAreRefused(String header) {
        refused(send(body, header));
        refused(send("/webhooks/stripe/connect", body, header));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void forgedSignaturesAreRefused(String name, UnaryOperator<String> forge) {
        refused(send(body, forge.apply(sign(body))));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void forgedSignaturesAreRefusedAtTheDoorForMentorsAccounts(String name, UnaryOperator<String> forge) {
        var good = stripe.signature(body, StripeStandIn.CONNECT_WEBHOOK_SECRET);
        refused(send("/webhooks/stripe/connect", body, forge.apply(good)));
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                forged("last digit", good -> good.substring(0, good.length() - 1) + (good.endsWith("0") ? "1" : "0")),
                forged("one digit less", good -> good.substring(0, good.length() - 1)),
                forged("other scheme", good -> good.replace("v1=", "v0=")),
                forged("upper case", good -> "t" + good.substring(1).toUpperCase(Locale.ROOT)),
                forged("other time", WebhookTests::aSecondLater),
                forged("long", good -> good + ",v1=00".repeat(10_000)), forged("twice", good -> good + "," + good),
                forged("zeros", good -> good.replaceFirst("v1=.*", "v1=" + "0".repeat(64))));
    }

    private static String aSecondLater(String good) {
        var comma = good.indexOf(',');
        return "t=" + (Long.parseLong(good.substring(2, comma)) + 1) + good.substring(comma);
    }

    private static Arguments forged(String name, UnaryOperator<String> forge) {
        return Arguments.of(name, forge);
    }

    @Test
    void noSignatureIsRefused() {
        for (var door : DOORS) {
            refused(mvc.post().uri(door).contentType(MediaType.APPLICATION_JSON).content(body).exchange());
        }
    }

    @Test
    void anotherSecretIsRefused() {
        refused(send(body, stripe.signature(body, "whsec_another")));
    }

    @Test
    void anotherBodyIsRefused() {
        refused(send(body + " ", sign(body)));
    }

    @Test
    void yesterdayAndTomorrowAreRefused() {
        var then = sign(body);
        clock.forward(Duration.ofMinutes(6));
        refused(send(body, then));
        var later = sign(body);
        clock.reset();
        refused(send(body, later));
    }

    @Test
    void aClockALittleAheadIsFine() {
        clock.forward(Duration.ofMinutes(4));
        var ahead = sign(body);
        clock.reset();
        assertThat(send(body, ahead)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "1", "\"event\"", "{\"id\":", "not json", "{\"object\":\"event\"}",
            "{\"id\":1,\"type\":2,\"object\":\"event\"}", "{\"id\":\"evt_1'--\",\"type\":\"a\",\"object\":\"event\"}",
            "{\"id\":\"evt_1\",\"type\":{},\"object\":\"event\"}",
            "{\"id\":\"evt_1\",\"type\":\"a\",\"object\":\"v2.core.event\"}"})
    void signedNonsenseIsRefused(String nonsense) {
        nonsense(nonsense);
    }

    @Test
    void deepNestingIsRefused() {
        var deep = "[".repeat(100_000);
        nonsense(deep);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        var bytes = HexFormat.of().parseHex("c328a0a1");
        assertThat(mvc.post()
            .uri("/webhooks/stripe")
            .content(bytes)
            .header("Stripe-Signature", sign(new String(bytes, StandardCharsets.ISO_8859_1)))).hasStatus(400);
    }

    @Test
    void tooLargeABodyIsNotEvenRead() {
        var large = " ".repeat(600 * 1024);
        assertThat(send(large, sign(large))).hasStatus(413);
    }

    @Test
    void aLargeOneIsTaken() {
        var large = body + " ".repeat(400 * 1024);
        assertThat(send(large, sign(large))).hasStatusOk();
    }

    @Test
    void unknownTypesAreAcknowledgedAndLeftAlone() {
        var delivery = stripe.invent("treasury.moon_landed", "moon_1", null);
        assertThat(send(delivery)).hasStatusOk();
        assertThat(outcome(delivery)).isEqualTo("IGNORED");
    }

    @Test
    void aboutNothingWeKnowIsParked() {
        var delivery = stripe.invent("payment_intent.succeeded", "pi_ofAnotherShop", null);
        assertThat(send(delivery)).hasStatusOk();
        assertThat(outcome(delivery)).isNull();
        tasks.runDue();
        assertThat(outcome(delivery)).isEqualTo("PARKED");
    }

    @Test
    void anotherVersionOfTheApiIsUnderstood() {
        var booked = scene.instant(scene.shop());
        var session = scene.checkout(booked);
        stripe.pay(session);
        var delivery = stripe.invent("checkout.session.completed", session, "2031-01-01.elderberry");
        assertThat(send(delivery)).hasStatusOk();
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(outcome(delivery)).isEqualTo("SETTLED");
    }

    @Test
    void aMessageWithoutOurMarkLeadsToTheBookingAllTheSame() {
        var booked = scene.instant(scene.shop());
        var session = scene.checkout(booked);
        stripe.pay(session);
        var bare = """
                {"id":"%s","object":"event","api_version":"2020-01-01","type":"charge.succeeded",\
                "data":{"object":{"id":"%s","object":"charge"}}}""".formatted(event, scene.money(session).charge());
        assertThat(send(bare, sign(bare))).hasStatusOk();
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void theNextSecretIsGoodBeforeTheOldOneIsGone() {
        assertThat(send(body, stripe.signature(body, StripeStandIn.NEXT_WEBHOOK_SECRET))).hasStatusOk();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void eachDoorHasItsOwnSecret() {
        refused(send("/webhooks/stripe/connect", body, sign(body)));
        refused(send(body, stripe.signature(body, StripeStandIn.CONNECT_WEBHOOK_SECRET)));
    }

    @Test
    void chargesInAMentorsOwnAccountAreLeftAlone() {
        var theirs = body.replace("\"created\":1", "\"created\":1,\"account\":\"acct_1\"");
        assertThat(send("/webhooks/stripe/connect", theirs,
                stripe.signature(theirs, StripeStandIn.CONNECT_WEBHOOK_SECRET)))
            .hasStatusOk();
        assertThat(outcome(event)).isEqualTo("IGNORED");
    }

    @Test
    void aMessageThatDoesNotSayWhatItIsAboutIsAskedFor() {
        var booked = scene.instant(scene.shop());
        var session = scene.checkout(booked);
        stripe.pay(session);
        var real = stripe.deliveriesOf(session).getLast();
        var empty = real.body().replaceFirst("\"data\":\\{.*\\}(?=,\"id\":\"evt_)", "\"data\":{}");
        assertThat(empty).isNotEqualTo(real.body());
        assertThat(send(empty, sign(empty))).hasStatusOk();
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(outcome(real)).isEqualTo("SETTLED");
    }

    @Test
    void oneThatNobodyCanFindIsParked() {
        var empty = body.replaceFirst("\"data\".*", "\"data\":{}}");
        assertThat(send(empty, sign(empty))).hasStatusOk();
        tasks.runDue();
        assertThat(outcome(event)).isEqualTo("PARKED");
    }

    /** The signature is good, and what it is of is no message: at neither door. */
    private void nonsense(String content) {
        for (var door : DOORS) {
            var secret = door.endsWith("connect") ? StripeStandIn.CONNECT_WEBHOOK_SECRET : StripeStandIn.WEBHOOK_SECRET;
            refused(send(door, content, stripe.signature(content, secret)));
        }
        assertThat(jdbc.sql("SELECT 1 FROM stripe_event WHERE event_id LIKE 'evt\\_1%' AND LENGTH(event_id) < 12")
            .query()
            .listOfRows()).isEmpty();
    }

    private String sign(String text) {
        return stripe.signature(text);
    }

    private MvcTestResult send(Delivery delivery) {
        return send(delivery.body(), delivery.signature());
    }

    private MvcTestResult send(String content, String signature) {
        return send("/webhooks/stripe", content, signature);
    }

    private MvcTestResult send(String door, String content, String signature) {
        return mvc.post()
            .uri(door)
            .contentType(MediaType.APPLICATION_JSON)
            .header("Stripe-Signature", signature)
            .content(content)
            .exchange();
    }

    private void refused(MvcTestResult result) {
        assertThat(result).hasStatus(400);
        assertThat(result).bodyText().isEmpty();
        assertThat(rows()).isZero();
    }

    private int rows() {
        return jdbc.sql("SELECT 1 FROM stripe_event WHERE event_id = ?").param(event).query().listOfRows().size();
    }

    private String outcome(Delivery delivery) {
        return outcome(delivery.eventId());
    }

    private String outcome(String event) {
        return jdbc.sql("SELECT outcome FROM stripe_event WHERE event_id = ?")
            .param(event)
            .query((row, _) -> row.getString(1))
            .list()
            .getFirst();
    }
}
