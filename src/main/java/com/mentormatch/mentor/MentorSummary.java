package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A mentor in one line, for lists and links.
 *
 * @param zone     the account's
 * @param verified whether an admin vouches for who this is
 */
public record MentorSummary(AccountId id, String slug, String name, String headline, @Nullable String avatarUrl,
        ZoneId zone, boolean verified) {}
