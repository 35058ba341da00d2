package com.mentormatch.booking.web;

import com.mentormatch.account.Viewer;
import com.mentormatch.booking.MentorRecords;
import com.mentormatch.mentor.MentorProfile;
import com.mentormatch.mentor.ProfileSection;
import com.mentormatch.web.ViewerZone;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On a mentor's profile: how requests were answered and sessions kept, as plain facts. */
@Component
class RecordSection implements ProfileSection {

    private final MentorRecords records;

    RecordSection(MentorRecords records) {
        this.records = records;
    }

    @Override
    public String template() {
        return "booking/_record";
    }

    @Override
    public Object model(MentorProfile mentor, Viewer viewer, ViewerZone zone, Map<String, String> params, Instant now) {
        return records.of(mentor.id(), now);
    }

    @Override
    public int order() {
        return 110;
    }
}
