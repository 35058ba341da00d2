package com.mentormatch.web;

import com.mentormatch.shared.Reason;
import java.util.Map;

/** They may see it and may not do this; the reason's sentence says who may. */
public class Forbidden extends Refused {

    public Forbidden(Reason reason) {
        super(reason, 403, Map.of());
    }
}
