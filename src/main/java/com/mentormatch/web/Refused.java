package com.mentormatch.web;

import com.mentormatch.shared.Reason;
import java.util.Map;

/**
 * Refuses the request as a whole, with a sentence: there is no form to correct. What a person can mend is a value the
 * controller answers with the form again, never this.
 */
public class Refused extends RuntimeException {

    private final transient Reason reason;
    private final int status;
    private final transient Map<String, Object> details;

    public Refused(Reason reason) {
        this(reason, reason.status(), Map.of());
    }

    /** @param details for programs, in the problem document */
    public Refused(Reason reason, Map<String, Object> details) {
        this(reason, reason.status(), details);
    }

    Refused(Reason reason, int status, Map<String, Object> details) {
        super(reason.code(), null, false, false);
        this.reason = reason;
        this.status = status;
        this.details = Map.copyOf(details);
    }

    public Reason reason() {
        return reason;
    }

    public int status() {
        return status;
    }

    public Map<String, Object> details() {
        return details;
    }
}
