package com.mentormatch.admin;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.AdminRefusal;
import com.mentormatch.account.AppointAdmin;
import com.mentormatch.account.SignIn;
import com.mentormatch.account.Standings;
import com.mentormatch.booking.AcceptRequest;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.CancelBooking;
import com.mentormatch.booking.Party;
import com.mentormatch.booking.RecordPayment;
import com.mentormatch.booking.Refusal;
import com.mentormatch.booking.RequestBooking;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.EditOffers;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferDraft;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferOutcome;
import com.mentormatch.mentor.OfferRefusal;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Transactions;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.Tasks;
import com.mentormatch.testing.TestClock;
import java.io.UnsupportedEncodingException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** What admins know of accounts, and decide about them. */
@IntegrationTest
class AccountDoorTests {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Cast cast;
    @Autowired
    Market market;
    @Autowired
    Mentors mentors;
    @Autowired
    EditOffers offers;
    @Autowired
    RecordPayment money;
    @Autowired
    AcceptRequest accept;
    @Autowired
    CancelBooking cancel;
    @Autowired
    BookingFacts facts;
    @Autowired
    Standings standings;
    @Autowired
    SignIn signIn;
    @Autowired
    AppointAdmin appoint;
    @Autowired
    Transactions transactions;
    @Autowired
    Tasks tasks;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TestClock clock;

    private Actor admin;
    private Actor mentor;
    private Actor mentee;

    @BeforeEach
    void people() {
        admin = cast.admin();
        mentor = market.mentor();
        mentee = cast.mentee();
    }

    @Test
    void oneIsFoundByNameAddressAndStanding() {
        var address = "/admin/accounts/" + mentor.id();
        for (var text : List.of(mentor.email(), mentor.email().substring(0, 30))) {
            assertThat(list("q", text)).hasStatusOk().bodyText().contains(address, mentor.email());
        }
        assertThat(list("q", mentor.email(), "show", "SUSPENDED")).bodyText().contains("Nobody is like that");
        assertThat(list("q", admin.email(), "show", "ADMINS")).bodyText().contains(admin.email());
        assertThat(list("q", "100%_!")).hasStatusOk();
        assertThat(list("q", mentor.email()).header("HX-Request", "true")).bodyText()
            .startsWith("<div id=\"accounts\"");
    }

    @Test
    void aListGoesOnWhereItEnded() {
        for (var i = 0; i < 26; i++) {
            cast.stranger();
        }
        var body = text(list());
        assertThat(body).contains("after=");
        var after = body.replaceAll("(?s).*after=([0-9a-f-]{36}).*", "$1");
        assertThat(text(list("after", after))).doesNotContain("/admin/accounts/" + after);
    }

    @Test
    void thePageTellsFactsBookingsMarksAndActs() {
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var booking = market.book(mentee, offer);
        market.book(mentee.viewer(), offer, market.starts(offer).get(9));
        cancel.cancel(mentor.viewer(), booking, "The train is late.", 0, FormToken.next(), clock.instant());
        act(mentor, "/verification", "Saw the passport").exchange();
        assertThat(show(mentor)).hasStatusOk()
            .bodyText()
            .contains(mentor.name(), mentor.email(), "/admin/bookings/" + booking,
                    "Cancelled a session they had agreed to", "The train is late.", "1 of 2", "Verified a mentor",
                    "Saw the passport");
        assertThat(mvc.get().uri("/mentors/" + slug())).hasStatusOk()
            .bodyText()
            .contains("We have checked who this is", "Cancelled 1 of 2 agreed sessions");
    }

    @Test
    void suspendingShowsFirstWhatFollows() {
        var offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        var booking = market.book(mentee, offer);
        money.paid(booking, clock.instant());
        assertThat(mvc.get().uri(path(mentor) + "/suspension").with(admin.login())).hasStatusOk()
            .bodyText()
            .contains("Suspend Milo Mentor?", "The profile is not found", "€45 back", "/admin/bookings/" + booking);
    }

    @Test
    void whoIsSuspendedIsOutHiddenAndOwedToNobody() {
        var paid = market.offer(mentor, 4500, Confirmation.INSTANT);
        var asked = market.offer(mentor, 0, Confirmation.REQUEST);
        var starts = market.starts(paid);
        var agreed = market.book(mentee.viewer(), paid, starts.get(0));
        money.paid(agreed, clock.instant());
        var unpaid = market.book(mentee.viewer(), paid, starts.get(8));
        var request = market.book(mentee.viewer(), asked, starts.get(16));
        var elsewhere = market.mentor();
        var own = market.book(mentor.viewer(), market.offer(elsewhere, 0, Confirmation.REQUEST), starts.get(24));
        var stamp = standings.of(mentor.id()).orElseThrow().stamp();
        var slug = slug();

        assertThat(act(mentor, "/suspension", "Two complaints about the same thing")).hasStatus(303)
            .hasHeader("Location", path(mentor));
        tasks.runDue();

        assertThat(standings.of(mentor.id()).orElseThrow().stamp()).isNotEqualTo(stamp);
        assertThat(signIn.signIn(mentor.email(), Cast.PASSWORD, null, "192.0.2.1", clock.instant()))
            .isEqualTo(new SignIn.Refused(com.mentormatch.account.Refusal.ACCOUNT_SUSPENDED));
        assertThat(signIn.signIn(mentor.email(), "not this one", null, "192.0.2.1", clock.instant()))
            .isEqualTo(new SignIn.Refused(com.mentormatch.account.Refusal.SIGN_IN_WRONG));
        assertThat(mvc.get().uri("/mentors/" + slug)).hasStatus(404);
        assertThat(status(agreed)).isEqualTo(BookingStatus.CANCELLED);
        var cancellation = facts.of(agreed, clock.instant()).orElseThrow().cancellation();
        assertThat(cancellation.by()).isEqualTo(Party.ADMIN);
        assertThat(cancellation.reason()).isNull();
        assertThat(cancellation.back().minor()).isEqualTo(4500);
        assertThat(status(unpaid)).isEqualTo(BookingStatus.DECLINED);
        assertThat(status(request)).isEqualTo(BookingStatus.DECLINED);
        assertThat(status(own)).isEqualTo(BookingStatus.WITHDRAWN);
        assertThat(market.request(mentee.viewer(), paid, starts.get(0)))
            .isEqualTo(new RequestBooking.Refused(Refusal.OFFER_GONE));
        assertThat(acts(mentor)).containsExactly("account-suspended");
        assertThat(mails(mentor)).contains("ACCOUNT_SUSPENDED");

        assertThat(act(mentor, "/suspension", "Again")).hasStatus(303);
        assertThat(acts(mentor)).containsExactly("account-suspended");
        assertThat(act(mentor, "/suspension/removal", "They explained it")).hasStatus(303);
        assertThat(act(mentor, "/suspension/removal", "They explained it")).hasStatus(303);
        assertThat(acts(mentor)).containsExactly("account-suspended", "account-restored");
        assertThat(signIn.signIn(mentor.email(), Cast.PASSWORD, null, "192.0.2.1", clock.instant()))
            .isInstanceOf(SignIn.Welcome.class);
        assertThat(mvc.get().uri("/mentors/" + slug)).hasStatusOk();
        assertThat(status(agreed)).isEqualTo(BookingStatus.CANCELLED);
    }

    @Test
    void whoIsLetInBeforeTheRestIsCalledOffKeepsIt() {
        var booking = market.book(mentee, market.offer(mentor, 0, Confirmation.INSTANT));
        act(mentor, "/suspension", "A mistake").exchange();
        act(mentor, "/suspension/removal", "It was one").exchange();
        tasks.runDue();
        assertThat(status(booking)).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void nobodyDecidesAboutThemselvesOrWhomTheyMeet() {
        assertThat(act(admin, "/suspension", "Tired")).hasStatus(403);
        var mentoring = market.open(cast.admin());
        admin = mentoring;
        for (var path : List.of("/suspension", "/verification", "/long-sessions")) {
            assertThat(act(mentoring, path, "I am good")).hasStatus(403)
                .bodyText()
                .contains("No admin decides about their own account");
        }
        var met = market.mentor();
        market.book(mentoring, market.offer(met, 0, Confirmation.INSTANT));
        assertThat(act(met, "/suspension", "Cheap way out")).hasStatus(403)
            .bodyText()
            .contains("You have a booking with this person");
        assertThat(acts(mentoring)).isEmpty();
        assertThat(acts(met)).isEmpty();
    }

    @Test
    void adminsAreMadeAndUnmadeButNeverTheLast() {
        assertThat(act(mentee, "/admin", "Joins us")).hasStatus(303);
        assertThat(standings.of(mentee.id()).orElseThrow().viewer().admin()).isTrue();
        assertThat(act(mentee, "/suspension", "Wrong way round")).hasStatus(409)
            .bodyText()
            .contains("Take the admin role away first");
        assertThat(act(mentee, "/admin/removal", "Left us")).hasStatus(303);
        assertThat(standings.of(mentee.id()).orElseThrow().viewer().admin()).isFalse();
        assertThat(acts(mentee)).containsExactly("admin-appointed", "admin-dismissed");
        act(mentee, "/suspension", "Left badly").exchange();
        assertThat(act(mentee, "/admin", "Joins us")).hasStatus(409).bodyText().contains("confirmed address");
        assertThatThrownBy(() -> transactions.run(() -> {
            jdbc.sql("UPDATE account SET role = 'MEMBER' WHERE id <> ?").param(key(admin.id())).update();
            assertThat(appoint.dismiss(admin.viewer(), admin.id(), "Tired", clock.instant()))
                .contains(AdminRefusal.LAST_ADMIN);
            throw new IllegalStateException("Never mind");
        })).hasMessage("Never mind");
        cast.admin();
        assertThat(act(admin, "/admin/removal", "Tired")).hasStatus(303).hasHeader("Location", "/home");
        assertThat(standings.of(admin.id()).orElseThrow().viewer().admin()).isFalse();
    }

    @Test
    void longSessionsAreForWhomAnAdminAllowsThem() {
        var draft = new OfferDraft("A whole day", OfferKind.ONE_ON_ONE, 480, new Amount(0, "EUR"), Confirmation.REQUEST,
                0, true);
        assertThat(offers.add(mentor.id(), draft, FormToken.next(), clock.instant()))
            .isEqualTo(new OfferOutcome.Refused(OfferRefusal.LENGTH_NOT_ALLOWED));
        assertThat(mvc.get().uri("/mentor/offers/new").with(mentor.login())).bodyText()
            .contains("180 minutes")
            .doesNotContain("195 minutes");
        act(mentor, "/long-sessions", "Workshops").exchange();
        assertThat(mvc.get().uri("/mentor/offers/new").with(mentor.login())).bodyText().contains("480 minutes");
        var saved = offers.add(mentor.id(), draft, FormToken.next(), clock.instant());
        var offer = mentors.offer(((OfferOutcome.Saved) saved).id()).orElseThrow();
        var booking = market.book(mentee, offer);
        accept.accept(mentor.viewer(), booking, FormToken.next(), clock.instant());
        act(mentor, "/long-sessions/removal", "No more workshops").exchange();
        assertThat(mentors.offer(offer.id()).orElseThrow().published()).isFalse();
        assertThat(status(booking)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(acts(mentor)).containsExactly("long-sessions-allowed", "long-sessions-ended");
    }

    @Test
    void theReasonIsAskedForAndWhatWasTypedIsKept() {
        for (var path : List.of("/suspension", "/verification", "/long-sessions", "/admin")) {
            var said = "because ".repeat(80);
            assertThat(act(mentor, path, " ")).hasStatus(422).bodyText().contains("Say why");
            assertThat(act(mentor, path, said)).hasStatus(422).bodyText().contains("Say why", said.strip());
            assertThat(act(mentor, path, " ").header("HX-Request", "true")).hasStatus(422)
                .bodyText()
                .doesNotContain("<html");
        }
        assertThat(act(mentor, "/verification", "Seen").header("HX-Request", "true")).hasStatus(204)
            .hasHeader("HX-Redirect", path(mentor));
        assertThat(acts(mentor)).containsExactly("mentor-verified");
    }

    private BookingStatus status(BookingId id) {
        return facts.of(id, clock.instant()).orElseThrow().status();
    }

    private String slug() {
        return mentors.byId(mentor.id()).orElseThrow().slug();
    }

    private MockMvcRequestBuilder show(Actor who) {
        return mvc.get().uri(path(who)).with(admin.login());
    }

    private MockMvcRequestBuilder list(String... params) {
        var request = mvc.get().uri("/admin/accounts").with(admin.login());
        for (var i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request;
    }

    private static String text(MockMvcRequestBuilder request) {
        try {
            return request.exchange().getMvcResult().getResponse().getContentAsString();
        } catch (UnsupportedEncodingException never) {
            throw new IllegalStateException(never);
        }
    }

    private MockMvcRequestBuilder act(Actor who, String act, String reason) {
        return mvc.post().uri(path(who) + act).param("reason", reason).with(formKey()).with(admin.login());
    }

    private static String path(Actor who) {
        return "/admin/accounts/" + who.id();
    }

    private static byte[] key(AccountId id) {
        return Columns.param(id.value());
    }

    private List<String> acts(Actor subject) {
        return jdbc.sql("SELECT act FROM admin_act WHERE subject = ? ORDER BY id")
            .param(subject.id().toString())
            .query(String.class)
            .list();
    }

    private List<String> mails(Actor to) {
        return jdbc.sql("SELECT kind FROM mail WHERE recipient = ?").param(to.email()).query(String.class).list();
    }
}
