package com.mentormatch.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingPage;
import com.mentormatch.booking.BookingPages;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.CancelBooking;
import com.mentormatch.booking.MoveBooking;
import com.mentormatch.booking.Outcome;
import com.mentormatch.meeting.MeetingPlace.Kind;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.sandbox.zoom.Call;
import com.mentormatch.sandbox.zoom.Fault;
import com.mentormatch.sandbox.zoom.ZoomStandIn;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.PairTest;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One room for each booking, whatever happens to those who are asked for it. */
class RoomTests extends PairTest {

    @Autowired
    Meetings meetings;
    @Autowired
    ChoosePlace choose;
    @Autowired
    OpenRoom rooms;
    @Autowired
    ReplaceRoom replace;
    @Autowired
    BookingFacts facts;
    @Autowired
    BookingPages pages;
    @Autowired
    MoveBooking move;
    @Autowired
    CancelBooking cancel;
    @Autowired
    ZoomStandIn zoom;

    private OfferTerms offer;
    private List<Instant> starts;

    @BeforeEach
    void people() {
        offer = market.offer(mentor, 0, Confirmation.INSTANT);
        starts = market.starts(offer);
    }

    @AfterEach
    void well() {
        zoom.faults().clear();
    }

    @Test
    void withoutAChoiceEachSessionHasARoomNobodyCanGuess() {
        var one = meeting(book(0));
        var other = meeting(book(4));
        assertThat(one.kind()).isEqualTo(Kind.JITSI);
        assertThat(one.link().toString()).matches(zoom.url() + "/jitsi/mentormatch-[0-9a-f]{32}");
        assertThat(other.link()).isNotEqualTo(one.link());
    }

    @Test
    void anOwnLinkIsCopiedAndFollowedWhenItChanges() {
        own("https://rooms.example/first");
        var id = book(0);
        own("https://rooms.example/second");
        assertThat(meeting(id).link()).hasToString("https://rooms.example/second");
        assertThat(acts(id)).containsExactly("booked", "room-changed");
        choose.choose(mentor.id(), new MeetingPlace(Kind.JITSI, null), clock.instant());
        assertThat(meeting(id).link()).as("agreed is agreed").hasToString("https://rooms.example/second");
        assertThat(meeting(book(4)).kind()).isEqualTo(Kind.JITSI);
    }

    @Test
    void onlySessionsThatFollowALinkAndAreNotOverTellThatItChanged() {
        own("https://rooms.example/first");
        var over = book(0);
        var follows = book(20);
        var followsToo = book(30);
        var other = book(40);
        replace.replace(mentor.viewer(), other, OwnLink.parse("rooms.example/mine").orElseThrow(), clock.instant());
        clock.moveTo(starts.get(0).plus(Duration.ofMinutes(76)));
        own("https://rooms.example/first");
        assertThat(acts(follows)).as("saved as it was").containsExactly("booked");
        own("https://rooms.example/second");
        assertThat(acts(over)).doesNotContain("room-changed");
        assertThat(acts(follows)).containsExactly("booked", "room-changed");
        assertThat(acts(followsToo)).containsExactly("booked", "room-changed");
        assertThat(acts(other)).as("by its own change alone").containsExactly("booked", "room-changed");
    }

    @Test
    void zoomMakesOneMeetingWithEverythingThatWasAgreed() {
        var id = zoomed(0);
        assertThat(meeting(id).link()).as("it follows").isNull();
        tasks.runDue();
        assertThat(zoom.meetingsOf(id)).singleElement().satisfies(made -> {
            assertThat(made.topic()).isEqualTo("Milo Mentor and Mara Mentee: A good hour");
            assertThat(made.start()).isEqualTo(starts.get(0).toString());
            assertThat(made.minutes()).isEqualTo(60);
            assertThat(made.waitingRoom()).isTrue();
            assertThat(made.passcode()).hasSize(8);
            assertThat(made.host()).isEqualTo(mentor.email());
            assertThat(meeting(id).passcode()).isEqualTo(made.passcode());
            assertThat(meeting(id).link().toString()).contains("/j/" + made.id());
        });
        assertThat(meeting(id).asked()).isFalse();
    }

    /** Done there or not, the answer lost or a no: the second try ends with one meeting. */
    @ParameterizedTest
    @EnumSource
    void afterOneFailureThereIsOneMeeting(Fault fault) throws Exception {
        var id = zoomed(0);
        zoom.failNext(Call.CREATE, fault);
        tasks.runDue();
        clock.forward(Duration.ofSeconds(ZoomStandIn.RETRY_AFTER + 5));
        tasks.runDue();
        assertThat(zoom.meetingsOf(id)).hasSize(1);
        assertThat(meeting(id).kind()).isEqualTo(Kind.ZOOM);
        assertThat(meeting(id).link().toString()).contains("/j/" + zoom.meetingsOf(id).getFirst().id());
        assertThat(facts.of(id, clock.instant()).orElseThrow().status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(told(mentor)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN_404", "RATE_LIMITED_429", "ERROR_500", "HANG", "CUT_BODY"})
    void afterTheThirdFailureBothMeetElsewhereAndAreTold(Fault fault) throws Exception {
        var id = zoomed(0);
        zoom.faults().failNext(Call.CREATE, fault, 3);
        zoom.faults().failNext(Call.LIST, Fault.ERROR_500, 2);
        tries(3);
        var meeting = meeting(id);
        assertThat(meeting.kind()).isEqualTo(Kind.JITSI);
        assertThat(meeting.link().toString()).contains("/jitsi/mentormatch-");
        assertThat(facts.of(id, clock.instant()).orElseThrow().status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(told(mentor)).isEqualTo(1);
        assertThat(told(mentee)).isEqualTo(1);
        assertThat(acts(id)).containsExactly("booked", "room-replaced");
        zoom.faults().clear();
        tries(3);
        assertThat(zoom.meetingsOf(id)).as("what was made all the same is removed").isEmpty();
        assertThat(meeting(id).link()).isEqualTo(meeting.link());
        assertThat(told(mentor)).isEqualTo(1);
        assertThat(acts(id)).containsOnlyOnce("room-replaced");
    }

    @Test
    void twoFailuresAreNotYetAReasonToMeetElsewhere() {
        var id = zoomed(0);
        zoom.faults().failNext(Call.CREATE, Fault.ERROR_500, 2);
        tries(1);
        assertThat(meeting(id).kind()).isEqualTo(Kind.ZOOM);
        assertThat(meeting(id).link()).isNull();
        tries(1);
        assertThat(meeting(id).link()).isNotNull();
        assertThat(zoom.meetingsOf(id)).hasSize(1);
    }

    @Test
    void whoeverWantsToBeLeftAloneIsLeftAlone() {
        var id = zoomed(0);
        zoom.failNext(Call.CREATE, Fault.RATE_LIMITED_429);
        tasks.runDue();
        clock.forward(Duration.ofSeconds(ZoomStandIn.RETRY_AFTER - 20));
        tasks.runDue();
        assertThat(meeting(id).link()).isNull();
        clock.forward(Duration.ofSeconds(30));
        tasks.runDue();
        assertThat(meeting(id).link()).isNotNull();
    }

    @Test
    void anExpiredTokenIsRenewedAtOnceAndATokenIsKept() {
        zoomed(0);
        tasks.runDue();
        var tokens = zoom.asked(Call.TOKEN);
        var id = zoomed(4);
        tasks.runDue();
        assertThat(zoom.asked(Call.TOKEN)).isEqualTo(tokens);
        var other = zoomed(8);
        zoom.failNext(Call.CREATE, Fault.EXPIRED_401);
        tasks.runDue();
        assertThat(zoom.asked(Call.TOKEN)).isEqualTo(tokens + 1);
        assertThat(meeting(id).link()).isNotNull();
        assertThat(meeting(other).link()).isNotNull();
    }

    @Test
    void movesReachZoomAndTheRoomStays() throws Exception {
        var id = zoomed(40);
        tasks.runDue();
        var link = meeting(id).link();
        move(id, 60);
        zoom.failNext(Call.UPDATE, Fault.ERROR_500);
        tasks.runDue();
        assertThat(meeting(id).link()).as("it opens all the same").isEqualTo(link);
        tries(1);
        assertThat(zoom.meetingsOf(id)).singleElement()
            .satisfies(moved -> assertThat(moved.start()).isEqualTo(starts.get(60).toString()));
        assertThat(meeting(id).link()).isEqualTo(link);
        assertThat(told(mentor)).isZero();
    }

    @Test
    void movedBeforeItWasMadeItIsMadeAtTheNewTime() {
        var id = zoomed(40);
        zoom.failNext(Call.CREATE, Fault.RESET_AFTER);
        tasks.runDue();
        move(id, 60);
        tries(1);
        assertThat(zoom.meetingsOf(id)).singleElement()
            .satisfies(moved -> assertThat(moved.start()).isEqualTo(starts.get(60).toString()));
    }

    @Test
    void oneThatSomebodyRemovedAtZoomIsMadeAnew() {
        var id = zoomed(40);
        tasks.runDue();
        var gone = zoom.meetingsOf(id).getFirst().id();
        zoom.remove(gone);
        move(id, 60);
        tasks.runDue();
        assertThat(zoom.meetingsOf(id)).singleElement().satisfies(made -> assertThat(made.id()).isNotEqualTo(gone));
        assertThat(meeting(id).link().toString()).contains("/j/" + zoom.meetingsOf(id).getFirst().id());
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR_500", "HANG", "RESET_AFTER", "UNKNOWN_404"})
    void aCancellationRemovesItThere(Fault fault) {
        var id = zoomed(40);
        tasks.runDue();
        cancel(id);
        zoom.failNext(Call.DELETE, fault);
        tasks.runDue();
        tries(1);
        assertThat(zoom.meetingsOf(id)).hasSize(fault == Fault.UNKNOWN_404 ? 1 : 0);
        assertThat(meeting(id).link()).isNull();
        assertThat(meeting(id).atVenue()).isFalse();
    }

    @Test
    void cancelledWhileZoomFailedNothingIsLeftAndNobodyIsToldOfARoom() throws Exception {
        var id = zoomed(40);
        zoom.failNext(Call.CREATE, Fault.HANG_AFTER);
        tasks.runDue();
        cancel(id);
        zoom.faults().failNext(Call.LIST, Fault.ERROR_500, 4);
        tries(6);
        assertThat(zoom.meetingsOf(id)).isEmpty();
        assertThat(meeting(id).link()).isNull();
        assertThat(told(mentor)).isZero();
        assertThat(told(mentee)).isZero();
    }

    @Test
    void anotherLinkForOneSessionTakesThePlaceOfItsRoom() {
        var id = zoomed(40);
        tasks.runDue();
        var link = OwnLink.parse("rooms.example/mine").orElseThrow();
        assertThat(replace.replace(mentee.viewer(), id, link, clock.instant()))
            .contains(MeetingRefusal.ONLY_MENTOR_CHOOSES_ROOM);
        for (var twice = 0; twice < 2; twice++) {
            assertThat(replace.replace(mentor.viewer(), id, link, clock.instant())).isEmpty();
        }
        tasks.runDue();
        assertThat(pages.show(mentee.viewer(), id, clock.instant()).orElseThrow().timeline()).last().satisfies(step -> {
            assertThat(step.act()).isEqualTo("room-changed");
            assertThat(step.actor()).isEqualTo("Milo Mentor");
        });
        assertThat(acts(id)).containsExactly("booked", "room-changed");
        assertThat(meeting(id).link()).hasToString("https://rooms.example/mine");
        assertThat(zoom.meetingsOf(id)).isEmpty();
    }

    @Test
    void askedForTwiceItIsTheSameRoom() {
        var id = book(0);
        var link = meeting(id).link();
        rooms.open(facts.of(id, clock.instant()).orElseThrow(), clock.instant());
        assertThat(meeting(id).link()).isEqualTo(link);
    }

    private BookingId book(int start) {
        return market.book(mentee.viewer(), offer, starts.get(start));
    }

    private BookingId zoomed(int start) {
        choose.choose(mentor.id(), new MeetingPlace(Kind.ZOOM, null), clock.instant());
        return book(start);
    }

    private void own(String link) {
        choose.choose(mentor.id(), new MeetingPlace(Kind.OWN_LINK, OwnLink.parse(link).orElseThrow()), clock.instant());
    }

    private Meeting meeting(BookingId id) {
        return meetings.findById(id).orElseThrow();
    }

    private void move(BookingId id, int start) {
        assertThat(move.move(mentee.viewer(), id, starts.get(start), FormToken.next(), clock.instant()))
            .isEqualTo(new Outcome.Done(id));
    }

    private void cancel(BookingId id) {
        assertThat(cancel.cancel(mentee.viewer(), id, null, 0, FormToken.next(), clock.instant()))
            .isEqualTo(new Outcome.Done(id));
    }

    private List<String> acts(BookingId id) {
        return pages.show(mentor.viewer(), id, clock.instant())
            .orElseThrow()
            .timeline()
            .stream()
            .map(BookingPage.Step::act)
            .toList();
    }

    /** Longer between them than any pause. */
    private void tries(int times) {
        for (var i = 0; i < times; i++) {
            tasks.runDue();
            clock.forward(Duration.ofMinutes(61));
        }
        tasks.runDue();
    }

    private int told(Actor reader) throws MessagingException {
        tasks.runDue();
        return inbox(reader).subjects("Another room").size();
    }
}
