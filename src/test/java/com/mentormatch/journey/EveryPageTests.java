package com.mentormatch.journey;

import static com.mentormatch.mentor.ListedMentors.mark;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.Role;
import com.mentormatch.availability.DatedException;
import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.ExceptionEntry;
import com.mentormatch.availability.Travel;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.CheckoutDesk;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.EditProfile;
import com.mentormatch.mentor.ListedMentors;
import com.mentormatch.payment.LookAtAccount;
import com.mentormatch.payment.MoneyThings;
import com.mentormatch.payment.SettlePayment;
import com.mentormatch.review.Opinion;
import com.mentormatch.review.ReportReview;
import com.mentormatch.review.ReviewPages;
import com.mentormatch.sandbox.stripe.Call;
import com.mentormatch.sandbox.stripe.Fault;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Books;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.Failures;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.browser.Window;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Every page there is: nothing serious for axe by day or by night, nothing that leaves its window, at 360 px either. */
@TestInstance(Lifecycle.PER_CLASS)
class EveryPageTests extends Journey {

    @Autowired
    CheckoutDesk checkout;
    @Autowired
    SettlePayment settle;
    @Autowired
    LookAtAccount look;
    @Autowired
    EditProfile profiles;

    /** What answers no page: files, fragments, and addresses that only lead on. */
    private static final Set<String> NO_PAGES = Set.of("/admin/money/chargebacks/{id}/evidence", "/avatars/{id}",
            "/bookings/{id}/invitation.ics", "/bookings/{id}/tips/paid", "/calendar/{token}.ics", "/error",
            "/home/count", "/mentor/availability/zones", "/mentor/payouts/account", "/mentor/payouts/transactions.csv",
            "/mentor/requests/count", "/notices/count");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;
    @Autowired
    ReportReview report;
    @Autowired
    ReviewPages reviews;
    @Autowired
    EditAvailability availability;

    private final Set<String> lookedAt = new HashSet<>();
    private int run;
    private List<String> found;

    @BeforeEach
    void nothingYet() {
        found = new ArrayList<>();
        run++;
    }

    /** Where all of them have run; the routes are read from the running product, so a new page is not forgotten. */
    @AfterAll
    void everyPageWasLookedAt() {
        if (run == Arrays.stream(getClass().getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .count()) {
            var forgotten = routes().map(PathPattern::getPatternString).collect(Collectors.toCollection(TreeSet::new));
            forgotten.removeAll(NO_PAGES);
            forgotten.removeAll(lookedAt);
            assertThat(forgotten).isEmpty();
        }
    }

    private Stream<PathPattern> routes() {
        return mapping.getHandlerMethods()
            .keySet()
            .stream()
            .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
            .flatMap(info -> info.getPathPatternsCondition().getPatterns().stream());
    }

    /** All of it at once: one run tells everything there is to mend. */
    @AfterEach
    void nothingFound() {
        assertThat(found).isEmpty();
    }

    @Test
    void pagesForEverybody(Window window) {
        var mentor = market.mentor();
        market.offer(mentor, 4500, Confirmation.REQUEST);
        market.offer(mentor, 0, Confirmation.INSTANT);
        for (var page : new String[]{"/", "/mentors", "/mentors?q=" + mark(), "/mentors?free=true&instant=true&to=5",
                profile(mentor), profile(mentor) + "?view=week", profile(mentor) + "/times", "/zone", "/sign-up",
                "/password/forgot", "/verify?token=none", "/password/reset?token=none", "/nothing/here",
                "/sign-in?return=%2Fhome&ended=seen"}) {
            look(window.open(page), page);
        }
        window.open("/sign-in")
            .fill("E-mail", mark() + "@example.com")
            .fill("Password", "not the one")
            .press(By.cssSelector("main form button[data-kind=primary]"))
            .sees("do not belong together");
        look(window, "sign-in refused");
        window.open("/zone").fill("Show times in", "CET").press("Use this zone").sees("Did you mean");
        look(window, "zone refused");
        window.open("/password/forgot")
            .fill("E-mail", mark() + "@example.com")
            .press("Send the link")
            .sees("Check your mail");
        look(window, "link sent");
        window.open("/sign-up")
            .fill("Name", "Ada")
            .fill("E-mail", mark() + "@example.com")
            .fill("Password", "short")
            .press("Create account")
            .sees("Please correct this");
        look(window, "sign-up refused");
        window.fill("Password", "a long enough one").press("Create account").sees("Check your mail");
        look(window, "signed up");
    }

    @Test
    void pagesOfASessionThatMovesOrEnds(Window window) {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var mentee = cast.mentee();
        var starts = market.starts(offer);
        var booking = "/bookings/" + market.book(mentee.viewer(), offer, starts.get(40));
        window.signIn(mentee);
        for (var page : new String[]{booking, booking + "/cancellation", booking + "/join", booking + "/move",
                booking + "/move?view=week", booking + "/move?start=" + starts.get(60), "/bookings?moved=true"}) {
            look(window.open(page), page);
        }
        market.book(cast.mentee().viewer(), offer, starts.get(60));
        window.open(booking + "/move?start=" + starts.get(60)).sees("Time slot is no longer available");
        look(window, "other time gone");
        deeds.propose(mentor, market.latest(mentee).id(), starts.get(70));
        look(window.open(booking).sees("proposes another time"), "proposal");
        look(window.open("/home"), "home with a proposal");
        deeds.cancel(mentor, market.latest(mentee).id(), 0);
        look(window.open(booking).sees("cancelled this session"), "cancelled");
    }

    @Test
    void pagesOfAMentee(Window window) {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 4500, Confirmation.REQUEST);
        var mentee = cast.mentee();
        look(window.signIn(mentee).open("/home"), "first home");
        for (var page : new String[]{"/bookings", "/account", "/mentor/profile"}) {
            look(window.open(page), page);
        }
        window.open("/account").fill("Time zone", "CET").press("Save").sees("Please correct this");
        look(window, "account refused");
        window.press(By.cssSelector("#details-card button[name=zone]")).sees("Saved.");
        for (var page : new String[]{"/account/email", "/account/deletion", "/account/email/confirmation?token=none"}) {
            look(window.open(page), page);
        }
        window.press("Use this address").sees("This link no longer works");
        look(window, "dead link");
        window.open("/account/deletion").fill("Your e-mail address", mark() + "@example.com");
        window.fill("Password", "wrong").press("Delete my account for good").sees("Please correct this");
        look(window, "deletion refused");
        window.open("/account/email").fill("New e-mail address", mentee.email()).fill("Password", "wrong");
        window.press("Send the link").sees("Please correct this");
        look(window, "new address refused");
        window.fill("New e-mail address", mark() + "@example.com").fill("Password", Cast.PASSWORD);
        window.press("Send the link").sees("Check your mail");
        look(window, "new address asked");
        window.open("/account").press("Change password");
        look(window, "password refused");

        var start = market.starts(offer).getFirst();
        look(window.open(form(offer, start)), "booking form");
        window.press("Request for €45").sees("Please correct this");
        look(window, "booking form 422");
        window.fill("Topic", "z".repeat(120)).fill("Message (optional)", "word".repeat(400));
        market.book(cast.mentee().viewer(), offer, start);
        window.press("Request for €45").sees("Time slot is no longer available");
        look(window, "booking form 409");
        window.open(form(offer, market.starts(offer).get(3)));
        window.driver().manage().deleteCookieNamed("session");
        write(window).press("Request for €45").sees("What you wrote is kept");
        look(window, "signed out, kept");
        window.signInHere(mentee).sees("You are signed in");
        look(window, "kept, to be sent");
    }

    @Test
    void pagesForWhatGoesWrong(Window window) {
        var mentor = market.mentor();
        look(window.open("/mentors/nobody-here").sees("There is nothing here"), "404");
        var broken = profile(mentor);
        jdbc.sql("UPDATE mentor SET headline = '' WHERE account_id = ?")
            .param(Columns.param(mentor.id().value()))
            .update();
        look(window.open(broken).sees("Reference"), "500");
        var address = mark() + "@example.com";
        window.scripts(false);
        for (var i = 0; i < 5; i++) {
            window.open("/password/forgot").fill("E-mail", address).press("Send the link").sees("a few minutes");
        }
        window.open("/password/forgot").fill("E-mail", address).press("Send the link").sees("quarter of an hour");
        assertThat(window.typed("email")).isEqualTo(address);
        window.scripts(true).open("/password/forgot").fill("E-mail", address).press("Send the link");
        look(window.sees("quarter of an hour"), "429");
        assertThat(window.typed("email")).isEqualTo(address);
        look(window.signIn(cast.mentee()).open("/admin/anything").sees("403"), "403");
    }

    @Test
    void pagesOfAMentor(Window window) {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 4500, Confirmation.REQUEST);
        var free = market.offer(mentor, 0, Confirmation.INSTANT);
        market.book(cast.mentee(), market.offer(mentor, 0, Confirmation.REQUEST));
        market.book(cast.mentee(), free);
        look(window.signIn(mentor).open("/home"), "home");
        var later = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(200);
        var date = ExceptionEntry.of(new DatedException.Off(later, later), "Moving house");
        var travel = Travel.of(later, later, ZoneId.of("Asia/Tokyo"));
        Market.reschedule(availability, mentor.id(),
                schedule -> schedule.withExceptions(List.of(date)).withTravels(List.of(travel)));
        for (var page : new String[]{"/mentor/availability/dates/" + date.id(),
                "/mentor/availability/travel/" + travel.id(), "/notices", "/mentor/requests", "/mentor/profile",
                "/mentor/offers", "/mentor/offers/new", "/mentor/offers/" + offer.id(), "/mentor/availability",
                "/mentor/availability/dates", "/mentor/availability/holidays", "/mentor/availability/travel",
                "/mentor/meeting-place", "/bookings?as=MENTOR", "/bookings?as=MENTOR&show=WAITING", profile(mentor)}) {
            look(window.open(page), page);
        }
        window.open("/mentor/offers/new").press("Publish offer").sees("Please correct this");
        look(window, "offer refused");
        window.open("/mentor/availability")
            .fill("Monday", "9 to noon")
            .press("Save availability")
            .sees("Please correct this");
        look(window, "availability refused");
        window.open("/mentor/profile").fill("Headline", "").press("Save changes").sees("Please correct this");
        look(window, "profile refused");
        window.open("/home").press(By.cssSelector("summary[aria-label='Your menu']"));
        look(window, "menu");
    }

    @Test
    void aBookingInEveryState(Window window, Window desk) {
        var mentor = market.mentor();
        var mentee = cast.mentee();
        var free = market.offer(mentor, 0, Confirmation.REQUEST);
        var instant = market.offer(mentor, 4500, Confirmation.INSTANT);
        var paid = market.offer(mentor, 4500, Confirmation.REQUEST);
        window.signIn(mentee);
        desk.signIn(mentor);

        var booking = market.book(mentee, instant);
        checkout.open(booking, clock.instant());
        both(window, desk, booking, BookingStatus.AWAITING_PAYMENT);
        look(window.open("/bookings/" + booking + "/checkout"), "Stripe is away");
        look(window.open("/bookings/" + booking + "/payment"), "payment by itself");
        deeds.withdraw(mentee, booking);
        both(window, desk, booking, BookingStatus.WITHDRAWN);

        booking = market.book(mentee, free);
        both(window, desk, booking, BookingStatus.REQUESTED);
        desk.open("/bookings/" + booking)
            .press("Decline")
            .fill("Why (optional)", "x".repeat(501))
            .press(By.cssSelector("button[data-kind=danger]"))
            .sees("A reason has at most 500 characters");
        look(desk, "reason refused");
        deeds.decline(mentor, booking, "Away" + "y".repeat(400));
        both(window, desk, booking, BookingStatus.DECLINED);

        booking = market.book(mentee, free);
        clock.forward(Duration.ofHours(49));
        both(window, desk, booking, BookingStatus.EXPIRED);

        booking = market.book(mentee, paid);
        checkout.open(booking, clock.instant());
        stripe.pay(stripe.sessionsOf(booking).getLast().id());
        stripe.faults().failAll(Call.ANY, Fault.ERROR_500);
        look(still(window, "/bookings/" + booking + "/paid").sees("Checking your payment"),
                "/bookings/" + booking + "/paid");
        stripe.faults().clear();
        settle.settle(booking, clock.instant());
        both(window, desk, booking, BookingStatus.REQUESTED);
        deeds.accept(mentor, booking);
        both(window, desk, booking, BookingStatus.REQUESTED);
        tasks.runDue();
        both(window, desk, booking, BookingStatus.CONFIRMED);
        look(window.open("/home"), "home with sessions");
        look(window.open("/bookings?show=PAST"), "past bookings");

        var time = market.latest(mentee).time();
        clock.moveTo(time.start().plus(Duration.ofMinutes(5)));
        both(window, desk, booking, BookingStatus.IN_PROGRESS);
        clock.moveTo(time.end().plus(Duration.ofMinutes(20)));
        both(window, desk, booking, BookingStatus.PENDING_COMPLETION);
    }

    /** A page that asks for itself again every few seconds, without that. */
    private static Window still(Window window, String page) {
        window.open("/zone").driver().executeAsyncScript("""
                const done = arguments[1];
                fetch(arguments[0]).then(answer => answer.text()).then(html => {
                  document.documentElement.innerHTML = html;
                  done();
                });""", page);
        return window.settle();
    }

    private void both(Window window, Window desk, BookingId booking, BookingStatus status) {
        look(window.open("/bookings/" + booking), status + " for the mentee");
        look(desk.open("/bookings/" + booking), status + " for the mentor");
        var badge = window.find(".booking .badge").getDomAttribute("data-status");
        assertThat(badge).isEqualTo(status.name().toLowerCase().replace('_', '-'));
    }

    @Test
    void pagesOfMoney(Window window) {
        var mentor = market.mentor();
        var mentee = cast.mentee();
        var booking = market.book(mentee, market.offer(mentor, 0, Confirmation.INSTANT));
        market.complete(booking);
        var books = new Books(jdbc);
        look(window.signIn(mentor).open("/mentor/payouts").sees("Nothing earned yet"), "first statement");
        for (var currency : List.of("EUR", "JPY", "KWD")) {
            for (var month = 0; month < 8; month++) {
                books.earned(mentor, booking, 45_000 + 7130 * month, 4500, currency,
                        clock.instant().minus(Duration.ofDays(31L * month)));
            }
        }
        books.tipped(mentor, booking, 700, "EUR", clock.instant());
        books.givenBack(mentor, booking, 100, 900, "EUR", clock.instant());
        books.paidOut(mentor, 20_000, "EUR", "failed", clock.instant());
        for (var page : List.of("/mentor/payouts", "/mentor/figures", "/mentor/payouts?kind=TIP&month=2019-01",
                "/bookings/" + booking + "/receipt")) {
            look(window.open(page), page);
        }
        stripe.restrict(stripe.accounts()
            .stream()
            .filter(account -> account.email().equals(mentor.email()))
            .findFirst()
            .orElseThrow()
            .id());
        window.signIn(mentee);
        for (var page : List.of("/payments", "/bookings/" + booking, "/bookings/" + booking + "/receipt",
                "/bookings/" + booking + "/tips")) {
            look(window.open(page), page);
        }
        window.press("Go on to pay").sees("Please correct this");
        look(window, "tip refused");
        look.look(mentor.id(), clock.instant());
        look(window.signIn(mentor).open("/mentor/payouts").sees("Your paid offers are paused"), "restricted");
        look(window.open(profile(mentor)), "profile without paid times");
        var fresh = cast.mentor();
        profiles.save(fresh.id(), ListedMentors.text(mark(), "Java"), true, clock.instant());
        window.signIn(fresh).open("/mentor/payouts").press("Set up payouts").sees("Please correct this");
        look(window, "get paid refused");
    }

    @Test
    void pagesAfterASession(Window window, Window desk) {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var mentee = cast.mentee();
        var booking = market.completed(mentee, offer);
        window.signIn(mentee);
        look(window.open("/home").sees("Write a review"), "home that asks for a review");
        look(window.open("/bookings/" + booking + "/review"), "to review");
        deeds.review(mentee, booking, new Opinion(4, "word ".repeat(190), false));
        look(window.open("/bookings/" + booking + "/review"), "reviewed");
        look(desk.open(profile(mentor) + "/reviews"), "reviews");
        var review = reviews.show(mentee.viewer(), booking, clock.instant()).orElseThrow().said().id();
        look(desk.signIn(mentor).open("/reviews/" + review + "/report"), "report");
        var over = market.over(market.book(mentee, offer));
        look(window.open("/bookings/" + over + "/dispute"), "to dispute");
        deeds.dispute(mentee, over, "It was short. ".repeat(60));
        look(window.open("/bookings/" + over + "/dispute"), "disputed");
        look(desk.open("/bookings/" + over + "/dispute"), "to answer");
        look(desk.open("/home").sees("Your answer is needed"), "home with a dispute");
        look(desk.open("/bookings/" + market.book(mentee, offer) + "/room"), "another room");
    }

    @Test
    void pagesAboutMailsAndCalendars(Window window) {
        var mentor = market.mentor();
        var mentee = cast.mentee();
        look(window.signIn(mentor).open("/notices"), "no notices");
        deeds.review(mentee, market.completed(mentee, market.offer(mentor, 0, Confirmation.INSTANT)),
                new Opinion(5, "", false));
        for (var page : List.of("/notices", "/account/mails", "/account/calendar")) {
            look(window.open(page), page);
        }
        var token = jdbc.sql("SELECT token FROM mail_preference WHERE account_id = ? LIMIT 1")
            .param(Columns.param(mentor.id().value()))
            .query(String.class)
            .single();
        look(window.open("/unsubscribe/" + token), "unsubscribe");
    }

    @Test
    void pagesOfAnAdmin(Window window) {
        var mentor = market.mentor();
        var mentee = cast.person("Wilhelmina Margaretha van den Bergh-Oster", Role.MEMBER);
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var booking = market.book(mentee, offer);
        var bought = market.book(mentee, market.offer(mentor, 4500, Confirmation.INSTANT));
        MoneyThings.about(bought, mentor.id(), jdbc, clock.instant());
        var disputed = market.over(market.book(mentee, offer));
        deeds.dispute(mentee, disputed);
        var reviewed = market.completed(mentee, offer);
        deeds.review(mentee, reviewed, new Opinion(1, "Never again.", false));
        report.report(mentor.viewer(),
                reviews.show(mentee.viewer(), reviewed, clock.instant()).orElseThrow().said().id(), "Untrue",
                FormToken.next(), clock.instant());
        try (var failures = new Failures(jdbc)) {
            failures.mail(clock.instant());
            failures.task("booking-deadline", booking.toString(), clock.instant());
            window.signIn(cast.admin());
            for (var page : List.of("/admin", "/admin/bookings?q=" + mentee.email(), "/admin/bookings?q=" + mark(),
                    "/admin/bookings/" + booking, "/admin/bookings/" + booking + "/cancellation",
                    "/admin/accounts?q=" + mentee.email(), "/admin/accounts/" + mentor.id(),
                    "/admin/accounts/" + mentor.id() + "/suspension", "/admin/disputes", "/admin/disputes/" + disputed,
                    "/admin/reviews", "/admin/reviews?show=HIDDEN", "/admin/money", "/admin/money/bookings/" + bought,
                    "/admin/outbox", "/admin/outbox?show=WAITING", "/admin/tasks", "/admin/settings", "/admin/audit",
                    "/admin/audit?act=" + mark())) {
                look(window.open(page), page);
            }
            window.open("/admin/money").press("Looked into it");
            look(window, "a reason for money");
            window.open("/admin/tasks").press("Run now");
            look(window, "a reason for a task");
            window.open("/admin/settings").fill("Platform fee, in percent", "91").press("Save").sees("Please correct");
            look(window, "settings refused");
        }
    }

    private void look(Window window, String page) {
        for (var address : List.of(window.path(), page)) {
            var path = PathContainer.parsePath(address.replaceFirst("[?#].*", ""));
            routes().filter(route -> route.matches(path))
                .min(Comparator.naturalOrder())
                .ifPresent(route -> lookedAt.add(route.getPatternString()));
        }
        window.flaws().forEach(flaw -> found.add(page + ": " + flaw));
        window.dark(true).flaws("color-contrast").forEach(flaw -> found.add(page + ", dark: " + flaw));
        if (!window.dark(false).fits()) {
            found.add(page + " is wider than its window");
        }
        if (!window.width(Window.PHONE).fits()) {
            found.add(page + " is wider than a phone");
        }
        window.width(Window.DESK);
    }
}
