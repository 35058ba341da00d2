package com.mentormatch.notification;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mentormatch.account.DeleteAccount;
import com.mentormatch.booking.BookingEvent;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.Transactions;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.PairTest;
import com.mentormatch.testing.Queries;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** What the bell says, to whom, and what becomes of it. */
class NoticesTests extends PairTest {

    @Autowired
    DeleteAccount delete;
    @Autowired
    BookingFacts facts;
    @Autowired
    Notices notices;
    @Autowired
    Transactions transactions;
    @Autowired
    ApplicationEventPublisher events;
    private OfferTerms offer;

    @BeforeEach
    void people() {
        offer = market.offer(mentor, 0, Confirmation.REQUEST);
    }

    @Test
    void aRequestRingsWithTheMentorWhoOpensIt() {
        var booking = market.book(mentee, offer);
        assertThat(notices.count(mentee.id())).as("whoever asked knows").isZero();
        assertThat(page(mentor, "/home")).hasStatusOk().bodyText().contains("href=\"/notices\"", "1 unread");
        assertThat(page(mentor, "/notices")).hasStatusOk()
            .bodyText()
            .contains("Mara Mentee asks for a session on", "in Berlin", "Mark all as read");
        assertThat(notices.count(mentor.id())).as("looking is not reading").isEqualTo(1);
        var id = only(mentor);
        assertThat(read(mentee, id)).hasStatus(404);
        assertThat(read(mentor, id).param("open", "true")).hasStatus(303).hasHeader("Location", "/bookings/" + booking);
        assertThat(read(mentor, id).param("open", "true")).as("twice").hasStatus(303);
        assertThat(notices.count(mentor.id())).isZero();
        assertThat(page(mentor, "/notices")).bodyText()
            .contains("Mara Mentee asks for a session on")
            .doesNotContain("Mark all as read", "1 unread");
    }

    @Test
    void htmxMarksInPlaceAndTellsTheBell() {
        market.book(mentee, offer);
        assertThat(page(mentor, "/notices/count")).hasStatusOk().bodyText().contains("1 unread");
        assertThat(read(mentor, only(mentor)).header("HX-Request", "true")).hasStatusOk()
            .hasHeader("HX-Trigger", "notices-changed")
            .bodyText()
            .startsWith("<div id=\"notices\"")
            .doesNotContain("Mark as read");
        assertThat(page(mentor, "/notices/count")).hasStatusOk().bodyText().doesNotContain("unread");
    }

    @Test
    void allAreReadUpToTheOneThatWasSeen() {
        var other = cast.mentee();
        market.book(mentee, offer);
        var seen = only(mentor);
        market.book(other, offer);
        var request = mvc.post().uri("/notices/reading").with(formKey()).with(mentor.login());
        assertThat(request.param("upTo", seen.toString())).hasStatus(303).hasHeader("Location", "/notices");
        assertThat(notices.list(mentor.id(), null, 9)).extracting(Notices.Row::read).containsExactly(false, true);
        assertThat(mvc.post().uri("/notices/reading").with(formKey()).with(mentor.login())).hasStatus(400);
    }

    @Test
    void whatIsOvertakenUnreadIsTakenBack() {
        var first = market.book(mentee, offer);
        deeds.withdraw(mentee, first);
        assertThat(notices.list(mentor.id(), null, 9)).isEmpty();
        var second = market.book(mentee, offer);
        notices.read(mentor.id(), only(mentor), clock.instant());
        deeds.withdraw(mentee, second);
        assertThat(notices.list(mentor.id(), null, 9)).as("what was read stays").hasSize(1);
    }

    @Test
    void whoeverDidItIsNotTold() {
        var instant = market.offer(mentor, 0, Confirmation.INSTANT);
        var booking = market.book(mentee, instant);
        assertThat(notices.list(mentee.id(), null, 9)).isEmpty();
        assertThat(notices.list(mentor.id(), null, 9)).extracting(Notices.Row::kind)
            .containsExactly(MailKind.CONFIRMED);
        deeds.cancel(mentor, booking, 0);
        assertThat(notices.list(mentor.id(), null, 9)).isEmpty();
        assertThat(notices.list(mentee.id(), null, 9)).extracting(Notices.Row::kind)
            .containsExactly(MailKind.CANCELLED);
    }

    @Test
    void itIsToldWithTheChangeAndOnce() {
        var booking = market.book(mentee, offer);
        var event = new BookingEvent.Declined(booking, "Away", false, clock.instant());
        assertThatThrownBy(() -> transactions.run(() -> {
            events.publishEvent(event);
            throw new IllegalStateException("rolled back");
        })).hasMessage("rolled back");
        assertThat(notices.list(mentee.id(), null, 9)).isEmpty();
        transactions.run(() -> events.publishEvent(event));
        transactions.run(() -> events.publishEvent(event));
        assertThat(notices.list(mentee.id(), null, 9)).hasSize(1);
    }

    @Test
    void nothingIsKeptOfWhoLeaves() {
        var booking = market.book(mentee, offer);
        deeds.decline(mentor, booking, "Away");
        assertThat(notices.list(mentee.id(), null, 9)).hasSize(1);
        assertThat(delete.delete(mentee.viewer(), mentee.email(), Cast.PASSWORD, clock.instant())).isEmpty();
        assertThat(notices.list(mentee.id(), null, 9)).isEmpty();
    }

    @Test
    void theListGoesOnWhereItEnded() {
        var booking = market.book(mentee, offer);
        for (var number = 0; number < 22; number++) {
            tell(mentor, booking, "more " + number);
        }
        var first = body(mentor, "/notices");
        assertThat(first).contains("rel=\"next\"");
        var more = first.replaceAll("(?s).*href=\"/notices\\?after=([0-9a-f-]+)\".*", "$1");
        assertThat(body(mentor, "/notices?after=" + more)).contains("Mara Mentee asks", "Back to the first")
            .doesNotContain("rel=\"next\"");
        assertThat(page(mentor, "/notices?after=nonsense")).hasStatusOk();
        assertThat(notices.count(mentor.id())).isEqualTo(23);
    }

    /** However many there are, the number in the header is one short query, and visitors pay nothing for it. */
    @Test
    void theBellIsCheap() {
        var booking = market.book(mentee, offer);
        body(mentor, "/notices");
        var few = Queries.of(() -> body(mentor, "/notices"));
        for (var number = 0; number < 12; number++) {
            tell(mentor, booking, "many " + number);
        }
        assertThat(Queries.of(() -> body(mentor, "/notices"))).hasSameSizeAs(few);
        assertThat(Queries.of(() -> body(mentor, "/notices"))).filteredOn(sql -> sql.contains("unread")).hasSize(1);
        assertThat(Queries.of(() -> body(mentor, "/notices/count"))).filteredOn(sql -> sql.contains("FROM notice"))
            .hasSize(1);
        assertThat(Queries.of(() -> assertThat(mvc.get().uri("/mentors")).hasStatusOk()
            .bodyText()
            .doesNotContain("href=\"/notices\""))).noneMatch(sql -> sql.contains("FROM notice"));
    }

    private void tell(Actor reader, BookingId booking, String what) {
        var start = facts.of(booking, clock.instant()).orElseThrow().time().start();
        transactions.run(() -> notices.write(
                new Draft(MailKind.REQUEST_RECEIVED, booking + "/" + what, booking.value(), reader.email(), "", null,
                        null, null, new Notice(reader.id(), true, mentee.id(), start, "A good hour")),
                clock.instant()));
    }

    private UUID only(Actor reader) {
        return notices.list(reader.id(), null, 9).getFirst().id();
    }

    private String body(Actor reader, String path) {
        var answer = page(reader, path).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private MockMvcRequestBuilder page(Actor reader, String path) {
        return mvc.get().uri(path).with(reader.login());
    }

    private MockMvcRequestBuilder read(Actor reader, UUID id) {
        return mvc.post().uri("/notices/" + id + "/reading").with(formKey()).with(reader.login());
    }
}
