package com.mentormatch.journey;

import static com.mentormatch.mentor.ListedMentors.mark;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.Role;
import com.mentormatch.booking.BookingId;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.EditProfile;
import com.mentormatch.mentor.JudgeMentor;
import com.mentormatch.mentor.ListedMentors;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.payment.MoneyThings;
import com.mentormatch.review.JudgeReview;
import com.mentormatch.review.Opinion;
import com.mentormatch.review.ReportReview;
import com.mentormatch.review.ReviewPages;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Books;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.Deeds;
import com.mentormatch.testing.Failures;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.Queries;
import com.mentormatch.testing.TestClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

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
    Deeds deeds;
    @Autowired
    Mentors mentors;
    @Autowired
    EditProfile profiles;
    @Autowired
    ReviewPages reviews;
    @Autowired
    ReportReview report;
    @Autowired
    JudgeReview judgeReview;
    @Autowired
    JudgeMentor judge;
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
        for (var page : List.of("/home", "/mentor/requests", "/mentor/requests/count", "/notices",
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
            deeds.review(mentee, market.completed(mentee, offer), new Opinion(4, "Good.", false));
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

    /** As a mentor and as a mentee, with something in every list a home has: as few as performance.md promises. */
    @Test
    void aHomeWithSomethingInEveryList() {
        var few = busy(1);
        var many = busy(4);
        same(Map.of("/home", few), Map.of("/home", many));
        assertThat(get(many, "/home")).bodyText()
            .contains("Your answer is needed", "Did they take place?", "Another time is proposed", "Needs you",
                    "Your coming sessions", "Your week", "/review", "Waiting", "Next with your mentors");
        assertThat(statements(many, "/home")).hasSizeLessThanOrEqualTo(6);
        assertThat(statements(booked(FEW), "/home")).hasSizeLessThanOrEqualTo(6);
    }

    private Actor busy(int each) {
        var person = market.mentor();
        var offer = market.offer(person, 0, Confirmation.INSTANT);
        var starts = market.starts(offer);
        var asked = market.offer(person, 0, Confirmation.REQUEST);
        var others = market.offer(market.mentor(), 0, Confirmation.INSTANT);
        for (var number = 0; number < each; number++) {
            market.book(cast.mentee(), asked);
            market.book(cast.mentee().viewer(), offer, starts.get(40 + 4 * number));
            var mover = cast.mentee();
            deeds.propose(mover, market.book(mover.viewer(), offer, starts.get(60 + 4 * number)),
                    starts.get(80 + 4 * number));
            var upset = cast.mentee();
            deeds.dispute(upset, market.over(market.book(upset.viewer(), offer, starts.get(100 + 4 * number))));
            market.completed(person, others);
            market.book(person.viewer(), others, starts.get(120 + 4 * number));
            market.over(market.book(person.viewer(), others, starts.get(140 + 4 * number)));
            market.book(person.viewer(), market.offer(market.mentor(), 0, Confirmation.REQUEST),
                    starts.get(160 + 4 * number));
        }
        return person;
    }

    @Test
    void whatAnAdminFinds() {
        var admin = cast.admin();
        var few = booked(FEW);
        var many = booked(MANY);
        same(admin, "/admin/bookings?q=" + few.email(), "/admin/bookings?q=" + many.email());
        same(admin, "/admin/accounts/" + few.id(), "/admin/accounts/" + many.id());
        same(admin, "/admin/accounts/" + few.id() + "/suspension", "/admin/accounts/" + many.id() + "/suspension");
        same(admin, "/admin/accounts?q=" + called(FEW), "/admin/accounts?q=" + called(MANY));
        same(admin, "/admin/accounts/" + earning(FEW).id(), "/admin/accounts/" + earning(MANY).id());
        same(admin, "/admin/audit?who=" + acting(FEW).id(), "/admin/audit?who=" + acting(MANY).id());
        same(admin, "/admin/money/bookings/" + moved(FEW), "/admin/money/bookings/" + moved(MANY));
    }

    private String called(int people) {
        var name = mark();
        for (var number = 0; number < people; number++) {
            market.open(cast.person(name, Role.MEMBER));
        }
        return name;
    }

    private Actor acting(int acts) {
        var admin = cast.admin();
        for (var number = 0; number < acts; number++) {
            judge.verify(admin.viewer(), market.mentor().id(), true, "Seen", clock.instant());
        }
        return admin;
    }

    private BookingId moved(int times) {
        var mentor = market.mentor();
        var booking = market.book(cast.mentee(), market.offer(mentor, 4500, Confirmation.INSTANT));
        for (var number = 0; number < times; number++) {
            books().earned(mentor, booking, 4500, 450, "EUR", clock.instant());
        }
        return booking;
    }

    /** Lists of everybody's, which tests before this one have begun. */
    @Test
    void whatWaitsForAnAdmin() {
        var admin = cast.admin();
        var pages = List.of("/admin", "/admin/disputes", "/admin/reviews?show=REPORTED", "/admin/reviews?show=LISTED",
                "/admin/reviews?show=HIDDEN", "/admin/outbox?show=FAILED", "/admin/tasks", "/admin/money",
                "/admin/audit");
        try (var failures = new Failures(jdbc)) {
            trouble(FEW, failures);
            var few = pages.stream().map(page -> statements(admin, page).size()).toList();
            trouble(MANY - FEW, failures);
            var many = pages.stream().map(page -> statements(admin, page).size()).toList();
            assertThat(many).as(pages.toString()).isEqualTo(few);
        }
    }

    private void trouble(int times, Failures failures) {
        for (var number = 0; number < times; number++) {
            var mentor = market.mentor();
            var offer = market.offer(mentor, 0, Confirmation.INSTANT);
            var mentee = cast.mentee();
            deeds.dispute(mentee, market.over(market.book(mentee, offer)));
            for (var hidden : new boolean[]{true, false}) {
                var booking = market.completed(mentee, offer);
                deeds.review(mentee, booking, new Opinion(4, "Good.", false));
                var review = reviews.show(mentee.viewer(), booking, clock.instant()).orElseThrow().said().id();
                if (hidden) {
                    judgeReview.hide(cast.admin().viewer(), review, "Rude", clock.instant());
                } else {
                    report.report(mentor.viewer(), review, "Rude", FormToken.next(), clock.instant());
                }
            }
            failures.mail(clock.instant());
            failures.task(clock.instant());
            var paid = market.offer(mentor, 4500, Confirmation.INSTANT);
            MoneyThings.about(market.book(mentee, paid), mentor.id(), jdbc, clock.instant());
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

    private MvcTestResult get(Actor viewer, String page) {
        var request = mvc.get().uri(URI.create(page));
        var answer = (viewer == null ? request : request.with(viewer.login())).exchange();
        assertThat(answer).as(page).hasStatusOk();
        return answer;
    }
}
