package com.mentormatch.booking;

import static com.mentormatch.mentor.ListedMentors.mark;
import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.EditAccount;
import com.mentormatch.account.Role;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.EditOffers;
import com.mentormatch.mentor.EditProfile;
import com.mentormatch.mentor.ListedMentors;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.Queries;
import com.mentormatch.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** A time that is gone: found out on the click or on sending, with nearer times, others who are free, and every word. */
@IntegrationTest
class LostSlotTests {

    private static final String GONE = "Time slot is no longer available";
    private static final String OTHERS = "Others who help with the same";

    @Autowired
    EditAccount accounts;
    @Autowired
    MockMvcTester mvc;
    @Autowired
    Market market;
    @Autowired
    Cast cast;
    @Autowired
    EditProfile profiles;
    @Autowired
    EditOffers offers;
    @Autowired
    CancelBooking cancel;
    @Autowired
    TestClock clock;

    private String skill;
    private Actor milo;
    private Actor mentee;
    private OfferTerms wanted;
    private Instant start;

    @BeforeEach
    void stage() {
        skill = mark();
        mentee = cast.mentee();
        milo = helper("Milo");
        wanted = market.offer(milo, 4500, Confirmation.REQUEST);
        start = market.starts(wanted).getFirst();
    }

    @Test
    void aFreeTimeIsNoLoss() {
        helping("Olga", 60, 4500);
        assertThat(form(wanted)).hasStatusOk().bodyText().doesNotContain(GONE, OTHERS, "name=\"instead\"");
    }

    @Test
    void openedLateThePageSaysSoAtOnce() {
        var olga = helping("Olga", 60, 5000);
        lose();
        assertThat(form(wanted)).hasStatus(409)
            .bodyText()
            .contains(GONE, "name=\"instead\"", OTHERS, "Olga " + skill, "Plain answers", "€50",
                    "value=\"" + olga.id() + "\"");
        assertThat(form(wanted).header("HX-Request", "true")).hasStatus(409)
            .bodyText()
            .contains(GONE, "Olga " + skill)
            .doesNotContain("<html");
    }

    @Test
    void lostOnSendingKeepsEveryWordAndSoDoesTheOthersForm() {
        var olga = helping("Olga", 60, 5000);
        lose();
        assertThat(send().header("HX-Request", "true")).hasStatus(409)
            .bodyText()
            .contains(GONE, "Olga " + skill, "My topic &lt;b&gt;", "All my words");
        assertThat(send()).hasStatus(409).bodyText().contains("<html", "My topic &lt;b&gt;", "All my words");
        assertThat(elsewhere(olga)).hasStatusOk()
            .bodyText()
            .contains("Book a session with Olga", "Request for €50", "My topic &lt;b&gt;", "All my words", "<html");
        assertThat(elsewhere(olga).header("HX-Request", "true")).hasStatusOk()
            .bodyText()
            .contains("Request for €50", "All my words")
            .doesNotContain("<html");
    }

    @Test
    void whoIsLostTooIsSaidInTurn() {
        var olga = helping("Olga", 60, 5000);
        lose();
        market.book(cast.mentee().viewer(), olga, start);
        assertThat(elsewhere(olga)).hasStatus(409).bodyText().contains(GONE, "All my words");
    }

    @Test
    void atMostThreeAndTheNearestInLengthAndPrice() {
        helping("Far", 75, 4500);
        helping("Dear", 60, 30_000);
        helping("Third", 60, 6000);
        helping("First", 60, 4600);
        helping("Second", 60, 4000);
        lose();
        assertThat(form(wanted)).bodyText()
            .containsSubsequence("First " + skill, "Second " + skill, "Third " + skill)
            .doesNotContain("Far " + skill, "Dear " + skill);
    }

    @Test
    void onlyWhoIsListedFreeThenAndAlike() {
        helping("Long", 120, 4500);
        market.offer(helper("Trial"), OfferKind.TRIAL, 60, 4500, Confirmation.REQUEST);
        var busy = helping("Busy", 60, 4500);
        market.book(cast.mentee().viewer(), busy, start);
        var hidden = helper("Hidden");
        market.offer(hidden, 4500, Confirmation.REQUEST);
        profiles.save(hidden.id(), ListedMentors.text("Plain answers", skill), false, clock.instant());
        var other = market.open(cast.person("Other " + skill, Role.MEMBER));
        profiles.save(other.id(), ListedMentors.text("Plain answers", mark()), true, clock.instant());
        market.offer(other, 4500, Confirmation.REQUEST);
        lose();
        assertThat(form(wanted)).hasStatus(409)
            .bodyText()
            .contains(GONE)
            .doesNotContain(OTHERS, "Long " + skill, "Trial " + skill, "Busy " + skill, "Hidden " + skill,
                    "Other " + skill);
    }

    @Test
    void nobodyIsOfferedToThemselves() {
        var olga = helper("Olga");
        market.offer(olga, 4500, Confirmation.REQUEST);
        lose();
        mentee = olga;
        assertThat(form(wanted)).hasStatus(409).bodyText().contains(GONE).doesNotContain(OTHERS);
    }

    @Test
    void anOfferTakenBackLeadsToOthersToo() {
        helping("Olga", 60, 5000);
        offers.publish(wanted.mentor(), wanted.id(), false);
        assertThat(form(wanted)).hasStatus(409)
            .bodyText()
            .contains("This offer is no longer available", "Olga " + skill)
            .doesNotContain("name=\"instead\"");
    }

    @Test
    void whoHasASessionThenHearsItBeforeTyping() {
        helping("Olga", 60, 5000);
        market.book(mentee.viewer(), market.offer(market.mentor(), 0, Confirmation.INSTANT), start);
        assertThat(form(wanted)).hasStatus(409)
            .bodyText()
            .contains("You already have a session at that time", "name=\"instead\"")
            .doesNotContain(OTHERS);
    }

    @Test
    void whoseMentorCancelsIsOfferedTheirNearestTimesAndOthersAtThatVeryTime() {
        var olga = helping("Olga", 60, 0);
        var busy = helping("Busy", 60, 0);
        market.book(cast.mentee().viewer(), busy, start);
        helping("Long", 120, 0);
        var offer = market.offer(milo, 0, Confirmation.INSTANT);
        var id = market.book(mentee.viewer(), offer, start);
        assertThat(booking(id, mentee)).bodyText().doesNotContain("id=\"instead\"");
        cancel.cancel(milo.viewer(), id, null, 0, FormToken.next(), clock.instant());
        var elsewhere = "/bookings/new?offer=" + olga.id() + "&amp;start=" + start;
        assertThat(booking(id, mentee)).hasStatusOk()
            .bodyText()
            .contains("id=\"instead\"", "These times with Milo " + skill, "Free at the very time you had",
                    "Olga " + skill, elsewhere, "/mentors?skill=" + skill)
            .containsSubsequence(IntStream.of(-2, -1, 1)
                .mapToObj(hours -> "offer=" + offer.id() + "&amp;start=" + start.plus(Duration.ofHours(hours)))
                .toList())
            .doesNotContain("offer=" + offer.id() + "&amp;start=" + start, "Busy " + skill, "Long " + skill);
        for (var other : List.of(milo, cast.admin())) {
            assertThat(booking(id, other)).hasStatusOk().bodyText().doesNotContain("id=\"instead\"");
        }
        offers.publish(milo.id(), offer.id(), false);
        assertThat(booking(id, mentee)).bodyText()
            .contains("Milo " + skill + " has no other free time near it", elsewhere)
            .doesNotContain("offer=" + offer.id());
        offers.publish(milo.id(), offer.id(), true);
        profiles.save(milo.id(), ListedMentors.text("Plain answers", skill), false, clock.instant());
        assertThat(booking(id, mentee)).bodyText().contains(elsewhere).doesNotContain("offer=" + offer.id());
        clock.moveTo(start);
        try {
            assertThat(booking(id, mentee)).bodyText().doesNotContain("id=\"instead\"");
        } finally {
            clock.reset();
        }
    }

    @Test
    void whoseSessionWeCalledOffIsOfferedTheSame() {
        var olga = helping("Olga", 60, 0);
        var id = market.book(mentee.viewer(), market.offer(milo, 0, Confirmation.INSTANT), start);
        cancel.cancel(cast.admin().viewer(), id, "The mentor cannot come.", 0, FormToken.next(), clock.instant());
        assertThat(booking(id, mentee)).bodyText()
            .contains("id=\"instead\"", "/bookings/new?offer=" + olga.id() + "&amp;start=" + start);
    }

    @Test
    void asksAsOftenForManyOthersAsForOne() {
        helping("Olga", 60, 5000);
        lose();
        var few = Queries.of(() -> form(wanted).exchange());
        for (var number = 0; number < 10; number++) {
            helping("Number " + number, 60, 5000 + number);
        }
        assertThat(Queries.of(() -> form(wanted).exchange())).hasSameSizeAs(few);
    }

    @Test
    void saysBothClocksAndWhatToMindAboutThem() {
        clock.moveTo(Instant.parse("2027-03-20T12:00:00Z"));
        try {
            start = Instant.parse("2027-04-02T01:00:00Z");
            assertThat(form(wanted, "?zone=America/New_York")).hasStatusOk()
                .bodyText()
                .containsOnlyOnce("03:00–04:00 in Berlin")
                .contains("Fri 2 April, 03:00–04:00 in Berlin", "Thu 1 April, 21:00–22:00 your time",
                        "Clocks change in Berlin on Sun 28 March: at the session Berlin will be 6 hours ahead of New York,"
                                + " not 5 hours.",
                        "This is 03:00 at night for Milo " + skill);
            var booked = market.book(mentee.viewer(), wanted, start);
            assertThat(mvc.get().uri("/bookings/{id}?zone=America/New_York", booked).with(mentee.login())).hasStatusOk()
                .bodyText()
                .containsOnlyOnce("03:00–04:00 in Berlin")
                .contains("Thu 1 April, 21:00–22:00 your time (New York)", "Clocks change in Berlin on Sun 28 March",
                        "This is 03:00 at night for Milo " + skill);
            accounts.move(mentee.id(), ZoneId.of("America/New_York"), clock.instant());
            assertThat(mvc.get().uri("/bookings/{id}?zone=Europe/Berlin", booked).with(milo.login())).hasStatusOk()
                .bodyText()
                .contains("Fri 2 April, 03:00–04:00 in Berlin",
                        "Thu 1 April, 21:00–22:00 in New York, for " + mentee.name(),
                        "This is 03:00 at night for you.");
            start = Instant.parse("2027-04-02T14:00:00Z");
            assertThat(form(wanted, "?zone=Europe/Paris")).hasStatusOk().bodyText().doesNotContain("class=\"notes\"");
        } finally {
            clock.reset();
        }
    }

    @Test
    void nonsenseIsABadRequest() {
        assertThat(post("/bookings/new").param("elsewhere", "x").param("start", start.toString())).hasStatus(400);
        assertThat(post("/bookings/new").param("start", start.toString())).hasStatus(400);
        assertThat(post("/bookings/new").param("elsewhere", wanted.id().toString()).param("start", "soon"))
            .hasStatus(400);
    }

    private MockMvcRequestBuilder booking(BookingId id, Actor reader) {
        return mvc.get().uri("/bookings/{id}", id).with(reader.login());
    }

    private Actor helper(String name) {
        var mentor = market.open(cast.person(name + " " + skill, Role.MEMBER));
        profiles.save(mentor.id(), ListedMentors.text("Plain answers", skill), true, clock.instant());
        return mentor;
    }

    private OfferTerms helping(String name, int minutes, long minor) {
        return market.offer(helper(name), OfferKind.ONE_ON_ONE, minutes, minor, Confirmation.REQUEST);
    }

    private void lose() {
        market.book(cast.mentee().viewer(), wanted, start);
    }

    private MockMvcRequestBuilder form(OfferTerms offer) {
        return form(offer, "");
    }

    private MockMvcRequestBuilder form(OfferTerms offer, String query) {
        return mvc.get()
            .uri("/bookings/new" + query)
            .param("offer", offer.id().toString())
            .param("start", start.toString())
            .with(mentee.login());
    }

    private MockMvcRequestBuilder send() {
        return words(post("/bookings").param("offer", wanted.id().toString())
            .param("start", start.toString())
            .param("formToken", FormToken.next().toString()));
    }

    private MockMvcRequestBuilder elsewhere(OfferTerms offer) {
        return words(post("/bookings/new").param("elsewhere", offer.id().toString())
            .param("offer", wanted.id().toString())
            .param("start", start.toString())
            .param("instead", start.plus(Duration.ofDays(1)).toString()));
    }

    private static MockMvcRequestBuilder words(MockMvcRequestBuilder request) {
        return request.param("topic", "My topic <b>").param("message", "All my words");
    }

    private MockMvcRequestBuilder post(String uri) {
        return mvc.post().uri(uri).with(formKey()).with(mentee.login());
    }
}
