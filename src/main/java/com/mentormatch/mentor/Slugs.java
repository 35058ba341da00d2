package com.mentormatch.mentor;

import com.mentormatch.shared.Ids;
import com.mentormatch.shared.Transactions;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Names for addresses: "José María" is "jose-maria", the second one "jose-maria-2". */
@Component
class Slugs {

    private static final int LONGEST = 60;
    private static final int TRIES = 5;

    private final Profiles profiles;

    Slugs(Profiles profiles) {
        this.profiles = profiles;
    }

    String free(String name) {
        var base = Words.key(name).replace(' ', '-').replaceAll("[^a-z0-9-]", "").replaceAll("^-+|-+$", "");
        if (base.isEmpty()) {
            base = "mentor";
        }
        base = base.substring(0, Math.min(LONGEST, base.length()));
        var slug = base;
        for (var number = 2; profiles.existsBySlug(slug); number++) {
            slug = number > 20 ? base + "-" + Ids.next().toString().substring(24) : base + "-" + number;
        }
        return slug;
    }

    /** Two of the same name in the same moment: one of them finds the slug, or their own profile, taken, and looks again. */
    <T> T retryingTaken(Supplier<T> work) {
        for (var tries = 1;; tries++) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                if (tries == TRIES || !Transactions.isDuplicateKey(failure)) {
                    throw failure;
                }
            }
        }
    }
}
