package com.mentormatch.meeting.web;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.mentormatch.booking.Arrivals;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.CancelBooking;
import com.mentormatch.meeting.ChoosePlace;
import com.mentormatch.meeting.MeetingPlace.Kind;
import com.mentormatch.meeting.MeetingPlace;
import com.mentormatch.meeting.OwnLink;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.sandbox.zoom.Call;
import com.mentormatch.sandbox.zoom.Fault;
import com.mentormatch.sandbox.zoom.ZoomStandIn;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.PairTest;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The door to the room: who gets in, when, and that nothing else says where it is. */
class JoinDoorTests extends PairTest {

    /** No other test and no page uses this word. */
    private static final String SECRET = "wisteria-lane-7781";
    private static final String ROOM = "https://rooms.example/" + SECRET;

    @Autowired
    Mentors mentors;
    @Autowired
    ChoosePlace choose;
    @Autowired
    CancelBooking cancel;
    @Autowired
    Arrivals arrivals;
    @Autowired
    ZoomStandIn zoom;

    private OfferTerms offer;
    private Instant start;
    private BookingId id;

    @BeforeEach
    void booked() {
        offer = market.offer(mentor, 0, Confirmation.INSTANT);
        choose.choose(mentor.id(), new MeetingPlace(Kind.OWN_LINK, OwnLink.parse(ROOM).orElseThrow()), clock.instant());
        start = market.starts(offer).get(10);
        id = market.book(mentee.viewer(), offer, start);
    }

    @AfterEach
    void time() {
        zoom.faults().clear();
    }

    @Test
    void itOpensAQuarterOfAnHourBeforeTheStart() {
        at(Duration.ofMinutes(-16));
        assertThat(get(mentee)).hasStatusOk()
            .bodyText()
            .contains("You meet Milo Mentor here", "The door opens in", "class=\"countdown\"", "countdown.js")
            .doesNotContain("<button id=\"join-button\"");
        assertThat(post(mentee)).hasStatus(409).bodyText().contains("The door is not open yet");
        at(Duration.ofMinutes(-15));
        assertThat(get(mentee)).hasStatusOk()
            .bodyText()
            .contains("Join your session with Milo Mentor", "<button id=\"join-button\"");
        assertThat(post(mentee)).hasStatus(303).hasHeader("Location", ROOM);
        assertThat(post(mentor)).hasStatus(303).hasHeader("Location", ROOM);
    }

    @Test
    void itShutsAQuarterOfAnHourAfterTheEnd() {
        at(Duration.ofMinutes(74));
        assertThat(post(mentee)).hasStatus(303);
        at(Duration.ofMinutes(75));
        assertThat(get(mentee)).hasStatusOk()
            .bodyText()
            .contains("is over", "Did not join")
            .doesNotContain("<button id=\"join-button\"");
        assertThat(post(mentor)).hasStatus(409).bodyText().contains("This session is over");
        assertThat(arrivals.of(id)).extracting(Arrivals.Arrival::account).containsExactly(mentee.id());
    }

    @Test
    void forAnybodyElseItDoesNotExist() {
        at(Duration.ofMinutes(-5));
        for (var other : List.of(cast.stranger(), cast.admin(), market.mentor())) {
            assertThat(get(other)).hasStatus(404);
            assertThat(post(other)).hasStatus(404);
        }
        assertThat(mvc.get().uri("/bookings/{id}/join", BookingId.next()).with(mentee.login())).hasStatus(404);
        assertThat(arrivals.of(id)).isEmpty();
    }

    @Test
    void lookingChangesNothingAndJoiningIsWrittenDownOnceAClick() {
        at(Duration.ofMinutes(-5));
        get(mentee);
        assertThat(arrivals.of(id)).isEmpty();
        var token = FormToken.next();
        post(mentee, token);
        assertThat(post(mentee, token)).hasStatus(303).hasHeader("Location", ROOM);
        assertThat(arrivals.of(id)).singleElement().satisfies(one -> assertThat(one.times()).isEqualTo(1));
        clock.forward(Duration.ofMinutes(10));
        post(mentee);
        post(mentor);
        assertThat(arrivals.of(id)).extracting(Arrivals.Arrival::account, Arrivals.Arrival::times)
            .containsExactly(tuple(mentee.id(), 2), tuple(mentor.id(), 1));
        assertThat(arrivals.of(id).getFirst().first()).isBefore(start);
        assertThat(get(mentor)).bodyText().contains("Join again", "Milo Mentor (you)", "Joined ");
    }

    @Test
    void theRegionAsksForItselfAndIsAnsweredOnlyWhenSomethingChanged() {
        at(Duration.ofMinutes(-5));
        assertThat(region(mentee, "OPEN-false-0")).hasStatus(204);
        post(mentor);
        assertThat(region(mentee, "OPEN-false-0")).hasStatusOk()
            .bodyText()
            .contains("id=\"join\"", "seen=OPEN-false-1", "Milo Mentor")
            .doesNotContain("<html", SECRET);
        assertThat(region(mentee, "nonsense")).hasStatusOk();
        assertThat(post(mentee, FormToken.next(), true)).hasStatus(204).hasHeader("HX-Redirect", ROOM);
    }

    @Test
    void thePageLetsItsFormLeadAwayAndNoOtherDoes() {
        at(Duration.ofMinutes(-5));
        assertThat(get(mentee).getResponse().getHeader("Content-Security-Policy"))
            .endsWith("form-action 'self' https: http:");
        assertThat(page(mentee, "/bookings/" + id).getResponse().getHeader("Content-Security-Policy"))
            .doesNotContain("https: http:");
    }

    @Test
    void signingInInBetweenLeadsBackHere() {
        assertThat(mvc.get().uri("/bookings/{id}/join", id).header("Accept", "text/html")).hasStatus(303)
            .hasHeader("Location", "/sign-in?return=%2Fbookings%2F" + id + "%2Fjoin");
    }

    @Test
    void whatIsCancelledLeadsToItsPageAndToNoRoom() {
        cancel.cancel(mentee.viewer(), id, null, 0, FormToken.next(), clock.instant());
        at(Duration.ofMinutes(-5));
        assertThat(get(mentee)).hasStatus(303).hasHeader("Location", "/bookings/" + id);
        assertThat(post(mentor)).hasStatus(303).hasHeader("Location", "/bookings/" + id);
        assertThat(arrivals.of(id)).isEmpty();
    }

    @Test
    void theLinkIsNowhereButBehindTheDoor() throws Exception {
        tasks.runDue();
        var seen = new ArrayList<String>();
        for (var message : mails()) {
            text(message, seen);
        }
        assertThat(String.join("\n", seen)).contains("/bookings/" + id + "/join");
        var admin = cast.admin();
        for (var minutes : List.of(-600, -5, 5, 80, 6000)) {
            at(Duration.ofMinutes(minutes));
            for (var reader : List.of(mentor, mentee, admin)) {
                for (var place : List.of("/home", "/bookings", "/bookings?as=MENTOR", "/bookings?show=PAST",
                        "/bookings/" + id, "/bookings/" + id + "/join", "/bookings/" + id + "/invitation.ics",
                        "/bookings/" + id + "/room", "/bookings/" + id + "/move", "/bookings/" + id + "/payment",
                        "/mentors/" + mentors.byId(mentor.id()).orElseThrow().slug())) {
                    seen.add(body(page(reader, place)));
                }
            }
            seen.add(body(page(mentee, "/mentor/meeting-place")));
        }
        assertThat(String.join("\n", seen)).doesNotContain(SECRET);
        assertThat(body(page(mentor, "/mentor/meeting-place"))).as("the one who typed it").contains(SECRET);
    }

    @Test
    void invitationsLeadToTheDoor() {
        assertThat(body(page(mentee, "/bookings/" + id + "/invitation.ics")).replace("\r\n ", ""))
            .containsPattern("LOCATION:http://localhost:\\d+/bookings/" + id + "/join")
            .containsPattern("URL:http://localhost:\\d+/bookings/" + id + "/join");
    }

    @Test
    void theBookingSaysWhereAndWhen() {
        assertThat(page(mentee, "/bookings/" + id)).bodyText()
            .contains("Online, in a room Milo Mentor brings along", "It opens ", "See who is there")
            .as("on a phone, too, when comes before the rest")
            .containsSubsequence("id=\"facts\"", "id=\"where\"", "id=\"timeline\"")
            .doesNotContain("Use another link");
        assertThat(page(mentor, "/bookings/" + id)).bodyText().contains("Use another link");
        assertThat(page(cast.admin(), "/bookings/" + id)).bodyText()
            .contains("Online, in a room Milo Mentor brings along")
            .doesNotContain("/bookings/" + id + "/join");
        at(Duration.ofMinutes(-5));
        assertThat(page(mentee, "/bookings/" + id)).bodyText()
            .contains("Join the session")
            .as("what is to be done now comes first")
            .containsSubsequence("id=\"where\"", "id=\"facts\"");
        assertThat(page(mentee,
                "/bookings/" + market.book(mentee, market.offer(market.mentor(), 0, Confirmation.REQUEST))))
            .bodyText()
            .doesNotContain("id=\"where\"");
    }

    @Test
    void zoomLetsTheMentorInAsTheHost() {
        zoomed();
        tasks.runDue();
        assertThat(page(mentee, "/bookings/" + id)).bodyText().contains("Online, on Zoom");
        at(Duration.ofMinutes(-5));
        var made = zoom.meetingsOf(id).getFirst();
        assertThat(post(mentor).getResponse().getHeader("Location")).contains("/s/" + made.id(), "zak=");
        assertThat(post(mentee).getResponse().getHeader("Location")).contains("/j/" + made.id());
        assertThat(get(mentee)).bodyText().contains(made.passcode());
        zoom.failNext(Call.GET, Fault.ERROR_500);
        assertThat(post(mentor).getResponse().getHeader("Location")).as("better than not at all")
            .contains("/j/" + made.id());
    }

    @Test
    void whoeverComesWhileTheLinkFollowsIsLedToAnotherRoomAndBothAreTold() throws MessagingException {
        zoomed();
        zoom.failNext(Call.CREATE, Fault.HANG_AFTER);
        tasks.runDue();
        assertThat(page(mentee, "/bookings/" + id)).bodyText().contains("The link follows");
        at(Duration.ofMinutes(-10));
        assertThat(get(mentee)).bodyText().contains("still being made");
        var room = post(mentee).getResponse().getHeader("Location");
        assertThat(room).contains("/jitsi/mentormatch-");
        assertThat(post(mentor)).hasHeader("Location", room);
        tasks.runDue();
        assertThat(zoom.meetingsOf(id)).as("not two rooms").isEmpty();
        assertThat(mails().stream().map(GreenMailUtil::getWholeMessage))
            .filteredOn(mail -> mail.contains("Another room"))
            .hasSize(2);
    }

    @Test
    void noLinkFollowsToWhatIsCancelled() {
        zoomed();
        zoom.failNext(Call.CREATE, Fault.HANG_AFTER);
        tasks.runDue();
        assertThat(page(cast.admin(), "/bookings/" + id)).bodyText().contains("The link follows");
        cancel.cancel(mentee.viewer(), id, null, 0, FormToken.next(), clock.instant());
        assertThat(page(cast.admin(), "/bookings/" + id)).bodyText().doesNotContain("The link follows");
    }

    @Test
    void aMentorChoosesAPlace() {
        assertThat(place("JITSI", "")).hasStatus(303).hasHeader("Location", "/mentor/meeting-place");
        assertThat(page(mentor, "/mentor/meeting-place")).hasStatusOk()
            .bodyText()
            .contains("A Zoom meeting", SECRET)
            .containsPattern("value=\"JITSI\" checked");
        assertThat(place("OWN_LINK", "javascript:alert('" + SECRET + "')")).hasStatus(422)
            .bodyText()
            .contains("Enter a web address", "javascript:alert(&#39;" + SECRET);
        assertThat(place("", "")).hasStatus(422).bodyText().contains("Choose where your sessions take place");
        assertThat(place("NONSENSE", ROOM)).hasStatus(422);
        assertThat(place("OWN_LINK", "rooms.example/new").header("HX-Request", "true")).hasStatus(204)
            .hasHeader("HX-Redirect", "/mentor/meeting-place");
        assertThat(place("OWN_LINK", "nowhere").header("HX-Request", "true")).hasStatus(422)
            .bodyText()
            .contains("id=\"place-form\"")
            .doesNotContain("<html");
        assertThat(page(mentee, "/mentor/meeting-place")).hasStatus(302);
    }

    @Test
    void aMentorBringsAnotherLinkForOneSession() {
        assertThat(room("not a link")).hasStatus(422).bodyText().contains("Enter a web address", "not a link");
        assertThat(room("https://rooms.example/other")).hasStatus(303).hasHeader("Location", "/bookings/" + id);
        assertThat(page(mentee, "/bookings/" + id + "/room")).hasStatus(403)
            .bodyText()
            .contains("Only the mentor can choose");
        at(Duration.ofMinutes(-5));
        assertThat(post(mentee)).hasHeader("Location", "https://rooms.example/other");
        at(Duration.ofMinutes(80));
        assertThat(room("https://rooms.example/late")).hasStatus(409);
    }

    /** To the two of them. */
    private List<MimeMessage> mails() throws MessagingException {
        return Stream.concat(inbox(mentor).mails().stream(), inbox(mentee).mails().stream()).toList();
    }

    private void zoomed() {
        choose.choose(mentor.id(), new MeetingPlace(Kind.ZOOM, null), clock.instant());
        start = market.starts(offer).get(20);
        id = market.book(mentee.viewer(), offer, start);
    }

    private void at(Duration afterStart) {
        clock.moveTo(start.plus(afterStart));
    }

    private MvcTestResult get(Actor who) {
        return page(who, "/bookings/" + id + "/join");
    }

    private MvcTestResult page(Actor who, String path) {
        return mvc.get().uri(path).with(who.login()).exchange();
    }

    private MvcTestResult region(Actor who, String seen) {
        return mvc.get()
            .uri("/bookings/{id}/join?seen={seen}", id, seen)
            .header("HX-Request", "true")
            .with(who.login())
            .exchange();
    }

    private MvcTestResult post(Actor who) {
        return post(who, FormToken.next());
    }

    private MvcTestResult post(Actor who, FormToken token) {
        return post(who, token, false);
    }

    private MvcTestResult post(Actor who, FormToken token, boolean htmx) {
        var request = mvc.post()
            .uri("/bookings/{id}/join", id)
            .param("formToken", token.toString())
            .with(formKey())
            .with(who.login());
        return (htmx ? request.header("HX-Request", "true") : request).exchange();
    }

    private MockMvcRequestBuilder place(String kind, String link) {
        return mvc.post()
            .uri("/mentor/meeting-place")
            .param("kind", kind)
            .param("link", link)
            .with(formKey())
            .with(mentor.login());
    }

    private MockMvcRequestBuilder room(String link) {
        return mvc.post().uri("/bookings/{id}/room", id).param("link", link).with(formKey()).with(mentor.login());
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static void text(Part part, List<String> into) throws Exception {
        if (part.getContent() instanceof Multipart parts) {
            for (var at = 0; at < parts.getCount(); at++) {
                BodyPart each = parts.getBodyPart(at);
                text(each, into);
            }
        } else {
            into.add(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
