package com.mentormatch.web;

import com.mentormatch.shared.Reason;

enum WebReason implements Reason {

    BAD_REQUEST("bad-request", 400), NOT_FOUND("not-found", 404), OTHER_SITE("other-site",
            403), STALE_PAGE("stale-page", 403);

    private final String code;
    private final int status;

    WebReason(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
