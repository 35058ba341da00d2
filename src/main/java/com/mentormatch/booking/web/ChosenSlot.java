package com.mentormatch.booking.web;

import com.mentormatch.booking.Refusal;
import com.mentormatch.mentor.MentorSummary;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What the booking form says above its fields.
 *
 * @param reader       the zone of the person who books
 * @param answerBy     the latest the mentor answers; null on instant offers
 * @param refusal      why it cannot be had; null where it can
 * @param alternatives the nearest free starts, where this one cannot be had
 * @param others       who else is free at that very time, where this mentor is not
 * @param now          when it was described
 */
public record ChosenSlot(OfferTerms offer, MentorSummary mentor, TimeSpan time, ZoneId reader, Instant answerBy,
        Refusal refusal, List<Instant> alternatives, List<OtherMentor> others, Instant now) {

    public boolean gone() {
        return refusal == Refusal.SLOT_TAKEN || refusal == Refusal.MENTEE_BUSY;
    }

    /** The button, and the sentence below it, for this kind of offer. */
    public String kind() {
        return (offer.price().isFree() ? "free" : "paid") + "." + (offer.instant() ? "instant" : "request");
    }

    /** The reader's day, to find other times of. */
    public LocalDate day() {
        return LocalDate.ofInstant(time.start(), reader);
    }
}
