package com.mentormatch.account;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the product needs to know of somebody to write to them and to show them.
 *
 * @param email     for mails to them only; no page shows it to anybody else
 * @param avatarUrl a path on this site; null where they have no photo
 */
public record Person(AccountId id, String name, String email, ZoneId zone, Locale locale, @Nullable String avatarUrl) {

    /** Ends the address of somebody who is gone: a domain that, by RFC 2606, nobody has. */
    public static final String NO_MAILBOX = "@deleted.invalid";
}
