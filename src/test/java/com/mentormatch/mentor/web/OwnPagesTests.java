package com.mentormatch.mentor.web;

import static com.mentormatch.mentor.ListedMentors.mark;
import static com.mentormatch.mentor.ListedMentors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static com.mentormatch.testing.FormKey.formKey;

import com.mentormatch.mentor.ListedMentors;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@IntegrationTest
class OwnPagesTests {

    @Autowired
    MockMvcTester mvc;

    ListedMentors mentors;

    @Autowired
    Mentors reading;

    @Autowired
    Cast cast;

    @BeforeEach
    void mentors(@Autowired AutowireCapableBeanFactory beans) {
        mentors = beans.createBean(ListedMentors.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mentor/profile", "/mentor/offers", "/mentor/offers/new"})
    void visitorsAreAskedToSignIn(String path) {
        var answer = mvc.get().uri(path).accept("text/html").exchange();
        assertThat(answer.getResponse().getStatus()).isIn(302, 303, 401);
    }

    @Test
    void publishingAProfileMakesAMentor() {
        var person = cast.mentee();
        assertThat(mvc.get().uri("/mentor/profile").with(person.login())).hasStatusOk()
            .bodyText()
            .contains("Become a mentor");
        assertThat(mvc.get().uri("/mentor/offers").with(person.login())).hasStatus3xxRedirection()
            .hasRedirectedUrl("/mentor/profile");
        assertThat(profile(person, "I fix boats", "true")).hasStatus3xxRedirection().hasRedirectedUrl("/mentor/offers");
        assertThat(profile(person, "I fix boats", "true")).hasRedirectedUrl("/mentor/profile");
        var profile = reading.byId(person.id()).orElseThrow();
        assertThat(profile.published()).isTrue();
        assertThat(profile.skills()).containsExactly("Sails", "Ropes");
        assertThat(profile.website()).isEqualTo("https://example.org");
        assertThat(mvc.get().uri("/mentor/profile").with(person.login())).hasStatusOk()
            .bodyText()
            .contains("I fix boats");
    }

    @Test
    void aWrongProfileComesBackWithEveryWord() {
        var person = cast.mentee();
        for (var htmx : new boolean[]{false, true}) {
            var wrong = post(person, "/mentor/profile", htmx).param("headline", "")
                .param("about", "Kept <words>")
                .param("skills", "One, two")
                .param("website", "javascript:alert(1)")
                .param("languages", "de")
                .param("publish", "true");
            assertThat(wrong).hasStatus(422)
                .bodyText()
                .contains("Kept &lt;words&gt;", "One, two", "Write a headline", "Enter a web address")
                .contains(htmx ? "<form id=\"profile-form\"" : "<!DOCTYPE html>");
        }
        assertThat(reading.byId(person.id())).isEmpty();
    }

    @Test
    void htmxIsSentOnWithAHeader() {
        var person = cast.mentee();
        var taken = post(person, "/mentor/profile", true).param("headline", "A")
            .param("about", "B")
            .param("languages", "en")
            .param("publish", "false")
            .exchange();
        assertThat(taken.getResponse().getHeader("HX-Redirect")).endsWith("/mentor/profile");
        assertThat(reading.byId(person.id()).orElseThrow().published()).isFalse();
    }

    @Test
    void anOfferIsMadeChangedAndHidden() {
        var mentor = mentors.named("A", "Europe/Berlin", text(mark()));
        assertThat(mvc.get().uri("/mentor/offers").with(mentor.login())).hasStatusOk()
            .bodyText()
            .contains("No offers yet");
        assertThat(mvc.get().uri("/mentor/offers/new").with(mentor.login())).hasStatusOk()
            .bodyText()
            .contains("formToken");
        var token = FormToken.next();
        assertThat(offer(mentor, "/mentor/offers/new", "45,50", "EUR", token, false))
            .hasRedirectedUrl("/mentor/offers");
        assertThat(offer(mentor, "/mentor/offers/new", "45,50", "EUR", token, false))
            .hasRedirectedUrl("/mentor/offers");
        var offer = reading.offers(mentor.id()).getFirst();
        assertThat(reading.offers(mentor.id())).hasSize(1);
        assertThat(offer.price().minor()).isEqualTo(4550);
        var path = "/mentor/offers/" + offer.id();
        assertThat(mvc.get().uri(path).with(mentor.login())).hasStatusOk().bodyText().contains("45.50");
        assertThat(offer(mentor, path, "0", "JPY", token, false)).hasRedirectedUrl("/mentor/offers");
        assertThat(mvc.get().uri("/mentor/offers").with(mentor.login())).hasStatusOk().bodyText().contains("Free");
        assertThat(post(mentor, path + "/publication", true).param("published", "false")).hasStatusOk()
            .bodyText()
            .startsWith("<li")
            .contains("Not published", "The offer is hidden");
        assertThat(post(mentor, path + "/publication", false).param("published", "true"))
            .hasRedirectedUrl("/mentor/offers");
        assertThat(reading.offer(offer.id()).orElseThrow().published()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.20,EUR,at least €0.50", "30,JPY,at least ¥50", "0.1,KWD,at least KWD\u00a00.200",
            "12.34,JPY,whole number", "ten,EUR,Enter the price", "1e9,EUR,Enter the price", "-5,EUR,Enter the price",
            "'',EUR,Enter the price", "5,XXX,Choose a currency"})
    void aWrongPriceIsSaidAtTheField(String price, String currency, String sentence) {
        var mentor = mentors.named("A", "Europe/Berlin", text(mark()));
        for (var htmx : new boolean[]{false, true}) {
            assertThat(offer(mentor, "/mentor/offers/new", price, currency, FormToken.next(), htmx)).hasStatus(422)
                .bodyText()
                .contains(sentence, "Thorough advice", "value=\"" + price + "\"");
        }
        assertThat(reading.offers(mentor.id())).isEmpty();
    }

    @Test
    void nonsenseFromOutsideTheFormIsA422() {
        var mentor = mentors.named("A", "Europe/Berlin", text(mark()));
        assertThat(post(mentor, "/mentor/offers/new", false).param("minutes", "abc")
            .param("kind", "GROUP")
            .param("confirmation", "MAYBE")
            .param("lateRefundPercent", "99")
            .param("title", "x")
            .param("price", "5")
            .param("currency", "EUR")).hasStatus(422);
        assertThat(reading.offers(mentor.id())).isEmpty();
    }

    @Test
    void anothersOfferLooksLikeNone() {
        var mentor = mentors.with(mark());
        var path = "/mentor/offers/" + reading.offers(mentor.id()).getFirst().id();
        var other = mentors.with(mark());
        assertThat(mvc.get().uri(path).with(other.login())).hasStatus(404);
        assertThat(offer(other, path, "1", "EUR", FormToken.next(), false)).hasStatus(404);
        assertThat(post(other, path + "/publication", false).param("published", "false")).hasStatus(404);
        assertThat(reading.offers(mentor.id()).getFirst().published()).isTrue();
    }

    private MockMvcRequestBuilder profile(Actor person, String headline, String publish) {
        return post(person, "/mentor/profile", false).param("headline", headline)
            .param("about", "About\r\nme")
            .param("skills", "Sails, Ropes;\nropes, ")
            .param("website", "example.org")
            .param("languages", "en", "sv")
            .param("publish", publish);
    }

    private MockMvcRequestBuilder offer(Actor mentor, String path, String price, String currency, FormToken token,
            boolean htmx) {
        return post(mentor, path, htmx).param("title", "Thorough advice")
            .param("kind", "ONE_ON_ONE")
            .param("minutes", "45")
            .param("price", price)
            .param("currency", currency)
            .param("confirmation", "INSTANT")
            .param("lateRefundPercent", "50")
            .param("publish", "true")
            .param("formToken", token.toString());
    }

    private MockMvcRequestBuilder post(Actor person, String path, boolean htmx) {
        var request = mvc.post().uri(path).with(person.login()).with(formKey());
        return htmx ? request.header("HX-Request", "true") : request;
    }
}
