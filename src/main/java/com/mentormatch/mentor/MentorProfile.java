package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a mentor tells about themselves, published or not.
 *
 * @param languages BCP 47 tags
 * @param website an http or https address, empty where there is none
 * @param offers the published ones, cheapest first, trials before the rest
 * @param paused whether they have paid offers that cannot be booked now
 * @param rating null while nobody has rated
 * @param verified whether an admin vouches for who this is
 * @param version changes whenever the profile does
 */
public record MentorProfile(AccountId id, String slug, String name, @Nullable String avatarUrl, ZoneId zone,
        String headline, String about, String experience, String sessionDescription, String website,
        List<String> skills, List<String> languages, boolean published, List<OfferTerms> offers, boolean paused,
        @Nullable Rating rating, boolean verified, Instant since, long version) {

    public MentorSummary summary() {
        return new MentorSummary(id, slug, name, headline, avatarUrl, zone, verified);
    }
}
