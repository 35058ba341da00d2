package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A mentor in one line, for lists and links; {@code zone} is the account's. */
public record MentorSummary(AccountId id, String slug, String name, String headline, @Nullable String avatarUrl,
        ZoneId zone) {}
