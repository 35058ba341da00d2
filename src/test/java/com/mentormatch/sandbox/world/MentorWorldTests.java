package com.mentormatch.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.Role;
import com.mentormatch.mentor.EditOffers;
import com.mentormatch.mentor.EditProfile;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferDraft;
import com.mentormatch.sandbox.world.MentorWorld.Invented;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.sandbox.Earners;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class MentorWorldTests {

    @Autowired
    Cast cast;

    @Autowired
    EditProfile profiles;

    @Autowired
    EditOffers offers;

    @Autowired
    Mentors reading;

    @Autowired
    Earners earners;

    @Test
    void isWorthLookingAt() {
        var mentors = MentorWorld.mentors();
        assertThat(mentors).hasSizeGreaterThanOrEqualTo(40).extracting(Invented::email).doesNotHaveDuplicates();
        assertThat(mentors.stream().map(Invented::zone).distinct()).hasSizeGreaterThan(25);
        assertThat(mentors.stream()
            .flatMap(mentor -> mentor.offers().stream())
            .map(offer -> offer.price().currency())
            .collect(Collectors.toSet())).contains("JPY", "KWD").hasSizeGreaterThanOrEqualTo(5);
        assertThat(mentors.stream()
            .flatMap(mentor -> mentor.offers().stream())
            .filter(offer -> offer.price().isFree())
            .map(OfferDraft::kind)
            .distinct()).hasSize(2);
    }

    @Test
    void eachOfThemIsTakenAndTwiceChangesNothing() {
        var now = Instant.parse("2026-03-01T09:00:00Z");
        for (var mentor : MentorWorld.mentors()) {
            var person = cast.person(mentor.name(), Role.MEMBER);
            earners.enable(person.id(), person.email(), now);
            MentorWorld.publish(person.id(), mentor, profiles, offers, now);
            MentorWorld.publish(person.id(), mentor, profiles, offers, now);
            assertThat(reading.offers(person.id())).hasSameSizeAs(mentor.offers());
        }
    }

    @Test
    void aFaceIsTheSameEachTime() throws IOException {
        var mentor = MentorWorld.mentors().getFirst();
        var image = ImageIO.read(new ByteArrayInputStream(mentor.portrait()));
        assertThat(image.getWidth()).isEqualTo(256).isEqualTo(image.getHeight());
        assertThat(mentor.portrait()).isEqualTo(mentor.portrait());
    }
}
