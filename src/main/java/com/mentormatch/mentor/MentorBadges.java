package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.Badges;
import org.springframework.stereotype.Component;

@Component
class MentorBadges implements Badges {

    private final Profiles profiles;

    MentorBadges(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public boolean mentor(AccountId account) {
        return profiles.existsById(account);
    }
}
