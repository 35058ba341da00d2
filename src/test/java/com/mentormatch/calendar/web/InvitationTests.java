package com.mentormatch.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import com.icegreen.greenmail.util.GreenMail;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.Tasks;
import com.mentormatch.testing.TestClock;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntegrationTest
class InvitationTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Market market;

    @Autowired
    Cast cast;

    @Autowired
    BookingFacts bookings;

    @Autowired
    Tasks tasks;

    @Autowired
    TestClock clock;

    @Autowired
    GreenMail server;

    private Actor mentor;
    private Actor mentee;

    @BeforeEach
    void people() {
        mentor = market.mentor();
        mentee = cast.mentee();
    }

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
            assertThat(withoutStamp(file)).isEqualTo(withoutStamp(mailed(reader)));
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

    private String mailed(Actor reader) throws Exception {
        for (var message : server.getReceivedMessages()) {
            if (((InternetAddress) message.getAllRecipients()[0]).getAddress().equals(reader.email())) {
                var file = ((Multipart) message.getContent()).getBodyPart(1);
                return new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("No mail");
    }

    private static String withoutStamp(String ics) {
        return ics.replaceAll("DTSTAMP:\\w+", "DTSTAMP");
    }
}
