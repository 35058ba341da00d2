package com.mentormatch.calendar;

import com.mentormatch.shared.Site;
import com.mentormatch.shared.TimeWords;
import org.springframework.context.MessageSource;

/** {@link Invitations} without a container. */
public final class PlainInvitations {

    private PlainInvitations() {}

    public static Invitations with(String organizer, Site site, TimeWords times, MessageSource messages) {
        return new Invitations(new CalendarSettings(organizer, "MentorMatch"), site, times, messages);
    }
}
