package com.mentormatch.payment.web;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.EditOffers;
import com.mentormatch.mentor.EditProfile;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferDraft;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferOutcome;
import com.mentormatch.mentor.OfferRefusal;
import com.mentormatch.mentor.ProfileText;
import com.mentormatch.payment.PaymentTest;
import com.mentormatch.sandbox.stripe.Call;
import com.mentormatch.sandbox.stripe.Fault;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A mentor's doors to being paid: off to Stripe, back, resumed, restricted, and what can be sold meanwhile. */
class GetPaidDoorTests extends PaymentTest {

    private static final String START = "/mentor/payouts/account";

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Cast cast;
    @Autowired
    EditProfile profiles;
    @Autowired
    EditOffers offers;
    @Autowired
    Mentors mentors;

    @Test
    void whoHasNoProfileWritesOneFirst() {
        var nobody = cast.mentee();
        assertThat(page(nobody)).hasStatus3xxRedirection().hasRedirectedUrl("/mentor/profile");
        assertThat(start(nobody, "DE", UUID.randomUUID(), false)).hasHeader("Location", "/mentor/profile");
        assertThat(stripe.accounts()).noneMatch(account -> account.email().equals(nobody.email()));
    }

    @Test
    void beginsWithACountryAndLeavesForStripe() {
        var mentor = mentor();
        assertThat(page(mentor)).hasStatusOk()
            .bodyText()
            .contains("You cannot be paid yet", "Choose a country", "Germany");
        assertThat(start(mentor, "", UUID.randomUUID(), false)).hasStatus(422)
            .bodyText()
            .contains("<title>", "Choose the country you live in.");
        assertThat(start(mentor, "XX", UUID.randomUUID(), true)).hasStatus(422)
            .bodyText()
            .contains("Choose the country you live in.")
            .doesNotContain("<title>");
        assertThat(start(mentor, "DE", UUID.randomUUID(), false)).hasStatus(303);
        var account = account(mentor);
        assertThat(account.country()).isEqualTo("DE");
        assertThat(start(mentor, "", UUID.randomUUID(), true).getResponse().getHeader("HX-Redirect"))
            .startsWith(stripe.url() + "/setup/" + account.id());
        assertThat(page(mentor)).bodyText()
            .contains("Almost there", "Go on at Stripe")
            .doesNotContain("Choose a country");
    }

    @Test
    void twiceIsOnceAlsoAtTheSameTime() throws Exception {
        var mentor = mentor();
        var token = UUID.randomUUID();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var places = threads
                .invokeAll(
                        Stream.generate(() -> (Callable<String>) () -> start(mentor, "DE", token, false).getResponse()
                            .getHeader("Location")).limit(4).toList())
                .stream()
                .map(answer -> answer.resultNow())
                .distinct();
            assertThat(places).singleElement().asString().startsWith(stripe.url() + "/setup/");
        }
        assertThat(stripe.accounts()).filteredOn(account -> account.email().equals(mentor.email())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"ACCOUNT_CREATE,RESET_AFTER", "ACCOUNT_CREATE,ERROR_500", "ACCOUNT_LINK,UNAVAILABLE_503",
            "ACCOUNT_CREATE,CUT_BODY", "ACCOUNT_LINK,RATE_LIMITED_429"})
    void whenStripeFailsNothingIsLostAndTheNextTryGoesOn(Call call, Fault fault) {
        var mentor = mentor();
        stripe.faults().failAll(call, fault);
        assertThat(start(mentor, "DE", UUID.randomUUID(), false)).hasStatus(503)
            .bodyText()
            .contains("Our payment provider does not answer");
        assertThat(start(mentor, "DE", UUID.randomUUID(), true)).hasStatus(503);
        stripe.faults().clear();
        assertThat(start(mentor, "DE", UUID.randomUUID(), false)).hasStatus(303);
        assertThat(stripe.accounts()).filteredOn(account -> account.email().equals(mentor.email())).hasSize(1);
        assertThat(stripe.requests(Call.ACCOUNT_CREATE)
            .stream()
            .filter(request -> request.form().contains(mentor.id().toString()))
            .map(request -> request.idempotencyKey())
            .distinct()).hasSize(1);
    }

    @Test
    void comingBackAsksStripe() {
        var mentor = begun();
        var account = account(mentor).id();
        assertThat(back(mentor)).contains("payout.flash.UNFINISHED");
        stripe.half(account);
        assertThat(back(mentor)).contains("Almost there", "The bank account your money goes to")
            .doesNotContain("Your date of birth");
        stripe.pend(account);
        assertThat(back(mentor)).contains("Stripe is checking your details", "Being checked")
            .doesNotContain("Go on at Stripe");
        stripe.complete(account);
        assertThat(page(mentor)).bodyText().contains("Stripe is checking your details");
        assertThat(back(mentor)).contains("You can be paid", "Paid offers on", "Payouts on")
            .doesNotContain("What Stripe still wants");
        assertThat(mvc.get().uri(START + "?again").with(mentor.login())).hasStatus3xxRedirection();
    }

    @Test
    void comingBackWhileStripeIsAwaySaysSo() {
        var mentor = begun();
        stripe.complete(account(mentor).id());
        stripe.faults().failAll(Call.ACCOUNT_RETRIEVE, Fault.ERROR_500);
        assertThat(back(mentor)).contains("payout.flash.unavailable", "Almost there");
        stripe.faults().clear();
        assertThat(back(mentor)).contains("You can be paid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "individual.verification.document|verification_document_expired|A photo of your identity document|has expired",
            "individual.dob.year|invalid_value_other|Your date of birth|cannot be right",
            "person_1MqXyz.first_name|information_missing|Details of somebody behind your company|Something is missing",
            "settings.payments.statement_descriptor|invalid_value_other|card statements|cannot be right",
            "quantum.entanglement_proof|cat_in_box|Something more: quantum, entanglement proof|Stripe says: It may be alive."})
    void whatIsWantedIsSaidInWords(String field, String problem, String what, String wrong) {
        var mentor = begun();
        stripe.restrict(account(mentor).id(), field, problem, "It may be alive.");
        assertThat(back(mentor)).contains("Your paid offers are paused", what, wrong, "Settle it at Stripe");
    }

    @Test
    void onlyWhoCanBePaidSells() {
        var mentor = begun();
        var draft = new OfferDraft("A paid hour", OfferKind.ONE_ON_ONE, 60, new Amount(4500, "EUR"),
                Confirmation.INSTANT, 0, true);
        assertThat(offers.add(mentor.id(), draft, FormToken.next(), clock.instant()))
            .isEqualTo(new OfferOutcome.Refused(OfferRefusal.PAYOUTS_NEEDED));
        stripe.complete(account(mentor).id());
        back(mentor);
        assertThat(offers.add(mentor.id(), draft, FormToken.next(), clock.instant()))
            .isInstanceOf(OfferOutcome.Saved.class);
    }

    @Test
    void aRestrictedMentorSellsNothingNewAndKeepsWhatIsBooked() {
        var shop = scene.shop();
        var booked = scene.instant(shop);
        var account = account(shop.mentor()).id();
        var slug = mentors.byId(shop.mentor().id()).orElseThrow().slug();
        stripe.restrict(account);
        news(account);
        assertThat(mentors.byId(shop.mentor().id()).orElseThrow().offers()).isEmpty();
        assertThat(mvc.get().uri("/mentors/" + slug)).hasStatusOk()
            .bodyText()
            .contains("takes no new paid bookings at the moment")
            .doesNotContain("€45", "estricted");
        assertThat(mvc.get().uri("/mentors/{slug}/times?offer={offer}", slug, shop.instant().id())).hasStatusOk()
            .bodyText()
            .doesNotContain("€45");
        assertThat(mvc.post()
            .uri("/bookings")
            .param("offer", shop.instant().id().toString())
            .param("start", scene.slot(6).toString())
            .param("topic", "How to begin")
            .param("formToken", UUID.randomUUID().toString())
            .accept(MediaType.TEXT_HTML)
            .with(formKey())
            .with(cast.mentee().login())).hasStatus(409);
        stripe.pay(scene.checkout(booked));
        scene.deliverAll(scene.session(booked));
        tasks.runDue();
        assertThat(scene.status(booked).name()).isEqualTo("CONFIRMED");
        assertThat(mvc.get().uri("/mentor/offers").with(shop.mentor().login())).bodyText()
            .contains("Your paid offers are paused", "Paused");
        assertThat(offers.publish(shop.mentor().id(), shop.instant().id(), true))
            .isEqualTo(new OfferOutcome.Refused(OfferRefusal.PAYOUTS_NEEDED));

        stripe.complete(account);
        news(account);
        assertThat(mentors.byId(shop.mentor().id()).orElseThrow().offers()).hasSize(2);
        assertThat(mvc.get().uri("/mentors/" + slug)).bodyText().contains("€45").doesNotContain("takes no new paid");
    }

    @Test
    void whatAMentorHidMeanwhileStaysHidden() {
        var shop = scene.shop();
        var account = account(shop.mentor()).id();
        stripe.restrict(account);
        news(account);
        offers.publish(shop.mentor().id(), shop.request().id(), false);
        stripe.complete(account);
        news(account);
        assertThat(mentors.byId(shop.mentor().id()).orElseThrow().offers()).extracting("id")
            .containsExactly(shop.instant().id());
    }

    private Actor mentor() {
        var mentor = cast.mentor();
        profiles.save(mentor.id(),
                new ProfileText("Plain answers", "I have done this.", "", "", "", List.of("Java"), List.of("en")), true,
                clock.instant());
        return mentor;
    }

    private Actor begun() {
        var mentor = mentor();
        assertThat(start(mentor, "DE", UUID.randomUUID(), false)).hasStatus(303);
        return mentor;
    }

    private StripeStandIn.Account account(Actor mentor) {
        return stripe.accounts()
            .stream()
            .filter(account -> account.email().equals(mentor.email()))
            .findFirst()
            .orElseThrow();
    }

    private MvcTestResult page(Actor actor) {
        return mvc.get().uri("/mentor/payouts").accept(MediaType.TEXT_HTML).with(actor.login()).exchange();
    }

    private MvcTestResult start(Actor actor, String country, UUID token, boolean htmx) {
        var request = mvc.post()
            .uri(START)
            .param("country", country)
            .param("formToken", token.toString())
            .accept(MediaType.TEXT_HTML)
            .with(formKey())
            .with(actor.login());
        return (htmx ? request.header("HX-Request", "true") : request).exchange();
    }

    /** Comes back from Stripe: what is said, and the page it is said on. */
    private String back(Actor mentor) {
        var returned = mvc.get().uri(START).accept(MediaType.TEXT_HTML).with(mentor.login()).exchange();
        assertThat(returned).hasStatus3xxRedirection().hasRedirectedUrl("/mentor/payouts");
        var flash = returned.getMvcResult().getFlashMap().get("flash");
        return flash + body(page(mentor));
    }

    private static String body(MvcTestResult page) {
        return new String(page.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void news(String account) {
        var delivery = stripe.deliveriesOfAccount(account).getLast();
        assertThat(mvc.post()
            .uri("/webhooks/stripe/connect")
            .contentType(MediaType.APPLICATION_JSON)
            .header("Stripe-Signature", delivery.signature())
            .content(delivery.body())).hasStatusOk();
        tasks.runDue();
    }
}
