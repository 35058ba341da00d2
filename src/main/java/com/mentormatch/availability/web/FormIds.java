package com.mentormatch.availability.web;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.FormToken;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of what a form makes: the same form makes the same one, and nobody can name another person's. */
final class FormIds {

    private FormIds() {}

    /** A token nobody could read names a filling-in of its own. */
    static UUID of(AccountId maker, String formToken) {
        FormToken token;
        try {
            token = FormToken.valueOf(formToken);
        } catch (IllegalArgumentException unreadable) {
            token = FormToken.next();
        }
        return UUID.nameUUIDFromBytes((maker.value() + " " + token).getBytes(StandardCharsets.UTF_8));
    }
}
