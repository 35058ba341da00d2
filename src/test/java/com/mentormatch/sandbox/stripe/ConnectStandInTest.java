package com.mentormatch.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Account;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountLinkCreateParams;
import com.stripe.param.PayoutListParams;

/** The stand-in's connected accounts, asked with Stripe's own client. */
class ConnectStandInTest {

    private static final String BACK = "http://localhost:9/back";
    private static final String AGAIN = "http://localhost:9/again";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
    private final StripeStandIn stripe = StripeStandIn.start(0, now::get);
    private StripeClient client;

    @BeforeEach
    void connect() {
        client = StripeClient.builder()
            .setApiKey(StripeStandIn.SECRET_KEY)
            .setApiBase(stripe.url().toString())
            .setMaxNetworkRetries(0)
            .build();
    }

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void oneKeyOpensOneAccountThatIsAskedForEverything() throws Exception {
        var account = open();
        assertThat(open().getId()).isEqualTo(account.getId());
        assertThat(account.getChargesEnabled()).isFalse();
        assertThat(account.getCapabilities().getTransfers()).isEqualTo("inactive");
        assertThat(account.getRequirements().getCurrentlyDue()).contains("external_account", "individual.first_name");
        assertThat(account.getMetadata()).containsEntry("mentor", "1");
        assertThat(stripe.accounts()).hasSize(1);
    }

    @Test
    void whatStripeRefusesIsRefused() {
        assertThatThrownBy(() -> client.v1().accounts().create(AccountCreateParams.builder().build()))
            .isInstanceOf(InvalidRequestException.class)
            .hasFieldOrPropertyWithValue("code", "parameter_missing");
        assertThatThrownBy(() -> client.v1()
            .accounts()
            .create(AccountCreateParams.builder().setType(AccountCreateParams.Type.EXPRESS).setCountry("XX").build()))
            .hasFieldOrPropertyWithValue("code", "country_unsupported");
        assertThatThrownBy(() -> client.v1()
            .accounts()
            .create(AccountCreateParams.builder()
                .setType(AccountCreateParams.Type.EXPRESS)
                .putExtraParam("colour", "green")
                .build()))
            .hasFieldOrPropertyWithValue("code", "parameter_unknown");
        assertThatThrownBy(() -> link("acct_nobodys")).hasFieldOrPropertyWithValue("statusCode", 404);
        assertThatThrownBy(() -> client.v1().accounts().loginLinks().create(open().getId()))
            .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aLinkLeadsToThePageAndBack() throws Exception {
        var id = open().getId();
        var page = link(id);
        assertThat(visit("GET", page).body()).contains("external_account", "ada@example.com");
        assertThat(visit("POST", page + "/half").headers().firstValue("Location")).contains(BACK);
        assertThat(stripe.account(id).due()).contains("external_account").doesNotContain("individual.first_name");
        assertThat(stripe.account(id).submitted()).isFalse();
        assertThat(visit("POST", page + "/complete").headers().firstValue("Location")).contains(BACK);
        var account = client.v1().accounts().retrieve(id);
        assertThat(account.getChargesEnabled()).isTrue();
        assertThat(account.getPayoutsEnabled()).isTrue();
        assertThat(account.getCapabilities().getTransfers()).isEqualTo("active");
        assertThat(account.getRequirements().getCurrentlyDue()).isEmpty();
        assertThat(client.v1().accounts().loginLinks().create(id).getUrl()).startsWith(stripe.url() + "/express/");
    }

    @Test
    void aLinkRunsOutAndANewerOneReplacesIt() throws Exception {
        var id = open().getId();
        var old = link(id);
        var fresh = link(id);
        assertThat(visit("GET", old).headers().firstValue("Location")).contains(AGAIN);
        now.set(now.get().plus(Duration.ofMinutes(11)));
        assertThat(visit("GET", fresh).headers().firstValue("Location")).contains(AGAIN);
    }

    @Test
    void newsOfAnAccountIsSignedForTheOtherEndpoint() throws Exception {
        var id = open().getId();
        stripe.complete(id);
        stripe.restrict(id);
        var deliveries = stripe.deliveriesOfAccount(id);
        assertThat(deliveries).extracting(Delivery::type).containsExactly("account.updated", "account.updated");
        var clock = Clock.fixed(now.get(), ZoneOffset.UTC);
        var news = deliveries.getLast();
        var event = Webhook.constructEvent(news.body(), news.signature(), StripeStandIn.CONNECT_WEBHOOK_SECRET, 300,
                clock);
        assertThat(event.getAccount()).isEqualTo(id);
        var account = (Account) event.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(account.getRequirements().getErrors()).singleElement()
            .satisfies(error -> assertThat(error.getCode()).isEqualTo("verification_document_failed_copy"));
        assertThatThrownBy(
                () -> Webhook.constructEvent(news.body(), news.signature(), StripeStandIn.WEBHOOK_SECRET, 300, clock))
            .isInstanceOf(SignatureVerificationException.class);
    }

    @Test
    void payoutsAreOfTheirAccount() throws Exception {
        var id = stripe.enabledAccount("ada@example.com");
        var other = stripe.enabledAccount("bea@example.com");
        assertThat(stripe.deliveriesOfAccount(id)).isEmpty();
        var payout = stripe.payOut(id, 1100, "eur");
        stripe.payOut(other, 900, "eur");
        stripe.payoutEnds(payout.id(), false);
        var on = RequestOptions.builder().setStripeAccount(id).build();
        assertThat(client.v1().payouts().retrieve(payout.id(), on)).satisfies(found -> {
            assertThat(found.getStatus()).isEqualTo("failed");
            assertThat(found.getFailureCode()).isEqualTo("account_closed");
        });
        assertThat(client.v1().payouts().list(PayoutListParams.builder().build(), on).getData()).hasSize(1);
        assertThat(client.v1().balance().retrieve(on).getAvailable()).isEmpty();
        assertThatThrownBy(() -> client.v1()
            .payouts()
            .retrieve(payout.id(), RequestOptions.builder().setStripeAccount(other).build()))
            .hasFieldOrPropertyWithValue("statusCode", 404);
        assertThat(stripe.deliveriesOfAccount(id)).extracting(Delivery::type)
            .containsExactly("payout.created", "payout.failed");
    }

    private Account open() throws Exception {
        return client.v1()
            .accounts()
            .create(AccountCreateParams.builder()
                .setType(AccountCreateParams.Type.EXPRESS)
                .setCountry("DE")
                .setEmail("ada@example.com")
                .putMetadata("mentor", "1")
                .build(), RequestOptions.builder().setIdempotencyKey("account-1").build());
    }

    private String link(String account) throws Exception {
        return client.v1()
            .accountLinks()
            .create(AccountLinkCreateParams.builder()
                .setAccount(account)
                .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
                .setReturnUrl(BACK)
                .setRefreshUrl(AGAIN)
                .build())
            .getUrl();
    }

    private static HttpResponse<String> visit(String method, String page) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(page))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
