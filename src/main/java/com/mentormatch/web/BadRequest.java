package com.mentormatch.web;

import java.util.Map;

/** Something no form of this product sends: a token or an id is missing or cannot be read. */
public class BadRequest extends Refused {

    public BadRequest() {
        super(WebReason.BAD_REQUEST, 400, Map.of());
    }
}
