package com.mentormatch.review;

import com.mentormatch.mentor.MentorSummary;
import com.mentormatch.mentor.Rating;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a mentor, the latest first.
 *
 * @param rating null while nobody has rated
 * @param bars   five stars first; empty on later pages
 * @param more   where the list goes on, null at its end
 * @param zone   dates are told in
 */
public record ReviewList(MentorSummary mentor, @Nullable Rating rating, List<Bar> bars, List<ReviewLine> lines,
        @Nullable String more, ZoneId zone) {

    public String href() {
        return "/mentors/" + mentor.slug() + "/reviews";
    }
}
