package com.mentormatch.mentor;

import com.mentormatch.account.Viewer;
import com.mentormatch.web.ViewerZone;
import java.time.Instant;
import java.util.Map;

/** A part of the profile page that another module fills: the panel in which a time is chosen, reviews. */
public interface ProfileSection {

    /** Template with a fragment {@code region}; it finds the model as {@code section}. */
    String template();

    /** @param params the page's query parameters, unchecked */
    Object model(MentorProfile mentor, Viewer viewer, ViewerZone zone, Map<String, String> params, Instant now);

    /** Sections below 100 stand in the panel beside the text, the others under it; within each the lower come first. */
    int order();
}
