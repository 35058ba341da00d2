package com.mentormatch.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code faces} to templates. */
@Component
public class Faces {

    public Face of(@Nullable String name) {
        return Face.of(name == null ? "" : name);
    }
}
