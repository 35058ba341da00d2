package com.mentormatch;

import static org.assertj.core.api.Assertions.assertThat;
import static com.mentormatch.testing.FormKey.formKey;
import static com.mentormatch.testing.TestEnvironment.BOOKING_TRIES;

import com.mentormatch.account.AccountId;
import com.mentormatch.availability.DatedException;
import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.ExceptionEntry;
import com.mentormatch.availability.Travel;
import com.mentormatch.booking.AnswerDispute;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingRules;
import com.mentormatch.booking.CurrentRules;
import com.mentormatch.booking.DisputeSession;
import com.mentormatch.booking.ProposeMove;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.EditProfile;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.mentor.ProfileText;
import com.mentormatch.review.JudgeReview;
import com.mentormatch.review.Opinion;
import com.mentormatch.review.ReportReview;
import com.mentormatch.review.ReviewId;
import com.mentormatch.review.ReviewPages;
import com.mentormatch.review.WriteReview;
import com.mentormatch.payment.MoneyThings;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Books;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.Failures;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.TestClock;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Who gets in where. The routes are read from the running product, so a new one without a line here fails the build.
 *
 * <p>A line is asked by everybody about a thing of {@code mentee} and {@code mentor}; the others are strangers to it.
 * What each of them gets is a status, or {@code in}: sent to sign in. Whoever may not know of a thing must not be able
 * to tell it from one that does not exist.
 */
@IntegrationTest
@TestInstance(Lifecycle.PER_CLASS)
class AccessTests {

    /** What stands for the variable in a path. */
    enum Thing {
        NONE,
        TIPPED,
        REQUEST,
        CONFIRMED,
        OVER,
        DISPUTED,
        PROPOSED,
        UNPAID,
        PAID,
        PARKED,
        MISMATCH,
        CHARGEBACK,
        MENTOR,
        HIDDEN,
        OFFER,
        FACE,
        DATE,
        TRAVEL,
        COMPLETED,
        REVIEWED,
        REVIEW,
        HIDDEN_REVIEW,
        NOTICE,
        STOP,
        JUDGED,
        FELLOW,
        MAIL,
        TASK
    }

    enum Who {
        VISITOR, MENTEE, OTHER, MENTOR, COLLEAGUE, ADMIN
    }

    private static final String TABLE = """
            METHOD PATH                            THING      visitor mentee other mentor colleague admin WITH
            GET  /                                  -          200  200  200  200  200  200
            GET  /account                           -          in   200  200  200  200  200
            POST /account                           -          in   422  422  422  422  422
            GET  /account/calendar                  -          in   200  200  200  200  200
            POST /account/calendar                  -          in   200  200  200  200  200
            POST /account/calendar/removal          -          in   303  303  303  303  303
            GET  /account/deletion                  -          in   200  200  200  200  200
            POST /account/deletion                  -          in   422  422  422  422  422
            GET  /account/email                     -          in   200  200  200  200  200
            POST /account/email                     -          in   422  422  422  422  422
            GET  /account/email/confirmation        -          200  200  200  200  200  200
            POST /account/email/confirmation        -          404  404  404  404  404  404
            GET  /account/mails                     -          in   200  200  200  200  200
            POST /account/mails                     -          in   303  303  303  303  303  on=REVIEWS
            POST /account/password                  -          in   422  422  422  422  422
            POST /account/photo                     -          in   422  422  422  422  422
            POST /account/photo/removal             -          in   303  303  303  303  303
            GET  /admin                             -          in   403  403  403  403  200
            GET  /admin/accounts                    -          in   403  403  403  403  200
            GET  /admin/accounts/{id}               FACE       in   403  403  403  403  200
            GET  /admin/accounts/{id}/suspension    FACE       in   403  403  403  403  200
            POST /admin/accounts/{id}/suspension    FACE       in   403  403  403  403  303  reason=Asked
            POST /admin/accounts/{id}/suspension/removal    JUDGED in 403 403 403 403 303  reason=Asked
            POST /admin/accounts/{id}/verification          FACE   in 403 403 403 403 303  reason=Asked
            POST /admin/accounts/{id}/verification/removal  JUDGED in 403 403 403 403 303  reason=Asked
            POST /admin/accounts/{id}/long-sessions         FACE   in 403 403 403 403 303  reason=Asked
            POST /admin/accounts/{id}/long-sessions/removal JUDGED in 403 403 403 403 303  reason=Asked
            POST /admin/accounts/{id}/admin                 FACE   in 403 403 403 403 303  reason=Asked
            POST /admin/accounts/{id}/admin/removal         FELLOW in 403 403 403 403 303  reason=Asked
            GET  /admin/audit                       -          in   403  403  403  403  200
            GET  /admin/bookings                    -          in   403  403  403  403  200
            GET  /admin/money                       -          in   403  403  403  403  200
            POST /admin/money/matters/{id}/retry    PARKED     in   403  403  403  403  303  reason=Mended
            POST /admin/money/mismatches/{id}/end   MISMATCH   in   403  403  403  403  303  reason=Understood
            GET  /admin/money/bookings/{id}         PAID       in   403  403  403  403  200
            POST /admin/money/bookings/{id}/refunds PAID       in   403  403  403  403  303  formToken=TOKEN&amount=1&reason=Asked
            GET  /admin/money/chargebacks/{id}/evidence CHARGEBACK in 403 403 403  403  200
            GET  /admin/bookings/{id}               CONFIRMED  in   403  403  403  403  200
            GET  /admin/bookings/{id}/cancellation  CONFIRMED  in   403  403  403  403  200
            POST /admin/bookings/{id}/cancellation  CONFIRMED  in   403  403  403  403  303  formToken=TOKEN&back=0&reason=Asked
            GET  /admin/outbox                      -          in   403  403  403  403  200
            POST /admin/outbox/{id}/retry           MAIL       in   403  403  403  403  303  reason=Asked
            POST /admin/outbox/{id}/removal         MAIL       in   403  403  403  403  303  reason=Asked
            GET  /admin/reviews                     -          in   403  403  403  403  200
            POST /admin/reviews/{id}/hiding         REVIEW     in   403  403  403  403  303  reason=Rude
            POST /admin/reviews/{id}/showing        HIDDEN_REVIEW in 403 403 403  403  303  reason=Fair
            POST /admin/reviews/{id}/dismissal      REVIEW     in   403  403  403  403  303  reason=Fair
            GET  /admin/disputes                    -          in   403  403  403  403  200
            GET  /admin/disputes/{id}               DISPUTED   in   403  403  403  403  200
            POST /admin/disputes/{id}/ruling        DISPUTED   in   403  403  403  403  303  formToken=TOKEN&reason=So
            GET  /admin/settings                    -          in   403  403  403  403  200
            POST /admin/settings                    -          in   403  403  403  403  303  feePercent=10&answerHours=48&maxUndecided=5&maxUnpaid=3&triesAnHour=TRIES&seen=SEEN&reason=Asked
            GET  /admin/tasks                       -          in   403  403  403  403  200
            POST /admin/tasks/{id}/run              TASK       in   403  403  403  403  303  reason=Asked
            POST /admin/tasks/{id}/removal          TASK       in   403  403  403  403  303  reason=Asked
            GET  /avatars/{id}                      FACE       404  404  404  404  404  404
            GET  /bookings                          -          in   200  200  200  200  200
            POST /bookings                          -          in   409  303  422  303  303  offer=OFFER&start=START&topic=Beginning&message=Hello&formToken=TOKEN
            GET  /bookings/new                      -          in   200  200  200  200  200  offer=OFFER&start=START
            POST /bookings/new                      -          in   200  200  200  200  200  elsewhere=OFFER&start=START&topic=Beginning&message=Hello
            GET  /bookings/{id}                     REQUEST    in   200  404  200  404  200
            POST /bookings/{id}/acceptance          REQUEST    in   403  404  302  404  403  formToken=TOKEN
            POST /bookings/{id}/refusal             REQUEST    in   403  404  302  404  403  formToken=TOKEN
            POST /bookings/{id}/withdrawal          REQUEST    in   302  404  403  404  403  formToken=TOKEN
            GET  /bookings/{id}/cancellation        CONFIRMED  in   200  404  200  404  403
            POST /bookings/{id}/cancellation        CONFIRMED  in   303  404  303  404  403  formToken=TOKEN&back=0
            GET  /bookings/{id}/move                CONFIRMED  in   200  404  200  404  403
            POST /bookings/{id}/move                CONFIRMED  in   303  404  403  404  403  formToken=TOKEN&start=START
            POST /bookings/{id}/proposal            CONFIRMED  in   303  404  303  404  403  formToken=TOKEN&start=START
            POST /bookings/{id}/proposal/acceptance PROPOSED   in   403  404  303  404  403  formToken=TOKEN&start=PROPOSED
            POST /bookings/{id}/proposal/refusal    PROPOSED   in   403  404  303  404  403  formToken=TOKEN&start=PROPOSED
            POST /bookings/{id}/proposal/withdrawal PROPOSED   in   303  404  403  404  403  formToken=TOKEN
            POST /bookings/{id}/completion          CONFIRMED  in   403  404  400  404  403  formToken=TOKEN
            POST /bookings/{id}/confirmation        CONFIRMED  in   400  404  403  404  403  formToken=TOKEN
            GET  /bookings/{id}/dispute             DISPUTED   in   200  404  200  404  303
            POST /bookings/{id}/dispute             OVER       in   303  404  403  404  403  formToken=TOKEN&words=No
            POST /bookings/{id}/no-show             OVER       in   403  404  303  404  403  formToken=TOKEN&words=No
            POST /bookings/{id}/dispute/answer      DISPUTED   in   409  404  409  404  403  formToken=TOKEN&words=No
            POST /bookings/{id}/dispute/appeal      DISPUTED   in   409  404  409  404  403  formToken=TOKEN&words=No
            POST /bookings/{id}/invitation          CONFIRMED  in   303  404  303  404  403  formToken=TOKEN
            GET  /bookings/{id}/invitation.ics      CONFIRMED  in   200  404  200  404  404
            GET  /bookings/{id}/review              REVIEWED   in   200  404  200  404  200
            POST /bookings/{id}/review              COMPLETED  in   303  404  403  404  403  stars=5&formToken=TOKEN
            POST /bookings/{id}/review/removal      REVIEWED   in   303  404  403  404  403
            POST /bookings/{id}/review/reply        REVIEWED   in   403  404  303  404  403  reply=Thanks
            POST /bookings/{id}/review/reply/removal REVIEWED  in   403  404  303  404  403
            GET  /bookings/{id}/join                CONFIRMED  in   200  404  200  404  404
            POST /bookings/{id}/join                CONFIRMED  in   409  404  409  404  404  formToken=TOKEN
            GET  /bookings/{id}/room                CONFIRMED  in   403  404  200  404  403
            POST /bookings/{id}/room                CONFIRMED  in   403  404  303  404  403  link=https://rooms.example/one
            GET  /bookings/{id}/checkout            UNPAID     in   503  404  303  404  303
            POST /bookings/{id}/checkout            UNPAID     in   303  404  403  404  403
            GET  /bookings/{id}/paid                UNPAID     in   302  404  302  404  302
            GET  /bookings/{id}/payment             UNPAID     in   200  404  200  404  200
            GET  /bookings/{id}/receipt             TIPPED     in   200  404  200  404  200
            GET  /bookings/{id}/tips                TIPPED     in   200  404  403  404  403
            POST /bookings/{id}/tips                TIPPED     in   303  404  403  404  403  amount=5&formToken=TOKEN
            GET  /bookings/{id}/tips/paid           TIPPED     in   302  404  302  404  302
            GET  /calendar/{token}.ics              -          404  404  404  404  404  404
            GET  /error                             -          404  404  404  404  404  404
            GET  /home                              -          in   200  200  200  200  200
            GET  /home/count                        -          in   200  200  200  200  200
            GET  /mentor/availability               -          in   302  302  200  200  302
            POST /mentor/availability               -          in   302  302  422  422  302
            GET  /mentor/availability/dates         -          in   302  302  200  200  302
            POST /mentor/availability/dates         -          in   302  302  422  422  302
            GET  /mentor/availability/dates/{id}    DATE       in   404  404  200  404  404
            POST /mentor/availability/dates/{id}    DATE       in   404  404  422  404  404
            POST /mentor/availability/dates/{id}/removal   DATE in  404  404  303  404  404
            POST /mentor/availability/dates/past/removal   -  in   302  302  303  303  302
            GET  /mentor/availability/holidays      -          in   302  302  200  200  302
            POST /mentor/availability/holidays      -          in   302  302  422  422  302
            GET  /mentor/availability/travel        -          in   302  302  200  200  302
            POST /mentor/availability/travel        -          in   302  302  422  422  302
            GET  /mentor/availability/travel/{id}   TRAVEL     in   404  404  200  404  404
            POST /mentor/availability/travel/{id}   TRAVEL     in   404  404  422  404  404
            POST /mentor/availability/travel/{id}/removal  TRAVEL in 404 404 303  404  404
            GET  /mentor/availability/zones         -          in   302  302  200  200  302  zone=munich
            GET  /mentor/figures                    -          in   302  302  200  200  302
            GET  /mentor/meeting-place              -          in   302  302  200  200  302
            POST /mentor/meeting-place              -          in   302  302  303  303  302  kind=JITSI
            GET  /mentor/offers                     -          in   302  302  200  200  302
            GET  /mentor/offers/new                 -          in   302  302  200  200  302
            POST /mentor/offers/new                 -          in   422  422  302  302  422  title=Talk&kind=ONE_ON_ONE&minutes=60&price=0&currency=EUR&confirmation=REQUEST&lateRefundPercent=0&publish=true&formToken=TOKEN
            GET  /mentor/offers/{id}                OFFER      in   404  404  200  404  404
            POST /mentor/offers/{id}                OFFER      in   404  404  302  404  404  title=Talk&kind=ONE_ON_ONE&minutes=60&price=0&currency=EUR&confirmation=REQUEST&lateRefundPercent=0&publish=true
            POST /mentor/offers/{id}/publication    OFFER      in   404  404  302  404  404  published=false
            GET  /mentor/payouts                    -          in   302  302  200  200  302
            GET  /mentor/payouts/account            -          in   302  302  302  302  302
            POST /mentor/payouts/account            -          in   303  303  303  303  303
            POST /mentor/payouts/dashboard          -          in   303  303  303  303  303
            GET  /mentor/payouts/transactions.csv   -          in   404  404  200  200  404
            GET  /mentor/profile                    -          in   200  200  200  200  200
            POST /mentor/profile                    -          in   302  302  302  302  302  headline=Plain&about=Answers&languages=en&publish=true
            GET  /mentor/requests                   -          in   200  200  200  200  200
            GET  /mentor/requests/count             -          in   200  200  200  200  200
            GET  /mentors                           -          200  200  200  200  200  200
            GET  /mentors/{slug}                    MENTOR     200  200  200  200  200  200
            GET  /mentors/{slug}                    HIDDEN     404  404  404  404  404  404
            GET  /mentors/{slug}/reviews            MENTOR     200  200  200  200  200  200
            GET  /mentors/{slug}/reviews            HIDDEN     404  404  404  404  404  404
            GET  /mentors/{slug}/times              MENTOR     200  200  200  200  200  200
            GET  /mentors/{slug}/times              HIDDEN     404  404  404  404  404  404
            GET  /notices                           -          in   200  200  200  200  200
            GET  /notices/count                     -          in   200  200  200  200  200
            POST /notices/reading                   -          in   303  303  303  303  303  upTo=TOKEN
            POST /notices/{id}/reading              NOTICE     in   404  404  303  404  404
            GET  /password/forgot                   -          200  200  200  200  200  200
            POST /password/forgot                   -          422  422  422  422  422  422
            GET  /password/reset                    -          404  404  404  404  404  404
            POST /password/reset                    -          404  404  404  404  404  404
            GET  /reviews/{id}/report               REVIEW     in   403  200  200  200  200
            POST /reviews/{id}/report               REVIEW     in   403  200  200  200  200  reason=Rude&formToken=TOKEN
            GET  /payments                          -          in   200  200  200  200  200
            GET  /sign-in                           -          200  303  303  303  303  303
            POST /sign-in                           -          422  422  422  422  422  422
            POST /sign-in/first                     -          in   401  401  401  401  401
            GET  /sign-up                           -          200  303  303  303  303  303
            POST /sign-up                           -          422  422  422  422  422  422
            GET  /unsubscribe/{token}               STOP       200  200  200  200  200  200
            POST /unsubscribe/{token}               STOP       200  200  200  200  200  200
            GET  /verify                            -          200  200  200  200  200  200
            POST /verify                            -          404  404  404  404  404  404
            POST /webhooks/stripe                   -          400  400  400  400  400  400
            POST /webhooks/stripe/connect           -          400  400  400  400  400  400
            GET  /zone                              -          200  200  200  200  200  200
            POST /zone                              -          422  422  422  422  422  422
            """;

    /** Open without a form token: to touch a cookie of the sender's only, signed, or with a secret in the address. */
    private static final Set<String> WITHOUT_TOKEN = Set.of("/zone", "/unsubscribe/{token}", "/webhooks/stripe",
            "/webhooks/stripe/connect", "/error");

    /** What people type into fields that are no text, and the sentence for what cannot be read. */
    private static final Map<Class<?>, String> TYPED = Map.of(Integer.class, "Enter a whole number.", Long.class,
            "Enter a whole number.", BigDecimal.class, "Enter a number.", LocalDate.class, "Enter a date.",
            LocalTime.class, "Enter a time");

    /** Numbers a page sends along and nobody types: the amount that was shown, the star that was chosen. */
    private static final Set<String> UNTYPED = Set.of("back", "stars", "seen");

    /** Answers after which everything is as it was. */
    private static final Set<String> REFUSED = Set.of("in", "400", "401", "403", "404", "422");

    private record Line(HttpMethod method, String path, Thing thing, Map<Who, String> answers, String params) {

        static Line of(String text) {
            var cells = text.split("\\s+");
            var answers = new EnumMap<Who, String>(Who.class);
            for (var who : Who.values()) {
                answers.put(who, cells[3 + who.ordinal()]);
            }
            return new Line(HttpMethod.valueOf(cells[0]), cells[1],
                    cells[2].equals("-") ? Thing.NONE : Thing.valueOf(cells[2]), answers,
                    cells.length > 9 ? cells[9] : "");
        }

        boolean reads() {
            return method == HttpMethod.GET;
        }

        /** Where nobody but an admin gets in, so that nobody else learns what is there and what is not. */
        boolean admins() {
            return path.startsWith("/admin");
        }

        /** Whether what one did changes what the next one gets. */
        boolean takesTurns() {
            return !reads() && (thing != Thing.NONE || params.contains("START"));
        }

        String route() {
            return method + " " + path;
        }

        @Override
        public String toString() {
            return route() + (thing == Thing.NONE ? "" : " " + thing);
        }
    }

    private record Answer(String status, String type, String body) {}

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Cast cast;

    @Autowired
    Market market;

    @Autowired
    Mentors mentors;

    @Autowired
    EditProfile profiles;

    @Autowired
    EditAvailability availability;

    @Autowired
    ProposeMove propose;

    @Autowired
    WriteReview write;

    @Autowired
    ReviewPages reviews;

    @Autowired
    ReportReview report;

    @Autowired
    JudgeReview judge;

    @Autowired
    DisputeSession disputes;

    @Autowired
    AnswerDispute answers;

    @Autowired
    CurrentRules rules;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private Scene shared;
    private Failures failures;

    @BeforeAll
    void failures() {
        failures = new Failures(jdbc);
    }

    /** What failed here would need somebody in all later tests, and what was set would count in them. */
    @AfterEach
    void asItWas() {
        failures.close();
        if (rules.latest().rules().triesAnHour() != BOOKING_TRIES) {
            rules.change(cast.admin().viewer(), new BookingRules(10, 48, 5, 3, BOOKING_TRIES), rules.latest().version(),
                    "As it was", clock.instant());
        }
    }

    static Stream<Line> lines() {
        return TABLE.lines().skip(1).filter(line -> !line.isBlank()).map(Line::of);
    }

    @Test
    void everyRouteHasALine() {
        Set<String> listed = lines().map(Line::route).collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(routes());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everybodyGetsWhatIsTheirs(Line line) {
        var softly = new SoftAssertions();
        var scene = line.reads() || REFUSED.containsAll(line.answers().values()) ? shared() : new Scene();
        var touched = false;
        for (var who : Who.values()) {
            scene = touched && line.takesTurns() ? new Scene() : scene;
            var answer = ask(line, who, scene, scene.id(line.thing())).status();
            softly.assertThat(answer).as(line + " as " + who).isEqualTo(line.answers().get(who));
            touched = !REFUSED.contains(answer);
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void whatIsAnothersLooksLikeWhatIsNot(Line line) {
        if (line.thing() == Thing.NONE) {
            return;
        }
        var scene = shared();
        var missing = missing(line.thing());
        for (var who : Who.values()) {
            var nothing = ask(line, who, scene, missing);
            if (line.answers().get(who).equals("in")) {
                assertThat(nothing.status()).as(line + " as " + who).isEqualTo("in");
            } else if (line.admins() && who != Who.ADMIN) {
                assertThat(nothing.status()).as(line + " as " + who).isEqualTo("403");
            } else {
                assertThat(nothing.status()).as(line + " as " + who).isEqualTo("404");
            }
            if (Set.of("404", "in").contains(line.answers().get(who))) {
                assertThat(ask(line, who, scene, scene.id(line.thing()))).as(line + " as " + who).isEqualTo(nothing);
            }
        }
    }

    @Test
    void noRouteTakesAVerbItDoesNotHave() {
        var scene = shared();
        var verbs = lines()
            .collect(Collectors.groupingBy(Line::path, Collectors.mapping(Line::method, Collectors.toSet())));
        verbs.remove("/error");
        var softly = new SoftAssertions();
        verbs.forEach((path, known) -> {
            for (var verb : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH,
                    HttpMethod.DELETE)) {
                if (!known.contains(verb)) {
                    var line = new Line(verb, path, Thing.NONE, Map.of(), "");
                    var url = UUID.randomUUID().toString();
                    var somebody = line.admins() ? Who.ADMIN : Who.MENTEE;
                    softly.assertThat(ask(line, somebody, scene, url).status()).as(line.route()).isIn("405", "404");
                    softly.assertThat(ask(line, Who.VISITOR, scene, url).status())
                        .as(line.route())
                        .isIn("405", "404", "in");
                }
            }
        });
        softly.assertAll();
    }

    @Test
    void nothingIsSentWithoutAFormToken() {
        var scene = shared();
        var softly = new SoftAssertions();
        lines().filter(line -> line.method() != HttpMethod.GET && !WITHOUT_TOKEN.contains(line.path()))
            .forEach(line -> {
                var answer = mvc.method(line.method())
                    .uri(url(line, missing(line.thing())))
                    .accept(MediaType.TEXT_HTML)
                    .with(scene.people.get(Who.MENTEE).login())
                    .exchange();
                softly.assertThat(answer.getMvcResult().getResponse().getStatus()).as(line.route()).isEqualTo(403);
            });
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-1", "999999999999999999999999", "\u0000", "<b>", "%s{0}", "2027-13-45T99:00Z"})
    void nonsenseIsNeverOurFault(String nonsense) {
        var scene = new Scene().whole();
        var fields = fieldsByRoute();
        var softly = new SoftAssertions();
        lines().filter(line -> !line.reads()).forEach(line -> {
            var params = new LinkedMultiValueMap<String, String>();
            fields.get(line.route()).forEach(field -> params.add(field, nonsense));
            for (var who : line.admins() ? List.of(Who.ADMIN) : List.of(Who.MENTOR, Who.MENTEE)) {
                var answer = mvc.method(line.method())
                    .uri(url(line, scene.id(line.thing())))
                    .params(params)
                    .accept(MediaType.TEXT_HTML)
                    .with(formKey())
                    .with(scene.people.get(who).login())
                    .exchange();
                softly.assertThat(answer.getUnresolvedException()).as(line + " as " + who).isNull();
                softly.assertThat(
                        answer.getUnresolvedException() == null ? answer.getMvcResult().getResponse().getStatus() : 500)
                    .as(line + " as " + who)
                    .isLessThan(500);
            }
        });
        softly.assertAll();
    }

    /** Past the browser: the form comes back with a sentence at the field, never as an error page. */
    @Test
    void aNumberOrDateThatIsNoneIsCorrected() {
        var scene = new Scene().whole();
        var softly = new SoftAssertions();
        lines().filter(line -> !line.reads()).forEach(line -> componentsByRoute().get(line.route()).forEach(field -> {
            var sentence = TYPED.get(field.getType());
            if (sentence != null && !UNTYPED.contains(field.getName())) {
                var params = params(line, scene);
                params.set(field.getName(), "a <dozen>");
                var answer = mvc.method(line.method())
                    .uri(url(line, scene.id(line.thing())))
                    .params(params)
                    .accept(MediaType.TEXT_HTML)
                    .with(formKey())
                    .with(scene.people.get(line.admins() ? Who.ADMIN : Who.MENTOR).login())
                    .exchange();
                var asked = line + " " + field.getName();
                softly.assertThat(answer.getMvcResult().getResponse().getStatus()).as(asked).isEqualTo(422);
                softly.assertThat(body(answer)).as(asked).containsOnlyOnce("#" + field.getName());
                softly.assertThat(body(answer)).as(asked).contains(sentence);
            }
        }));
        softly.assertAll();
    }

    /** An act that leaves no trace in the audit log has no business under /admin. */
    @Test
    void everyActOfAnAdminIsRecordedOnce() {
        var softly = new SoftAssertions();
        lines().filter(line -> line.admins() && !line.reads()).forEach(line -> {
            var scene = new Scene();
            var answer = ask(line, Who.ADMIN, scene, scene.id(line.thing()));
            softly.assertThat(answer.status()).as(line.toString()).isIn("302", "303");
            softly.assertThat(acts(scene.people.get(Who.ADMIN))).as(line.toString()).hasSize(1);
        });
        softly.assertAll();
    }

    private List<String> acts(Actor admin) {
        return jdbc.sql("SELECT act FROM admin_act WHERE admin_id = ?")
            .param(Columns.param(admin.id().value()))
            .query(String.class)
            .list();
    }

    /** Names of everything a route reads into records. */
    private Map<String, List<String>> fieldsByRoute() {
        var fields = new HashMap<String, List<String>>();
        componentsByRoute()
            .forEach((route, found) -> fields.put(route, found.stream().map(RecordComponent::getName).toList()));
        return fields;
    }

    private Map<String, List<RecordComponent>> componentsByRoute() {
        var fields = new HashMap<String, List<RecordComponent>>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            var found = Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .toList();
            routes(info).forEach(route -> fields.put(route, found));
        });
        return fields;
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Set<String> routes() {
        return mapping.getHandlerMethods()
            .keySet()
            .stream()
            .flatMap(AccessTests::routes)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> routes(RequestMappingInfo info) {
        var verbs = info.getMethodsCondition().getMethods();
        return info.getPatternValues()
            .stream()
            .flatMap(
                    path -> verbs.isEmpty() ? Stream.of("GET " + path) : verbs.stream().map(verb -> verb + " " + path));
    }

    private Answer ask(Line line, Who who, Scene scene, String id) {
        var params = params(line, scene);
        var request = line.method() == HttpMethod.GET
                ? mvc.get()
                    .uri(UriComponentsBuilder.fromUri(url(line, id)).queryParams(params).build().encode().toUri())
                : mvc.method(line.method()).uri(url(line, id)).params(params).with(formKey());
        request.accept(MediaType.TEXT_HTML);
        if (who != Who.VISITOR) {
            request.with(scene.people.get(who).login());
        }
        var response = request.exchange().getMvcResult().getResponse();
        return new Answer(status(response), response.getContentType(), neutral(response, id));
    }

    private static String status(MockHttpServletResponse response) {
        var to = response.getHeader("Location");
        return to != null && to.startsWith("/sign-in?return=") ? "in" : String.valueOf(response.getStatus());
    }

    /** Without what differs from request to request. */
    private static String neutral(MockHttpServletResponse response, String id) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)
            .replaceAll("(name=\"_csrf\"[^>]*value=\")[^\"]*", "$1")
            .replace(String.valueOf(id), "ID");
    }

    private static URI url(Line line, String id) {
        return URI.create(line.path().replaceAll("\\{\\w+}", id == null ? "none" : id));
    }

    private LinkedMultiValueMap<String, String> params(Line line, Scene scene) {
        var params = new LinkedMultiValueMap<String, String>();
        Arrays.stream(line.params().split("&"))
            .filter(pair -> !pair.isEmpty())
            .map(pair -> pair.split("="))
            .forEach(pair -> params.add(pair[0], switch (pair[1]) {
                case "TOKEN" -> UUID.randomUUID().toString();
                case "OFFER" -> scene.offer.id().toString();
                case "START" -> scene.starts.get(12).toString();
                case "PROPOSED" -> scene.starts.get(20).toString();
                case "SEEN" -> String.valueOf(rules.latest().version());
                case "TRIES" -> String.valueOf(BOOKING_TRIES + rules.latest().version() % 2 + 1);
                default -> pair[1];
            }));
        return params;
    }

    private static String missing(Thing thing) {
        return switch (thing) {
            case MENTOR, HIDDEN -> "nobody-" + UUID.randomUUID().toString().substring(24);
            default -> UUID.randomUUID().toString();
        };
    }

    /** For those who only look. */
    private Scene shared() {
        shared = shared == null ? new Scene().whole() : shared;
        return shared;
    }

    private String first(String sql, Actor of) {
        return jdbc.sql(sql)
            .param(Columns.param(of.id().value()))
            .query((row, _) -> sql.contains("token") ? row.getString(1) : Columns.uuid(row, "id").toString())
            .single();
    }

    /** A session that was over an hour ago. */
    private BookingId over(Actor mentee, OfferTerms offer, Instant start) {
        var id = market.book(mentee.viewer(), offer, start);
        var end = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1));
        jdbc.sql("UPDATE booking SET start_at = ?, end_at = ? WHERE id = ?")
            .params(Columns.param(end.minus(Duration.ofHours(1))), Columns.param(end), Columns.param(id.value()))
            .update();
        return id;
    }

    /** One that both have said something about. */
    private BookingId disputed(Actor mentee, Actor mentor, OfferTerms offer, Instant start) {
        var id = over(mentee, offer, start);
        disputes.dispute(mentee.viewer(), id, "It was short.", FormToken.next(), clock.instant());
        answers.answer(mentor.viewer(), id, "It was not.", FormToken.next(), clock.instant());
        return id;
    }

    private ReviewId review(Actor mentee, BookingId booking) {
        write.write(mentee.viewer(), booking, new Opinion(4, "Clear answers.", false), FormToken.next(),
                clock.instant());
        return reviews.show(mentee.viewer(), booking, clock.instant()).orElseThrow().said().id();
    }

    /** A mentor, a mentee who waits for an answer, and strangers to both. What else there is comes when asked for. */
    private final class Scene {

        final Actor mentor = market.mentor();
        final Actor mentee = cast.mentee();
        final Map<Who, Actor> people = Map.of(Who.MENTEE, mentee, Who.OTHER, cast.stranger(), Who.MENTOR, mentor,
                Who.COLLEAGUE, market.mentor(), Who.ADMIN, cast.admin());
        final OfferTerms offer = market.offer(mentor, 0, Confirmation.REQUEST);
        final OfferTerms free = market.offer(mentor, 0, Confirmation.INSTANT);
        final List<Instant> starts = market.starts(offer);
        private final BookingId request = market.book(mentee.viewer(), offer, starts.getFirst());
        private final LocalDate later = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(200);
        private final Map<Thing, String> ids = new EnumMap<>(Thing.class);
        private ReviewId review;
        private MoneyThings money;

        /** Where what is done to one thing may be in the way of another that is made later. */
        Scene whole() {
            Arrays.stream(Thing.values()).forEach(this::id);
            return this;
        }

        String id(Thing thing) {
            return thing == Thing.NONE ? null : ids.computeIfAbsent(thing, made -> make(made).toString());
        }

        private Object make(Thing thing) {
            return switch (thing) {
                case NONE -> throw new IllegalArgumentException();
                case OFFER -> offer.id();
                case FACE -> mentor.id();
                case MENTOR -> mentors.byId(mentor.id()).orElseThrow().slug();
                case HIDDEN -> hidden();
                case JUDGED -> judged();
                case FELLOW -> cast.admin().id();
                case DATE -> date();
                case TRAVEL -> {
                    travel(people.get(Who.COLLEAGUE));
                    yield travel(mentor);
                }
                case REQUEST -> request;
                case UNPAID -> market.book(mentee.viewer(), paid(), starts.get(4));
                case CONFIRMED -> market.book(mentee.viewer(), free, starts.get(8));
                case PROPOSED -> proposed();
                case OVER -> over(mentee, free, starts.get(24));
                case DISPUTED -> disputed(mentee, mentor, free, starts.get(32));
                case COMPLETED -> market.completed(mentee, free);
                case TIPPED -> tipped();
                case REVIEWED -> reviewed();
                case HIDDEN_REVIEW -> hiddenReview();
                case PAID -> bought();
                case MAIL -> failures.mail(clock.instant());
                case TASK -> failures.task(clock.instant());
                case REVIEW, NOTICE, STOP -> {
                    id(Thing.REVIEWED);
                    yield switch (thing) {
                        case NOTICE -> first("SELECT id FROM notice WHERE account_id = ? LIMIT 1", mentor);
                        case STOP -> first("SELECT token FROM mail_preference WHERE account_id = ? LIMIT 1", mentor);
                        default -> review;
                    };
                }
                case PARKED, MISMATCH, CHARGEBACK -> {
                    id(Thing.PAID);
                    yield switch (thing) {
                        case PARKED -> money.parked();
                        case MISMATCH -> money.mismatch();
                        default -> money.chargeback();
                    };
                }
            };
        }

        private OfferTerms paid() {
            return market.offer(mentor, 4500, Confirmation.INSTANT);
        }

        private String hidden() {
            var hidden = cast.mentor();
            profiles.save(hidden.id(),
                    new ProfileText("Not yet", "I am still writing this.", "", "", "", List.of("Java"), List.of("en")),
                    false, clock.instant());
            return mentors.byId(hidden.id()).orElseThrow().slug();
        }

        private AccountId judged() {
            var judged = market.mentor().id();
            jdbc.sql("UPDATE mentor SET verified_at = created_at, long_sessions = TRUE WHERE account_id = ?")
                .param(Columns.param(judged.value()))
                .update();
            jdbc.sql("UPDATE account SET suspended_at = created_at WHERE id = ?")
                .param(Columns.param(judged.value()))
                .update();
            return judged;
        }

        private Object date() {
            var date = ExceptionEntry.of(new DatedException.Off(later, later), "");
            Market.reschedule(availability, mentor.id(), schedule -> schedule.withExceptions(List.of(date)));
            return date.id();
        }

        private Object travel(Actor somebody) {
            var travel = Travel.of(later, later, ZoneId.of("Asia/Tokyo"));
            Market.reschedule(availability, somebody.id(), schedule -> schedule.withTravels(List.of(travel)));
            return travel.id();
        }

        private BookingId proposed() {
            var proposed = market.book(mentee.viewer(), free, starts.get(16));
            propose.propose(mentee.viewer(), proposed, starts.get(20), null, FormToken.next(), clock.instant());
            return proposed;
        }

        private BookingId tipped() {
            var tipped = market.book(mentee.viewer(), free, starts.get(28));
            market.complete(tipped);
            new Books(jdbc).tipped(mentor, tipped, 500, "EUR", clock.instant());
            return tipped;
        }

        private BookingId reviewed() {
            var reviewed = market.completed(mentee, free);
            review = review(mentee, reviewed);
            report.report(cast.stranger().viewer(), review, "Rude", FormToken.next(), clock.instant());
            return reviewed;
        }

        private ReviewId hiddenReview() {
            var hidden = review(mentee, market.completed(mentee, free));
            judge.hide(cast.admin().viewer(), hidden, "Rude", clock.instant());
            return hidden;
        }

        private BookingId bought() {
            var bought = market.book(mentee.viewer(), paid(), starts.get(30));
            money = MoneyThings.about(bought, mentor.id(), jdbc, clock.instant());
            return bought;
        }
    }
}
