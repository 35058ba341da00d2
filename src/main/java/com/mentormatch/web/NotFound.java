package com.mentormatch.web;

import java.util.Map;

/** There is no such thing, or none this person may know of: both look the same. */
public class NotFound extends Refused {

    public NotFound() {
        super(WebReason.NOT_FOUND, 404, Map.of());
    }
}
