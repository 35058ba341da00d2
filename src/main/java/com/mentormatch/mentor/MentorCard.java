package com.mentormatch.mentor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mentor in a list.
 *
 * @param skills the first three
 * @param moreSkills how many there are besides
 * @param offer the one a price and a next free time are told for: the cheapest of those asked for, no trial where there is
 *     another
 * @param trial null where there is none
 * @param rating null while nobody has rated
 * @param nextFree the first start of {@code offer} that can be booked, of those asked for; null where nobody knows of one
 */
public record MentorCard(MentorSummary mentor, List<String> skills, int moreSkills, List<String> languages,
        OfferTerms offer, boolean severalPrices, @Nullable OfferTerms trial, @Nullable Rating rating,
        @Nullable Instant nextFree) {}
