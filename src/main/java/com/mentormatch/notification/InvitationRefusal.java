package com.mentormatch.notification;

import com.mentormatch.shared.Reason;

/** Why an invitation is not sent again; each is a sentence under {@code refusal.<code>}. */
enum InvitationRefusal implements Reason {

    NO_INVITATION(409), TOO_MANY_INVITATIONS(429), ONLY_PARTICIPANTS_INVITED(403);

    private final int status;

    InvitationRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
