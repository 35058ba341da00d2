package com.mentormatch.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.PairTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class InvitationTests extends PairTest {

    @Autowired
    BookingFacts bookings;

    @Test
    void bothDownloadWhatTheirMailCarries() throws Exception {
        var id = market.book(mentee, market.offer(mentor, 0, Confirmation.INSTANT));
        tasks.runDue();
        for (var reader : new Actor[]{mentor, mentee}) {
            var answer = download(id, reader);
            assertThat(answer).hasStatusOk()
                .headers()
                .hasValue(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"invitation.ics\"")
                .hasValue(HttpHeaders.CACHE_CONTROL, "no-store");
            assertThat(answer.getResponse().getContentType()).startsWith("text/calendar");
            var file = answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
            assertThat(withoutStamp(file)).isEqualTo(withoutStamp(inbox(reader).invitations().getFirst()));
            var booking = bookings.of(id, clock.instant()).orElseThrow();
            var calendar = Biweekly.parse(file).first();
            var event = calendar.getEvents().getFirst();
            assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
            assertThat(event.getUid().getValue()).isEqualTo(id + "@mentormatch");
            assertThat(event.getSequence().getValue()).isEqualTo(booking.sequence());
            assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(booking.time().start());
            assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(booking.time().end());
            assertThat(event.getAttendees()).extracting(a -> a.getEmail())
                .containsExactly(mentor.email(), mentee.email());
        }
    }

    @Test
    void forAnyoneElseThereIsNone() {
        var id = market.book(mentee, market.offer(mentor, 0, Confirmation.INSTANT));
        assertThat(download(id, cast.stranger())).hasStatus(404);
        assertThat(download(id, cast.admin())).hasStatus(404);
        assertThat(download(BookingId.next(), mentee)).hasStatus(404);
    }

    @Test
    void whatIsNotConfirmedHasNone() {
        var id = market.book(mentee, market.offer(mentor, 0, Confirmation.REQUEST));
        assertThat(download(id, mentee)).hasStatus(404);
        assertThat(download(id, mentor)).hasStatus(404);
    }

    private MvcTestResult download(BookingId id, Actor reader) {
        return mvc.get().uri("/bookings/{id}/invitation.ics", id).with(reader.login()).exchange();
    }

    private static String withoutStamp(String ics) {
        return ics.replaceAll("DTSTAMP:\\w+", "DTSTAMP");
    }
}
