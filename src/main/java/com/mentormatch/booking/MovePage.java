package com.mentormatch.booking;

import com.mentormatch.availability.Slots;
import com.mentormatch.mentor.MentorSummary;
import com.mentormatch.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where another time for a session is chosen, and then agreed to.
 *
 * @param direct     whether the viewer moves it without asking; else the other one is asked
 * @param directLeft how often the mentee can still do so
 * @param moving     whose free times are to choose from
 * @param chosen     the time that was chosen; null while none is
 * @param answerBy   until when the other one would answer; null where nobody is asked
 * @param free       whether the chosen time can be had
 * @param nearest    starts near the chosen one, where it cannot
 * @param lost       whether a full refund is lost already
 */
public record MovePage(BookingPage page, boolean direct, int directLeft, MentorSummary mentor, Slots.Moving moving,
        TimeSpan chosen, Instant answerBy, boolean free, List<Instant> nearest, boolean lost, Instant now) {

    public String kind() {
        return direct ? "direct" : "propose";
    }

    /** Until when it can be moved without asking. */
    public Instant directUntil() {
        return page.booking().time().start().minus(Booking.DIRECT_MOVE);
    }

    /** Until when a cancellation gives all of it back once it is moved. */
    public Instant fullRefundUntil() {
        return chosen.start().minus(Booking.FULL_REFUND);
    }

    /** What the move does to the money; null where there is none left to give back. */
    public String money() {
        if (page.cancel().left().isFree() || page.role() != BookingPage.Role.MENTEE) {
            return null;
        }
        return lost ? "lost" : Duration.between(now, fullRefundUntil()).isPositive() ? "until" : "ends";
    }
}
