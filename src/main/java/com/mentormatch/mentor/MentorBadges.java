package com.mentormatch.mentor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mentormatch.account.AccountId;
import com.mentormatch.account.Badges;
import org.springframework.stereotype.Component;

/** Whoever is a mentor stays one, so a yes is not asked for again: every page of a mentor would. */
@Component
class MentorBadges implements Badges {

    private static final int KNOWN = 10_000;

    private final Profiles profiles;
    private final Cache<AccountId, Boolean> mentors = Caffeine.newBuilder().maximumSize(KNOWN).build();

    MentorBadges(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public boolean mentor(AccountId account) {
        return mentors.get(account, id -> profiles.existsById(id) ? Boolean.TRUE : null) != null;
    }
}
