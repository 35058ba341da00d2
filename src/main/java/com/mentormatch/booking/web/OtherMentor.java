package com.mentormatch.booking.web;

import com.mentormatch.mentor.MentorSummary;
import com.mentormatch.mentor.OfferTerms;
import java.time.Instant;

/** Somebody else who helps with the same and is free at that very time. */
public record OtherMentor(MentorSummary mentor, OfferTerms offer, Instant start) {

    public String href() {
        return "/bookings/new?offer=" + offer.id() + "&start=" + start;
    }
}
