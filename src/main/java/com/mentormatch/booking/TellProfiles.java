package com.mentormatch.booking;

import com.mentormatch.mentor.ChangedMentors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What changes a mentor's {@link MentorRecord} makes the pages that visitors have kept of the profile old. */
@Component
class TellProfiles {

    private final BookingFacts facts;
    private final ChangedMentors changed;

    TellProfiles(BookingFacts facts, ChangedMentors changed) {
        this.facts = facts;
        this.changed = changed;
    }

    @EventListener
    void on(BookingEvent event) {
        switch (event) {
            case BookingEvent.Accepted _,BookingEvent.Declined _,BookingEvent.Confirmed _,BookingEvent.Cancelled _,BookingEvent.Expired _,BookingEvent.Resolved _ ->
                facts.of(event.booking(), event.at()).ifPresent(booking -> changed.add(booking.mentor()));
            default -> {
            }
        }
    }
}
