package com.mentormatch.journey;

import static com.mentormatch.mentor.ListedMentors.mark;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.testing.Books;
import com.mentormatch.shared.Columns;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.EditProfile;
import com.mentormatch.mentor.ListedMentors;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.review.Opinion;
import com.mentormatch.review.WriteReview;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.Queries;
import com.mentormatch.testing.TestClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A page with twelve rows asks the database as often as a page with two. */
@IntegrationTest
class GrowthTests {

    private static final int FEW = 2;
    private static final int MANY = 12;

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Market market;
    @Autowired
    Cast cast;
    @Autowired
    Mentors mentors;
    @Autowired
    EditProfile profiles;
    @Autowired
    WriteReview write;
    @Autowired
    TestClock clock;
    @Autowired
    JdbcClient jdbc;

    @Test
    void browsing() {
        same(null, "/mentors?q=" + listed(FEW), "/mentors?q=" + listed(MANY));
    }

    @Test
    void aProfileWithItsOffers() {
        same(null, profile(offering(FEW)), profile(offering(MANY)));
    }

    @Test
    void whatAMentorSeesOfRequests() {
        var few = asked(FEW);
        var many = asked(MANY);
        for (var page : List.of("/home", "/mentor/requests", "/mentor/requests/count",
                "/bookings?as=MENTOR&show=WAITING")) {
            same(Map.of(page, few), Map.of(page, many));
        }
    }

    @Test
    void whatAMenteeSeesOfSessions() {
        var few = booked(FEW);
        var many = booked(MANY);
        for (var page : List.of("/home", "/bookings", "/bookings?show=PAST", "/bookings/" + market.latest(few).id())) {
            var other = page.startsWith("/bookings/") ? "/bookings/" + market.latest(many).id() : page;
            same(Map.of(page, few), Map.of(other, many));
        }
    }

    @Test
    void whatIsSaidOfAMentor() {
        var few = reviewed(FEW);
        var many = reviewed(MANY);
        same(null, profile(few), profile(many));
        same(null, profile(few) + "/reviews", profile(many) + "/reviews");
        var admin = cast.admin();
        for (var shelf : List.of("REPORTED", "LISTED", "HIDDEN")) {
            var page = "/admin/reviews?show=" + shelf;
            assertThat(statements(admin, page)).as(page).hasSizeLessThanOrEqualTo(8);
        }
    }

    @Test
    void whatAMenteeIsAskedAbout() {
        var offer = market.offer(market.mentor(), 0, Confirmation.INSTANT);
        var few = cast.mentee();
        market.completed(few, offer);
        var many = cast.mentee();
        for (var number = 0; number < 3; number++) {
            market.completed(many, offer);
        }
        same(Map.of("/home", few), Map.of("/home", many));
    }

    private Actor reviewed(int reviews) {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        for (var number = 0; number < reviews; number++) {
            var mentee = cast.mentee();
            write.write(mentee.viewer(), market.completed(mentee, offer), new Opinion(4, "Good.", false),
                    FormToken.next(), clock.instant());
        }
        return mentor;
    }

    @Test
    void whatAMentorEarnedAndAMenteePaid() {
        var few = earning(FEW);
        var many = earning(MANY);
        for (var page : List.of("/mentor/payouts", "/mentor/figures")) {
            same(Map.of(page, few), Map.of(page, many));
        }
        assertThat(statements(many, "/mentor/figures")).as("one for each figure, and who asks")
            .hasSizeLessThanOrEqualTo(6);
        same(Map.of("/payments", paying(FEW)), Map.of("/payments", paying(MANY)));
    }

    private Actor earning(int sessions) {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        for (var number = 0; number < sessions; number++) {
            var booking = market.book(cast.mentee().viewer(), offer, market.starts(offer).get(number));
            market.complete(booking);
            books().earned(mentor, booking, 4500, 450, "EUR", clock.instant());
        }
        return mentor;
    }

    private Actor paying(int sessions) {
        var mentee = cast.mentee();
        for (var number = 0; number < sessions; number++) {
            var mentor = market.mentor();
            var offer = market.offer(mentor, 0, Confirmation.INSTANT);
            var booking = market.book(mentee.viewer(), offer, market.starts(offer).get(number));
            market.complete(booking);
            jdbc.sql("UPDATE booking SET price_minor = 4500 WHERE id = ?")
                .param(Columns.param(booking.value()))
                .update();
            books().tipped(mentor, booking, 500, "EUR", clock.instant());
        }
        return mentee;
    }

    private Books books() {
        return new Books(jdbc);
    }

    @Test
    void whatIsToConfirm() {
        var few = booked(FEW);
        var many = booked(MANY);
        clock.forward(Duration.ofDays(5));
        try {
            same(Map.of("/home", few), Map.of("/home", many));
        } finally {
            clock.reset();
        }
    }

    private String listed(int mentors) {
        var mark = mark();
        for (var number = 0; number < mentors; number++) {
            var mentor = market.mentor();
            profiles.save(mentor.id(), ListedMentors.text(mark, "One", "Two"), true, clock.instant());
            market.offer(mentor, 4500, Confirmation.REQUEST);
            market.offer(mentor, 0, Confirmation.INSTANT);
        }
        return mark;
    }

    private Actor offering(int offers) {
        var mentor = market.mentor();
        for (var number = 0; number < offers; number++) {
            market.offer(mentor, 4500, Confirmation.REQUEST);
        }
        return mentor;
    }

    private String profile(Actor mentor) {
        return "/mentors/" + mentors.byId(mentor.id()).orElseThrow().slug();
    }

    private Actor asked(int requests) {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 0, Confirmation.REQUEST);
        for (var number = 0; number < requests; number++) {
            market.book(cast.mentee(), offer);
        }
        return mentor;
    }

    private Actor booked(int sessions) {
        var mentee = cast.mentee();
        for (var number = 0; number < sessions; number++) {
            var offer = market.offer(market.mentor(), 0, Confirmation.INSTANT);
            market.book(mentee.viewer(), offer, market.starts(offer).get(number));
        }
        return mentee;
    }

    private void same(Actor viewer, String few, String many) {
        assertThat(statements(viewer, many)).as(many).hasSameSizeAs(statements(viewer, few));
    }

    private void same(Map<String, Actor> few, Map<String, Actor> many) {
        few.forEach((page, viewer) -> many.forEach((other, reader) -> assertThat(statements(reader, other)).as(other)
            .hasSameSizeAs(statements(viewer, page))));
    }

    /** The first look warms what is remembered between requests. */
    private List<String> statements(Actor viewer, String page) {
        get(viewer, page);
        return Queries.of(() -> get(viewer, page));
    }

    private void get(Actor viewer, String page) {
        var request = mvc.get().uri(URI.create(page));
        assertThat((viewer == null ? request : request.with(viewer.login())).exchange()).as(page).hasStatusOk();
    }
}
