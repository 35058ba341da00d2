package com.mentormatch.meeting;

import com.mentormatch.shared.Reason;

/** Why somebody cannot go to a room, or change it; each is a sentence under {@code refusal.<code>}. */
public enum MeetingRefusal implements Reason {

    ROOM_NOT_OPEN(409), ROOM_CLOSED(409), ONLY_MENTOR_CHOOSES_ROOM(403);

    private final int status;

    MeetingRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
