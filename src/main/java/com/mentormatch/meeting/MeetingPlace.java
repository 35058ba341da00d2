package com.mentormatch.meeting;

import org.jspecify.annotations.Nullable;

/**
 * Where a mentor meets people. Source: product.md, "Meeting place".
 *
 * @param link kept also while another kind is chosen; null where none was ever given
 */
public record MeetingPlace(Kind kind, @Nullable OwnLink link) {

    public enum Kind {
        /** A room generated for each session. */
        JITSI,
        /** The mentor's own, the same for all sessions. */
        OWN_LINK,
        /** A meeting made for each session at Zoom. */
        ZOOM
    }

    public static final MeetingPlace DEFAULT = new MeetingPlace(Kind.JITSI, null);

    public MeetingPlace {
        if (kind == Kind.OWN_LINK && link == null) {
            throw new IllegalArgumentException("An own link is needed");
        }
    }
}
