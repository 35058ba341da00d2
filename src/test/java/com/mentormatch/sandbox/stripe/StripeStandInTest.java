package com.mentormatch.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;

/** Asks the stand-in what the product asks Stripe, with Stripe's own client. */
class StripeStandInTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
    private final StripeStandIn stripe = StripeStandIn.start(0, now::get);
    private StripeClient client;

    @BeforeEach
    void connect() {
        client = client(StripeStandIn.SECRET_KEY);
    }

    @AfterEach
    void stop() {
        stripe.close();
    }

    private StripeClient client(String key) {
        return StripeClient.builder()
            .setApiKey(key)
            .setApiBase(stripe.url().toString())
            .setConnectTimeout(1_000)
            .setReadTimeout(1_500)
            .setMaxNetworkRetries(0)
            .build();
    }

    @Test
    void speaksTheApiVersionOfTheClient() {
        assertThat(Bank.API_VERSION).isEqualTo(com.stripe.Stripe.API_VERSION);
    }

    @Test
    void chargesAtOnce() throws Exception {
        var session = client.v1().checkout().sessions().create(params(4500, "eur", false).build());
        assertThat(session.getStatus()).isEqualTo("open");
        assertThat(session.getPaymentIntent()).isNull();
        assertThat(session.getUrl()).startsWith(stripe.url() + "/c/pay/cs_test_");
        assertThat(session.getLastResponse().requestId()).startsWith("req_");

        stripe.pay(session.getId());

        var paid = session(session.getId());
        assertThat(paid.getStatus()).isEqualTo("complete");
        assertThat(paid.getPaymentStatus()).isEqualTo("paid");
        assertThat(paid.getClientReferenceId()).isEqualTo("booking-1");
        assertThat(paid.getMetadata()).containsEntry("booking", "1");
        assertThat(paid.getPaymentIntentObject().getStatus()).isEqualTo("succeeded");
        assertThat(paid.getPaymentIntentObject().getAmountReceived()).isEqualTo(4500);
        assertThat(stripe.events()).extracting(StripeStandIn.Event::type)
            .containsExactly("payment_intent.created", "charge.succeeded", "payment_intent.succeeded",
                    "checkout.session.completed");
    }

    @Test
    void authorisesThenCaptures() throws Exception {
        var id = create(4500, true);
        stripe.pay(id);
        var intent = session(id).getPaymentIntentObject();
        assertThat(session(id).getPaymentStatus()).isEqualTo("unpaid");
        assertThat(intent.getStatus()).isEqualTo("requires_capture");
        assertThat(intent.getAmountCapturable()).isEqualTo(4500);

        var captured = client.v1().paymentIntents().capture(intent.getId());
        assertThat(captured.getStatus()).isEqualTo("succeeded");
        assertThat(session(id).getPaymentStatus()).isEqualTo("paid");
        var charge = client.v1().charges().retrieve(captured.getLatestCharge());
        assertThat(charge.getCaptured()).isTrue();

        assertThatThrownBy(() -> client.v1().paymentIntents().capture(intent.getId()))
            .isInstanceOf(InvalidRequestException.class)
            .hasFieldOrPropertyWithValue("code", "payment_intent_unexpected_state")
            .hasFieldOrPropertyWithValue("statusCode", 400);
        assertThatThrownBy(() -> client.v1().paymentIntents().cancel(intent.getId()))
            .hasFieldOrPropertyWithValue("code", "payment_intent_unexpected_state");
    }

    @Test
    void voidsAnAuthorisation() throws Exception {
        var id = create(4500, true);
        stripe.pay(id);
        var intent = client.v1().paymentIntents().cancel(session(id).getPaymentIntent());
        assertThat(intent.getStatus()).isEqualTo("canceled");
        assertThat(intent.getAmountReceived()).isZero();
        assertThatThrownBy(() -> client.v1().paymentIntents().capture(intent.getId()))
            .hasFieldOrPropertyWithValue("code", "payment_intent_unexpected_state");
    }

    @Test
    void anAuthorisationLapsesAfterAWeek() throws Exception {
        var id = create(4500, true);
        stripe.pay(id);
        now.set(now.get().plus(Duration.ofDays(7)));
        assertThat(session(id).getPaymentIntentObject().getStatus()).isEqualTo("canceled");
    }

    @Test
    void declinesAndLetsTryAgain() throws Exception {
        var id = create(4500, false);
        stripe.decline(id);
        var intent = session(id).getPaymentIntentObject();
        assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
        assertThat(intent.getLastPaymentError().getCode()).isEqualTo("card_declined");
        assertThatThrownBy(() -> client.v1().paymentIntents().cancel(intent.getId()))
            .isInstanceOf(InvalidRequestException.class);
        stripe.pay(id);
        assertThat(session(id).getPaymentStatus()).isEqualTo("paid");
        assertThat(session(id).getPaymentIntent()).isEqualTo(intent.getId());
    }

    @Test
    void refundsInPartsNeverMoreThanPaid() throws Exception {
        var id = create(4500, false);
        stripe.pay(id);
        var intent = session(id).getPaymentIntent();
        var first = client.v1()
            .refunds()
            .create(RefundCreateParams.builder().setPaymentIntent(intent).setAmount(1000L).build());
        assertThat(client.v1().refunds().retrieve(first.getId()).getStatus()).isEqualTo("succeeded");
        assertThatThrownBy(() -> client.v1()
            .refunds()
            .create(RefundCreateParams.builder().setPaymentIntent(intent).setAmount(3501L).build()))
            .isInstanceOf(InvalidRequestException.class)
            .hasMessageContaining("greater than unrefunded amount");
        client.v1().refunds().create(RefundCreateParams.builder().setPaymentIntent(intent).build());
        assertThatThrownBy(
                () -> client.v1().refunds().create(RefundCreateParams.builder().setPaymentIntent(intent).build()))
            .hasFieldOrPropertyWithValue("code", "charge_already_refunded");
        var refunds = client.v1().refunds().list(RefundListParams.builder().setPaymentIntent(intent).build());
        assertThat(refunds.getData()).extracting(refund -> refund.getAmount()).containsExactly(3500L, 1000L);
        var expanded = client.v1()
            .paymentIntents()
            .retrieve(intent, PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build());
        assertThat(expanded.getLatestChargeObject().getRefunded()).isTrue();
    }

    @Test
    void sessionsRunOutAndCanBeClosed() throws Exception {
        var id = create(4500, false);
        var other = create(4500, false);
        assertThat(client.v1().checkout().sessions().expire(other).getStatus()).isEqualTo("expired");
        now.set(now.get().plus(Duration.ofMinutes(31)));
        assertThat(session(id).getStatus()).isEqualTo("expired");
        assertThat(session(id).getUrl()).isNull();
        assertThatThrownBy(() -> client.v1().checkout().sessions().expire(id))
            .isInstanceOf(InvalidRequestException.class)
            .hasMessageContaining("status of `expired`");
        assertThatThrownBy(() -> stripe.pay(id)).isInstanceOf(Refused.class);
        assertThat(stripe.events()).extracting(StripeStandIn.Event::type)
            .containsExactly("checkout.session.expired", "checkout.session.expired");
    }

    @Test
    void refusesWhatStripeRefuses() {
        refused("expires_at", params(4500, "eur", false).setExpiresAt(now.get().getEpochSecond() + 1799), null);
        refused("amount_too_small", params(49, "eur", false), "amount_too_small");
        refused("three decimals", params(12_345, "kwd", false), "parameter_invalid_integer");
        refused("unknown", params(4500, "eur", false).putExtraParam("colour", "green"), "parameter_unknown");
        refused("no success url", params(4500, "eur", false).setSuccessUrl(null), "parameter_missing");
        refused("no such customer", params(4500, "eur", false).setCustomer("cus_nobody"), "resource_missing");
        refused("wrong word", params(4500, "eur", false).putExtraParam("submit_type", "steal"), null);
        refused("nested unknown",
                params(4500, "eur", false).setPaymentIntentData(
                        SessionCreateParams.PaymentIntentData.builder().putExtraParam("capture", "later").build()),
                "parameter_unknown");
        assertThatThrownBy(() -> session("cs_test_nobody")).isInstanceOf(InvalidRequestException.class)
            .hasFieldOrPropertyWithValue("statusCode", 404)
            .hasFieldOrPropertyWithValue("code", "resource_missing");
        assertThatThrownBy(() -> client("sk_test_other").v1().events().list())
            .isInstanceOf(AuthenticationException.class);
    }

    private void refused(String what, SessionCreateParams.Builder params, String code) {
        assertThatThrownBy(() -> client.v1().checkout().sessions().create(params.build())).as(what)
            .isInstanceOf(InvalidRequestException.class)
            .hasFieldOrPropertyWithValue("code", code);
    }

    @Test
    void oneKeyOneEffect() throws Exception {
        var first = client.v1().checkout().sessions().create(params(4500, "eur", false).build(), key("k1"));
        var second = client.v1().checkout().sessions().create(params(4500, "eur", false).build(), key("k1"));
        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(second.getLastResponse().headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThatThrownBy(
                () -> client.v1().checkout().sessions().create(params(4600, "eur", false).build(), key("k1")))
            .isInstanceOf(IdempotencyException.class)
            .hasFieldOrPropertyWithValue("statusCode", 400);
        assertThat(stripe.sessions()).hasSize(1);
    }

    @Test
    void twoAtOnceWithOneKeyMakeOne() throws Exception {
        var gate = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 20).mapToObj(_ -> threads.submit(() -> {
                gate.await();
                try {
                    return client.v1()
                        .checkout()
                        .sessions()
                        .create(params(4500, "eur", false).build(), key("k2"))
                        .getId();
                } catch (StripeException e) {
                    return e.getStatusCode() + "";
                }
            })).toList();
            gate.countDown();
            for (var answer : answers)
                assertThat(answer.get()).matches("409|" + stripe.sessions().getFirst().id());
        }
        assertThat(stripe.sessions()).hasSize(1);
    }

    @Test
    void aRefusalForBadParametersIsNotRemembered() throws Exception {
        assertThatThrownBy(() -> client.v1().checkout().sessions().create(params(10, "eur", false).build(), key("k3")))
            .isInstanceOf(InvalidRequestException.class);
        assertThat(client.v1().checkout().sessions().create(params(4500, "eur", false).build(), key("k3")).getId())
            .isNotNull();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void failsInEveryWayAndARepeatWithTheKeyMakesOne(Fault fault) throws Exception {
        stripe.failNext(Call.SESSION_CREATE, fault);
        var failed = catchThrowableOfType(StripeException.class,
                () -> client.v1().checkout().sessions().create(params(4500, "eur", false).build(), key("k4")));
        switch (fault) {
            case ERROR_500, UNAVAILABLE_503 -> assertThat(failed).isInstanceOf(ApiException.class);
            case RATE_LIMITED_429 -> assertThat(failed).isInstanceOf(RateLimitException.class);
            default -> assertThat(failed).isInstanceOf(ApiConnectionException.class);
        }
        client.v1().checkout().sessions().create(params(4500, "eur", false).build(), key("k4"));
        assertThat(stripe.sessions()).hasSize(1);
        assertThat(stripe.requests(Call.SESSION_CREATE)).extracting(Request::idempotencyKey).containsOnly("k4");
    }

    @Test
    void webhooksCarryASignatureTheClientAccepts() throws Exception {
        var id = create(4500, false);
        stripe.pay(id);
        for (var delivery : stripe.deliveries()) {
            var event = Webhook.constructEvent(delivery.body(), delivery.signature(), StripeStandIn.WEBHOOK_SECRET, 300,
                    Clock.fixed(now.get(), ZoneOffset.UTC));
            assertThat(event.getDataObjectDeserializer().getObject()).isPresent();
            assertThat(client.v1().events().retrieve(event.getId()).getType()).isEqualTo(event.getType());
        }
        var completed = client.v1()
            .events()
            .list(EventListParams.builder().setType("checkout.session.completed").build())
            .getData()
            .getFirst();
        assertThat(((Session) completed.getDataObjectDeserializer().getObject().orElseThrow()).getId()).isEqualTo(id);
    }

    @Test
    void pagesThroughEvents() throws Exception {
        for (int i = 0; i < 25; i++)
            client.v1().customers().create(CustomerCreateParams.builder().setEmail("a" + i + "@example.com").build());
        var seen = 0;
        for (var _ : client.v1().events().list(EventListParams.builder().setLimit(10L).build()).autoPagingIterable())
            seen++;
        assertThat(seen).isEqualTo(25);
    }

    @Test
    void aPersonPaysOnThePage() throws Exception {
        var id = create(4500, true);
        var page = get(stripe.session(id).url());
        assertThat(page.body()).contains("TEST MODE", "EUR 45.00", "only authorised", "Career session &lt;60&gt;");
        assertThat(post(stripe.session(id).url() + "/decline").body()).contains("Your card was declined");
        var done = post(stripe.session(id).url() + "/pay");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location")).contains("http://localhost:9/paid?session=" + id);
        assertThat(get(URI.create(stripe.url() + "/c/pay/" + id)).body()).contains("already been paid");
        assertThat(get(URI.create(stripe.url() + "/control")).body()).contains(id, "requires_capture");
    }

    @Test
    void remembersInAFile(@TempDir Path folder) throws Exception {
        var file = folder.resolve("stripe.json");
        String id;
        try (var first = StripeStandIn.start(0, now::get, file)) {
            id = StripeClient.builder()
                .setApiKey(StripeStandIn.SECRET_KEY)
                .setApiBase(first.url().toString())
                .build()
                .v1()
                .checkout()
                .sessions()
                .create(params(4500, "eur", true).build())
                .getId();
            first.pay(id);
        }
        try (var second = StripeStandIn.start(0, now::get, file)) {
            assertThat(second.session(id).status()).isEqualTo("complete");
            assertThat(second.events()).hasSize(4);
            assertThat(second.intent(second.session(id).intent()).status()).isEqualTo("requires_capture");
        }
    }

    @Test
    void aPersonChargesBackAndDecidesOnTheControlPage() throws Exception {
        var id = create(4500, false);
        stripe.pay(id);
        var charge = stripe.intent(stripe.session(id).intent()).charge();
        assertThat(control()).contains("/control/dispute", charge).doesNotContain("/control/won");
        assertThat(press("dispute", "charge", charge)).isEqualTo(303);
        assertThat(press("dispute", "charge", charge)).as("once").isEqualTo(400);
        var dispute = stripe.disputesOf(charge).getFirst().id();
        assertThat(control()).contains("needs_response", "/control/won", "/control/lost", dispute);
        assertThat(press("lost", "dispute", dispute)).isEqualTo(303);
        assertThat(press("won", "dispute", dispute)).as("it is decided").isEqualTo(400);
        assertThat(stripe.disputesOf(charge).getFirst().status()).isEqualTo("lost");
        assertThat(control()).contains("lost").doesNotContain("/control/won", "/control/dispute");
        assertThat(stripe.events()).extracting(StripeStandIn.Event::type)
            .containsSubsequence("charge.dispute.created", "charge.dispute.funds_withdrawn", "charge.dispute.closed");
    }

    @Test
    void aPersonRestrictsAndEnablesAnAccountOnTheControlPage() throws Exception {
        var account = stripe.enabledAccount("milo@example.com");
        assertThat(control()).contains("/control/restrict", account).doesNotContain("/control/enable");
        assertThat(press("restrict", "account", account)).isEqualTo(303);
        assertThat(stripe.account(account).chargesEnabled()).isFalse();
        assertThat(control()).contains("/control/enable");
        assertThat(press("enable", "account", account)).isEqualTo(303);
        assertThat(stripe.account(account).chargesEnabled()).isTrue();
        assertThat(stripe.deliveriesOfAccount(account)).extracting(Delivery::type)
            .containsExactly("account.updated", "account.updated");
    }

    private String control() throws Exception {
        return get(URI.create(stripe.url() + "/control")).body();
    }

    private int press(String act, String name, String value) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http
                .send(HttpRequest.newBuilder(URI.create(stripe.url() + "/control/" + act))
                    .POST(HttpRequest.BodyPublishers.ofString(name + "=" + value))
                    .build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        }
    }

    private HttpResponse<String> get(URI url) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> post(String url) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.noBody()).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    private String create(long amount, boolean manual) throws StripeException {
        return client.v1().checkout().sessions().create(params(amount, "eur", manual).build()).getId();
    }

    private Session session(String id) throws StripeException {
        return client.v1()
            .checkout()
            .sessions()
            .retrieve(id, SessionRetrieveParams.builder().addExpand("payment_intent").build());
    }

    private SessionCreateParams.Builder params(long amount, String currency, boolean manual) {
        return SessionCreateParams.builder()
            .setMode(SessionCreateParams.Mode.PAYMENT)
            .setSuccessUrl("http://localhost:9/paid?session={CHECKOUT_SESSION_ID}")
            .setCancelUrl("http://localhost:9/left")
            .setClientReferenceId("booking-1")
            .putAllMetadata(Map.of("booking", "1"))
            .setExpiresAt(now.get().getEpochSecond() + 1800)
            .addLineItem(SessionCreateParams.LineItem.builder()
                .setQuantity(1L)
                .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                    .setCurrency(currency)
                    .setUnitAmount(amount)
                    .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                        .setName("Career session <60>")
                        .build())
                    .build())
                .build())
            .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                .setCaptureMethod(manual
                        ? SessionCreateParams.PaymentIntentData.CaptureMethod.MANUAL
                        : SessionCreateParams.PaymentIntentData.CaptureMethod.AUTOMATIC)
                .build());
    }
}
