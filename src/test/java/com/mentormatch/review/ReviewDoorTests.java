package com.mentormatch.review;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mentormatch.account.EditAccount;
import com.mentormatch.booking.BookingId;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.TestClock;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** The doors at which reviews are written, answered, reported and read. */
@IntegrationTest
class ReviewDoorTests {

    private static final String HOSTILE = "<script>alert(1)</script> \"' & مرحبا";

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Market market;
    @Autowired
    Cast cast;
    @Autowired
    Mentors mentors;
    @Autowired
    ReviewPages pages;
    @Autowired
    EditAccount accounts;
    @Autowired
    TestClock clock;

    private Actor mentor;
    private Actor mentee;
    private OfferTerms offer;
    private BookingId booking;

    @BeforeEach
    void completed() {
        mentor = market.mentor();
        mentee = cast.mentee();
        offer = market.offer(mentor, 0, Confirmation.INSTANT);
        booking = market.completed(mentee, offer);
    }

    @AfterEach
    void time() {
        clock.reset();
    }

    @Test
    void theBookingAndTheHomeAskTheMenteeAlone() {
        assertThat(page(mentee, "/bookings/" + booking)).hasStatusOk()
            .bodyText()
            .contains("How was it with Milo Mentor?", "action=\"/bookings/" + booking + "/review\"",
                    "type=\"radio\" name=\"stars\" value=\"5\"", "as written by “Mara M.”");
        assertThat(page(mentor, "/bookings/" + booking)).hasStatusOk()
            .bodyText()
            .doesNotContain("/bookings/" + booking + "/review");
        assertThat(page(mentee, "/home")).hasStatusOk().bodyText().contains("/bookings/" + booking + "/review");
        assertThat(page(mentor, "/home")).hasStatusOk().bodyText().doesNotContain("/bookings/" + booking + "/review");
        var coming = market.book(mentee, offer);
        assertThat(page(mentee, "/bookings/" + coming)).hasStatusOk().bodyText().doesNotContain(coming + "/review");
        assertThat(page(mentee, "/bookings/" + coming + "/review")).hasStatus(303)
            .hasHeader("Location", "/bookings/" + coming);
        assertThat(write(mentee, coming, "5", FormToken.next())).hasStatus(400)
            .bodyText()
            .contains("Can only review completed sessions");
    }

    @Test
    void aReviewLeadsBackToTheBookingAndStandsOnTheProfileAndTheCard() {
        var token = FormToken.next();
        assertThat(write(mentee, booking, "4", token).param("comment", HOSTILE)).hasStatus(303)
            .hasHeader("Location", "/bookings/" + booking);
        assertThat(write(mentee, booking, "4", token)).as("the same click twice").hasStatus(303);
        assertThat(write(mentee, booking, "1", FormToken.next())).hasStatus(409)
            .bodyText()
            .contains("You have already reviewed this session", "&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(mvc.get().uri(profile())).hasStatusOk()
            .bodyText()
            .contains("<strong>4.0</strong>", "1 rating", "4 of 5 stars", "Mara M.", "&lt;script&gt;alert(1)")
            .doesNotContain("Mara Mentee", "<script>alert");
        assertThat(page(mentee, "/home")).bodyText().doesNotContain("/bookings/" + booking + "/review");
    }

    @Test
    void htmxGetsTheRegion() {
        assertThat(write(mentee, booking, "5", FormToken.next()).header("HX-Request", "true")).hasStatusOk()
            .bodyText()
            .startsWith("<section id=\"booking-" + booking + "-review\"")
            .contains("5 of 5 stars", "Delete this review");
        assertThat(write(mentee, booking, "5", FormToken.next()).header("HX-Request", "true")).hasStatus(409)
            .bodyText()
            .startsWith("<section id=\"booking-" + booking + "-review\"")
            .contains("You have already reviewed this session");
    }

    @Test
    void whatIsWrongIsCorrectedWithEveryWordKept() {
        for (var htmx : new boolean[]{false, true}) {
            var request = write(mentee, booking, "", FormToken.next()).param("comment", "Half a sentence")
                .param("privately", "true");
            assertThat(htmx ? request.header("HX-Request", "true") : request).hasStatus(422)
                .bodyText()
                .contains("Choose one to five stars", "Half a sentence", "name=\"privately\" value=\"true\" checked");
        }
        for (var stars : new String[]{"0", "6", "many"}) {
            assertThat(write(mentee, booking, stars, FormToken.next())).hasStatus(422)
                .bodyText()
                .contains("Choose one to five stars");
        }
        assertThat(write(mentee, booking, "3", FormToken.next()).param("comment", "long ".repeat(250))).hasStatus(422)
            .bodyText()
            .contains("A review has at most 1,000 characters", "long long", "value=\"3\" required checked");
        assertThat(post(mentee, "").param("stars", "3")).hasStatus(400);
    }

    @Test
    void theMentorRepliesChangesAndTakesBack() {
        write(mentee, booking, "5", FormToken.next()).exchange();
        assertThat(post(mentor, "/reply").param("reply", " ")).hasStatus(422)
            .bodyText()
            .contains("Write a reply first");
        assertThat(post(mentor, "/reply").param("reply", "y".repeat(1001))).hasStatus(422)
            .bodyText()
            .contains("A reply has at most 1,000 characters", "yyyy");
        assertThat(post(mentor, "/reply").param("reply", HOSTILE)).hasStatus(303);
        assertThat(mvc.get().uri(profile())).bodyText().contains("Milo Mentor replied", "&lt;script&gt;alert(1)");
        assertThat(post(mentor, "/reply").param("reply", "Thank you").header("HX-Request", "true")).hasStatusOk()
            .bodyText()
            .contains("Thank you", "Change your reply");
        assertThat(post(mentee, "/reply").param("reply", "No")).hasStatus(403)
            .bodyText()
            .contains("Only the mentor can reply to this review");
        assertThat(post(mentor, "/reply/removal")).hasStatus(303);
        assertThat(post(mentor, "/reply/removal")).as("twice").hasStatus(303);
        assertThat(mvc.get().uri(profile())).bodyText().doesNotContain("Milo Mentor replied");
    }

    @Test
    void theAuthorDeletesForGood() {
        write(mentee, booking, "1", FormToken.next()).param("comment", "In anger").exchange();
        assertThat(post(mentor, "/removal")).hasStatus(403);
        assertThat(post(mentee, "/removal")).hasStatus(303);
        assertThat(post(mentee, "/removal").header("HX-Request", "true")).as("twice, by htmx")
            .hasStatusOk()
            .bodyText()
            .contains("You deleted your review");
        assertThat(mvc.get().uri(profile())).bodyText().doesNotContain("In anger").contains("No reviews yet.");
        assertThat(write(mentee, booking, "5", FormToken.next())).hasStatus(409);
    }

    @Test
    void aReviewIsReportedByWhoeverReadsIt() {
        write(mentee, booking, "2", FormToken.next()).exchange();
        var path = "/reviews/" + said().id() + "/report";
        var stranger = cast.stranger();
        assertThat(mvc.get().uri(profile())).bodyText().contains(path);
        assertThat(page(stranger, path)).hasStatusOk().bodyText().contains("Report a review", "Mara M.");
        assertThat(report(stranger, path, "")).hasStatus(422).bodyText().contains("Say what is wrong with it");
        assertThat(report(stranger, path, "z".repeat(501))).hasStatus(422).bodyText().contains("zzz", "500 characters");
        assertThat(report(stranger, path, "Not about the session").header("HX-Request", "true")).hasStatusOk()
            .bodyText()
            .startsWith("<section id=\"report\"")
            .contains("We look at every report");
        assertThat(report(stranger, path, "Still not")).hasStatus(409)
            .bodyText()
            .contains("You have already reported this review", "Still not");
        assertThat(page(mentee, path)).hasStatus(403).bodyText().contains("You wrote this review yourself");
        assertThat(mvc.post().uri(path).with(formKey()).with(stranger.login()).param("reason", "x")).hasStatus(400);
    }

    @Test
    void anAdminJudgesInPlace() {
        write(mentee, booking, "2", FormToken.next()).param("comment", HOSTILE).exchange();
        var id = said().id();
        report(mentor, "/reviews/" + id + "/report", HOSTILE).exchange();
        var admin = cast.admin();
        var hiding = "/admin/reviews/" + id + "/hiding";
        assertThat(page(admin, "/admin/reviews")).hasStatusOk()
            .bodyText()
            .contains("Milo Mentor reported it", hiding, "/admin/reviews/" + id + "/dismissal",
                    "&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(judge(admin, hiding, " ")).hasStatus(422).bodyText().contains("Say why");
        assertThat(judge(admin, hiding, "r".repeat(501)).header("HX-Request", "true")).hasStatus(422)
            .bodyText()
            .startsWith("<div id=\"judged-reviews\"")
            .contains("A reason has at most 500 characters", "rrrr");
        assertThat(judge(admin, hiding, "Insults")).hasStatus(303)
            .hasHeader("Location", "/admin/reviews?show=REPORTED");
        assertThat(judge(admin, hiding, "Insults").header("HX-Request", "true")).hasStatus(409)
            .bodyText()
            .contains("This review is hidden already");
        assertThat(page(admin, "/admin/reviews?show=HIDDEN")).bodyText().contains("Insults", id + "/showing");
        assertThat(page(mentee, "/bookings/" + booking)).bodyText()
            .contains("MentorMatch took this review off the profile", "Insults");
        assertThat(mvc.get().uri(profile())).bodyText().contains("No reviews yet.");
        assertThat(judge(mentor, hiding, "Mine")).hasStatus(403);
        assertThat(judge(admin, "/admin/reviews/" + id + "/showing", "It was fair").header("HX-Request", "true"))
            .hasStatusOk();
        assertThat(mvc.get().uri(profile())).bodyText().contains("2 of 5 stars");
    }

    @Test
    void theListGoesOnByLinkAndByHtmx() {
        for (var number = 0; number < 12; number++) {
            write(mentee, market.completed(mentee, offer), "5", FormToken.next()).exchange();
        }
        var more = pages.list(mentors.byId(mentor.id()).orElseThrow(), null, ZoneId.of("Europe/Berlin")).more();
        var next = profile() + "/reviews?after=" + more;
        assertThat(mvc.get().uri(profile())).bodyText().contains("href=\"" + next + "\"", "hx-get=\"" + next + "\"");
        assertThat(mvc.get().uri(next)).hasStatusOk()
            .bodyText()
            .contains("Reviews of Milo Mentor", "Back to the first");
        assertThat(mvc.get().uri(next).header("HX-Request", "true")).hasStatusOk()
            .bodyText()
            .doesNotContain("<html", "Show more")
            .contains("5 of 5 stars");
    }

    /** Kept by a visitor's browser until something of it is another. */
    @Test
    void visitorsAreToldWhenSomethingChanged() {
        write(mentee, booking, "5", FormToken.next()).exchange();
        for (var change : List.<Runnable>of(() -> post(mentor, "/reply").param("reply", "Thanks").exchange(),
                () -> accounts.edit(mentee.viewer(), "Maren Mentee", "Europe/Berlin", "en", clock.instant()),
                () -> post(mentee, "/removal").exchange())) {
            for (var path : List.of(profile(), profile() + "/reviews")) {
                var before = mvc.get().uri(path).exchange();
                assertThat(before).hasStatusOk().cookies().isEmpty();
                var tag = before.getResponse().getHeader("ETag");
                assertThat(tag).isNotBlank();
                change.run();
                await().untilAsserted(
                        () -> assertThat(mvc.get().uri(path).header("If-None-Match", tag)).as(path).hasStatusOk());
            }
        }
    }

    private Said said() {
        return pages.show(mentee.viewer(), booking, clock.instant()).orElseThrow().said();
    }

    private String profile() {
        return "/mentors/" + mentors.byId(mentor.id()).orElseThrow().slug();
    }

    private MockMvcRequestBuilder page(Actor person, String path) {
        return mvc.get().uri(path).with(person.login());
    }

    private MockMvcRequestBuilder write(Actor person, BookingId id, String stars, FormToken token) {
        return mvc.post()
            .uri("/bookings/" + id + "/review")
            .with(formKey())
            .with(person.login())
            .param("stars", stars)
            .param("formToken", token.toString());
    }

    private MockMvcRequestBuilder post(Actor person, String what) {
        return mvc.post().uri("/bookings/" + booking + "/review" + what).with(formKey()).with(person.login());
    }

    private MockMvcRequestBuilder judge(Actor person, String path, String reason) {
        return mvc.post().uri(path).with(formKey()).with(person.login()).param("reason", reason);
    }

    private MockMvcRequestBuilder report(Actor person, String path, String reason) {
        return mvc.post()
            .uri(path)
            .with(formKey())
            .with(person.login())
            .param("reason", reason)
            .param("formToken", FormToken.next().toString());
    }
}
