package com.mentormatch.mentor;

import static com.mentormatch.mentor.ListedMentors.mark;
import static com.mentormatch.mentor.ListedMentors.paid;
import static com.mentormatch.mentor.ListedMentors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mentormatch.account.Role;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Transactions;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@IntegrationTest
class EditTests {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    @Autowired
    Cast cast;

    ListedMentors mentors;

    @Autowired
    Mentors reading;

    @Autowired
    EditProfile profiles;

    @Autowired
    EditOffers offers;

    @BeforeEach
    void mentors(@Autowired AutowireCapableBeanFactory beans) {
        mentors = beans.createBean(ListedMentors.class);
    }

    @Test
    void theAddressIsMadeFromTheNameOnce() {
        var mark = mark();
        var person = cast.person("José-María " + mark, Role.MEMBER);
        var slug = profiles.save(person.id(), text(mark), false, NOW);
        assertThat(slug).isEqualTo("jose-maria-" + mark);
        assertThat(profiles.save(person.id(), text("other"), true, NOW)).isEqualTo(slug);
        var namesake = cast.person("José-María " + mark, Role.MEMBER);
        assertThat(profiles.save(namesake.id(), text(mark), true, NOW)).isEqualTo(slug + "-2");
        assertThat(profiles.save(cast.person("ひらがな", Role.MEMBER).id(), text(mark), true, NOW)).startsWith("mentor");
    }

    @Test
    void manyOfOneNameAtOnceGetAnAddressEach() throws Exception {
        var name = "Namesake " + mark();
        var people = IntStream.range(0, 8).mapToObj(_ -> cast.person(name, Role.MEMBER)).toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var slugs = new HashSet<String>();
            for (var slug : threads.invokeAll(people.stream()
                .map(person -> (Callable<String>) () -> profiles.save(person.id(), text("x"), true, NOW))
                .toList())) {
                slugs.add(slug.get());
            }
            assertThat(slugs).hasSize(8);
        }
    }

    @Test
    void aProfileIsReadAsItWasWritten() {
        var person = cast.mentor();
        var written = new ProfileText(" A  headline ", "Two\n\nparagraphs <b>", "Years", "Calm",
                "https://example.org/me", List.of("Java", "java ", "C++", "C"), List.of("en", "de"));
        var slug = profiles.save(person.id(), written, true, NOW);
        var profile = reading.bySlug(slug).orElseThrow();
        assertThat(profile.headline()).isEqualTo("A headline");
        assertThat(profile.about()).isEqualTo("Two\n\nparagraphs <b>");
        assertThat(profile.skills()).containsExactly("Java", "C++", "C");
        assertThat(profile.languages()).containsExactly("en", "de");
        assertThat(reading.byId(person.id())).contains(profile);
        assertThat(reading.summaries(List.of(person.id(), cast.mentee().id()))).containsOnlyKeys(person.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "ftp://example.org", "https://", "//example.org", "https://a@b.org",
            "data:text/html,x", "HTTPS ://x", "http:/x", "jav\nascript:x"})
    void aLinkIsAWebAddress(String website) {
        assertThat(ProfileText.isWebAddress(website)).isFalse();
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new ProfileText("A", "B", "", "", website, List.of(), List.of("en")));
    }

    @ParameterizedTest
    @CsvSource({"0.49,EUR,false", "0.50,EUR,true", "0,EUR,true", "49,JPY,false", "50,JPY,true", "0.199,KWD,false",
            "0.200,KWD,true", "0,KWD,true"})
    void aPriceIsNothingOrWhatStripeCharges(String price, String currency, boolean taken) {
        var mentor = mentors.named("A", "Europe/Berlin", text(mark()));
        var outcome = offers.add(mentor.id(), paid(price, currency), FormToken.next(), NOW);
        assertThat(outcome instanceof OfferOutcome.Saved).isEqualTo(taken);
        if (!taken) {
            assertThat(outcome).isEqualTo(new OfferOutcome.Refused(OfferRefusal.PRICE_BELOW_MINIMUM));
        }
    }

    @Test
    void anOfferNeedsAProfileAndACurrencyWeKnow() {
        var nobody = cast.mentee();
        assertThat(offers.add(nobody.id(), paid("45", "EUR"), FormToken.next(), NOW))
            .isEqualTo(new OfferOutcome.Refused(OfferRefusal.PROFILE_NEEDED));
        var mentor = mentors.with(mark());
        assertThat(offers.add(mentor.id(), paid("45", "XAU").published(true), FormToken.next(), NOW))
            .isEqualTo(new OfferOutcome.Refused(OfferRefusal.CURRENCY_NOT_SUPPORTED));
    }

    @Test
    void whoCannotBePaidPublishesFreeOffersOnly(@Autowired Transactions transactions, @Autowired Profiles written,
            @Autowired Offers kept, @Autowired SearchIndex index) {
        var strict = new EditOffers(transactions, written, kept, index, _ -> false);
        var mentor = mentors.named("A", "Europe/Berlin", text(mark()));
        assertThat(strict.add(mentor.id(), paid("45", "EUR"), FormToken.next(), NOW))
            .isEqualTo(new OfferOutcome.Refused(OfferRefusal.PAYOUTS_NEEDED));
        assertThat(strict.add(mentor.id(), paid("0", "EUR"), FormToken.next(), NOW))
            .isInstanceOf(OfferOutcome.Saved.class);
        var draft = strict.add(mentor.id(), paid("45", "EUR").published(false), FormToken.next(), NOW);
        assertThat(strict.publish(mentor.id(), ((OfferOutcome.Saved) draft).id(), true))
            .isEqualTo(new OfferOutcome.Refused(OfferRefusal.PAYOUTS_NEEDED));
    }

    @Test
    void theSameFormTwiceIsOneOffer() throws Exception {
        var mentor = mentors.named("A", "Europe/Berlin", text(mark()));
        var token = FormToken.next();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var outcomes = new HashSet<OfferOutcome>();
            for (var outcome : threads.invokeAll(Stream
                .generate(() -> (Callable<OfferOutcome>) () -> offers.add(mentor.id(), paid("45", "EUR"), token, NOW))
                .limit(6)
                .toList())) {
                outcomes.add(outcome.get());
            }
            assertThat(outcomes).hasSize(1);
        }
        assertThat(reading.offers(mentor.id())).hasSize(1);
    }

    @Test
    void nobodyChangesAnothersOffer() {
        var mentor = mentors.with(mark());
        var offer = reading.offers(mentor.id()).getFirst();
        var other = mentors.with(mark());
        assertThat(offers.change(other.id(), offer.id(), paid("1", "EUR"))).isEqualTo(new OfferOutcome.Missing());
        assertThat(offers.publish(other.id(), offer.id(), false)).isEqualTo(new OfferOutcome.Missing());
        assertThat(reading.offer(offer.id())).contains(offer);
        offers.change(mentor.id(), offer.id(), new OfferDraft("Longer", OfferKind.ONE_ON_ONE, 180, new Amount(0, "EUR"),
                Confirmation.INSTANT, 100, true));
        assertThat(reading.offer(offer.id()).orElseThrow())
            .extracting(OfferTerms::title, OfferTerms::minutes, OfferTerms::instant, OfferTerms::lateRefundPercent)
            .containsExactly("Longer", 180, true, 100);
    }

    @ParameterizedTest
    @CsvSource({"10,0", "50,0", "495,0", "0,0", "-15,0", "60,30"})
    void lengthsAreQuarterHoursAndLateRefundsOneOfThree(int minutes, int refund) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OfferDraft("A title", OfferKind.ONE_ON_ONE, minutes,
                new Amount(0, "EUR"), Confirmation.INSTANT, refund, true));
    }
}
