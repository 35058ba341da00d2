package com.mentormatch.shared;

import java.util.Locale;

/** Why something was refused, a constant of an enum. The sentence a person reads is the message {@code refusal.<code>}. */
public interface Reason {

    /** The constant's own. */
    String name();

    /** The HTTP status of this refusal. */
    int status();

    /** The name in kebab-case, also the {@code code} of a problem document: nobody renames one lightly. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    default String messageKey() {
        return "refusal." + code();
    }
}
