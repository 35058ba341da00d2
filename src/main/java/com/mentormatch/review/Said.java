package com.mentormatch.review;

import com.mentormatch.account.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review for reading.
 *
 * @param at           when it was written, UTC
 * @param reply        the mentor's, null where there is none
 * @param hiddenReason why an admin took it off the profile, null where none did
 */
public record Said(ReviewId id, AccountId author, int stars, @Nullable String comment, Standing standing, Instant at,
        @Nullable String reply, @Nullable Instant repliedAt, @Nullable String hiddenReason) {}
