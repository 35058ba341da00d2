package com.mentormatch.web;

import com.mentormatch.shared.Reason;

enum WebReason implements Reason {

    BAD_REQUEST(400), NOT_FOUND(404), OTHER_SITE(403), STALE_PAGE(403);

    private final int status;

    WebReason(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
