package com.mentormatch.calendar.web;

import com.mentormatch.account.People;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.calendar.Invitations;
import com.mentormatch.web.NotFound;
import java.time.Clock;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The invitation as a file, for calendars that do not read mail. For the two people only, once it is confirmed. */
@Controller
class InvitationController {

    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final BookingFacts bookings;
    private final People people;
    private final Invitations invitations;
    private final Clock clock;

    InvitationController(BookingFacts bookings, People people, Invitations invitations, Clock clock) {
        this.bookings = bookings;
        this.people = people;
        this.invitations = invitations;
        this.clock = clock;
    }

    @GetMapping("/bookings/{id}/invitation.ics")
    ResponseEntity<byte[]> download(@PathVariable BookingId id, SignedIn viewer) {
        var now = clock.instant();
        var booking = bookings.visibleTo(viewer, id, now)
            .filter(found -> found.isOf(viewer))
            .filter(InvitationController::takesPlace)
            .orElseThrow(NotFound::new);
        var both = people.all(List.of(booking.mentor(), booking.mentee()));
        var invitation = invitations.request(booking, both.get(booking.mentor()), both.get(booking.mentee()),
                booking.sequence(), now);
        return ResponseEntity.ok()
            .contentType(CALENDAR)
            .cacheControl(CacheControl.noStore())
            .header(HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename("invitation.ics").build().toString())
            .body(invitation.ics());
    }

    private static boolean takesPlace(BookingDetails booking) {
        return switch (booking.status()) {
            case CONFIRMED, IN_PROGRESS, PENDING_COMPLETION -> true;
            case AWAITING_PAYMENT, REQUESTED, COMPLETED, DISPUTED, RESOLVED, DECLINED, WITHDRAWN, EXPIRED, CANCELLED ->
                false;
        };
    }
}
