package com.mentormatch.account;

import java.time.Instant;

/**
 * An admin did something, and why. Whoever carries out such an act publishes this in the act's transaction; module
 * {@code admin} writes it into the audit log in the same one, so an act that is not recorded has not happened.
 *
 * @param act         what was done, in the past tense and kebab case: {@code booking-cancelled}. At most 64 characters;
 *                    its words are the message {@code admin.act.<act>} of the module that acts
 * @param subjectKind what it was done to: {@code booking}, {@code account}, {@code mail}, {@code task}, {@code setting} …
 *                    At most 32 characters; its word is the message {@code admin.subject.<kind>}
 * @param subject     which one: an id or a name, at most 100 characters
 * @param reason      in the admin's words, 1–500 characters; never shown to anybody but admins by the audit log
 * @param at          UTC
 */
public record AdminAct(AccountId admin, String act, String subjectKind, String subject, String reason, Instant at) {

    public static final int REASON_MAX = 500;

    public AdminAct {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("An admin says why: " + act + " of " + subjectKind + " " + subject);
        }
    }
}
