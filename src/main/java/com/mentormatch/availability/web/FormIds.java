package com.mentormatch.availability.web;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.FormToken;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of what a form makes: the same form makes the same one, and nobody can name another person's. */
final class FormIds {

    private FormIds() {}

    static UUID of(AccountId maker, String formToken) {
        var token = FormToken.readOrNext(formToken);
        return UUID.nameUUIDFromBytes((maker.value() + " " + token).getBytes(StandardCharsets.UTF_8));
    }
}
