package com.mentormatch.shared;

/** Why something was refused. The sentence a person reads is the message {@code refusal.<code>}. */
public interface Reason {

    /** Stable, kebab-case, also the {@code code} of a problem document. */
    String code();

    /** The HTTP status of this refusal. */
    int status();

    default String messageKey() {
        return "refusal." + code();
    }
}
