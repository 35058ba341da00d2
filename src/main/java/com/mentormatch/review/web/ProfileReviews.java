package com.mentormatch.review.web;

import com.mentormatch.account.Viewer;
import com.mentormatch.mentor.MentorProfile;
import com.mentormatch.mentor.ProfileSection;
import com.mentormatch.review.ReviewPages;
import com.mentormatch.web.ViewerZone;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is said of a mentor, under everything the mentor says. */
@Component
class ProfileReviews implements ProfileSection {

    private final ReviewPages pages;

    ProfileReviews(ReviewPages pages) {
        this.pages = pages;
    }

    @Override
    public String template() {
        return "review/_profile";
    }

    @Override
    public Object model(MentorProfile mentor, Viewer viewer, ViewerZone zone, Map<String, String> params, Instant now) {
        return pages.list(mentor, null, zone.or(mentor.zone()));
    }

    @Override
    public int order() {
        return 200;
    }
}
