package com.mentormatch.mentor;

import com.mentormatch.account.Role;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.sandbox.Earners;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mentors for the tests of this module. Each test marks its own with a word nobody else has. */
public class ListedMentors {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private final Cast cast;
    private final EditProfile profiles;
    private final EditOffers offers;
    private final JdbcClient jdbc;
    private final Earners earners;

    public ListedMentors(Cast cast, EditProfile profiles, EditOffers offers, JdbcClient jdbc, Earners earners) {
        this.cast = cast;
        this.profiles = profiles;
        this.offers = offers;
        this.jdbc = jdbc;
        this.earners = earners;
    }

    public static String mark() {
        return "mark" + UUID.randomUUID().toString().substring(0, 13).replace("-", "");
    }

    public Actor named(String name, String zone, ProfileText text, OfferDraft... drafts) {
        var mentor = cast.person(name, Role.MEMBER);
        jdbc.sql("UPDATE account SET zone = ? WHERE id = ?").params(zone, Columns.param(mentor.id().value())).update();
        profiles.save(mentor.id(), text, true, NOW);
        earners.enable(mentor.id(), mentor.email(), NOW);
        for (var draft : drafts) {
            offers.add(mentor.id(), draft, FormToken.next(), NOW);
        }
        return mentor;
    }

    public Actor with(String mark, OfferDraft... drafts) {
        return named("Milo Mentor", "Europe/Berlin", text(mark),
                drafts.length == 0 ? new OfferDraft[]{paid("45", "EUR")} : drafts);
    }

    public static ProfileText text(String mark, String... skills) {
        return new ProfileText("Headline " + mark, "About me.", "", "", "", List.of(skills), List.of("en"));
    }

    public static OfferDraft paid(String price, String currency) {
        return offer(OfferKind.ONE_ON_ONE, price, currency, Confirmation.REQUEST);
    }

    public static OfferDraft offer(OfferKind kind, String price, String currency, Confirmation confirmation) {
        return new OfferDraft("A session", kind, 60, Amount.parse(price, currency).orElseThrow(), confirmation, 0,
                true);
    }
}
