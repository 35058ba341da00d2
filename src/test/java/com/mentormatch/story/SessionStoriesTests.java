package com.mentormatch.story;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import com.icegreen.greenmail.util.GreenMail;
import com.mentormatch.booking.Arrivals;
import com.mentormatch.booking.BookingPage;
import com.mentormatch.booking.BookingPages;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.Outcome;
import com.mentormatch.booking.Refusal;
import com.mentormatch.meeting.JoinSession;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.payment.Scene;
import com.mentormatch.review.Opinion;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.shared.Columns;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.Deeds;
import com.mentormatch.testing.Inbox;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Tasks;
import com.mentormatch.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole sessions of €45, told from the first click to the last mail, with all that each of them leaves behind. */
@IntegrationTest
class SessionStoriesTests {

    @Autowired
    Cast cast;
    @Autowired
    Deeds deeds;
    @Autowired
    BookingPages pages;
    @Autowired
    Arrivals arrivals;
    @Autowired
    StripeStandIn stripe;
    @Autowired
    GreenMail server;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Tasks tasks;
    @Autowired
    TestClock clock;

    private final Map<Actor, Integer> heard = new HashMap<>();
    private Scene scene;
    private Scene.Shop shop;
    private Scene.Booked session;
    private Actor mentor;
    private Actor mentee;
    private Actor admin;
    private Instant start;
    private Instant end;

    @BeforeEach
    void people(@Autowired ConfigurableApplicationContext context) {
        scene = context.getAutowireCapableBeanFactory().createBean(Scene.class);
        shop = scene.shop();
        mentor = shop.mentor();
        admin = cast.admin();
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void aGoodSession() throws Exception {
        booked(shop.instant());
        assertThat(status()).isEqualTo(BookingStatus.AWAITING_PAYMENT);
        hears(mentor);
        hears(mentee);
        paid();
        hears(mentee, "Confirmed: ", "Receipt: ");
        hears(mentor, "Confirmed: ");

        tasks.runUntil(start.minus(Duration.ofMinutes(5)));
        hears(mentee, "Reminder: ", "In an hour: ");
        hears(mentor, "Reminder: ", "In an hour: ");
        assertThat(joins(mentee)).isEqualTo(joins(mentor)).isInstanceOf(JoinSession.Joined.class);
        assertThat(arrivals.of(session.id())).extracting(Arrivals.Arrival::account)
            .containsExactlyInAnyOrder(mentee.id(), mentor.id());

        tasks.runUntil(end.plus(Duration.ofMinutes(5)));
        done(deeds.complete(mentor, session.id()));
        tasks.runDue();
        hears(mentee, "Did your session with Milo Mentor take place?");
        done(deeds.confirm(mentee, session.id()));
        deeds.review(mentee, session.id(), new Opinion(5, "Clear answers.", false));
        tasks.runUntil(end.plus(Duration.ofDays(10)));

        assertThat(status()).isEqualTo(BookingStatus.COMPLETED);
        assertThat(timeline()).containsExactly("booked", "paid", "started", "marked-complete by Milo Mentor",
                "confirmed by Mara Mentee");
        hears(mentee);
        hears(mentor, "Your session with Mara Mentee is complete", "Mara Mentee reviewed your session");
        assertThat(invitations(mentee)).isEqualTo(invitations(mentor)).containsExactly("REQUEST 0 " + start);
        assertThat(ledger()).isEqualTo(Map.of("FEE", -450L, "OWED", -4050L, "TRANSFERRED", 4050L, "STRIPE", 450L));
        assertThat(rings(mentee)).containsExactly("CONFIRMED", "REMINDER_DAY", "REMINDER_HOUR");
        assertThat(rings(mentor)).containsExactly("CONFIRMED", "REMINDER_DAY", "REMINDER_HOUR", "COMPLETED",
                "NEW_REVIEW");
    }

    @Test
    void aCancelledSession() throws Exception {
        booked(shop.request());
        paid();
        hears(mentee, "Your request to Milo Mentor");
        hears(mentor, "Mara Mentee asks for a session");
        scene.accept(session);
        tasks.runDue();
        hears(mentee, "Confirmed: ", "Receipt: ");
        hears(mentor, "Confirmed: ");

        tasks.runUntil(start.minus(Duration.ofHours(23)));
        hears(mentee, "Reminder: ");
        hears(mentor, "Reminder: ");
        assertThat(deeds.cancel(mentee, session.id(), 4500)).as("a day ahead it would have been all of it")
            .isEqualTo(new Outcome.Refused(Refusal.TERMS_CHANGED));
        done(deeds.cancel(mentor, session.id(), 4500));
        tasks.runUntil(end.plus(Duration.ofDays(10)));

        assertThat(status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(timeline()).containsExactly("booked", "authorised", "accepted by Milo Mentor", "paid",
                "cancelled by Milo Mentor");
        hears(mentee, "Cancelled: ");
        hears(mentor, "Cancelled: ");
        assertThat(invitations(mentee)).isEqualTo(invitations(mentor))
            .containsExactly("REQUEST 0 " + start, "CANCEL 1 " + start);
        assertThat(ledger()).as("all of it went back, and nobody earned anything").isEmpty();
        assertThat(rings(mentee)).as("what it overtakes is taken back").containsExactly("CANCELLED");
        assertThat(rings(mentor)).as("not what he did himself").isEmpty();
    }

    @Test
    void aMovedSession() throws Exception {
        booked(shop.instant());
        paid();
        hears(mentee, "Confirmed: ", "Receipt: ");
        hears(mentor, "Confirmed: ");
        var later = start.plus(Duration.ofDays(1));
        var sooner = start.minus(Duration.ofDays(1));
        done(deeds.propose(mentor, session.id(), later));
        tasks.runDue();
        hears(mentee, "Milo Mentor proposes another time");
        done(deeds.propose(mentee, session.id(), sooner));
        tasks.runDue();
        hears(mentor, "Mara Mentee proposes another time");
        done(deeds.acceptMove(mentor, session.id(), sooner));
        tasks.runDue();
        hears(mentee, "Moved: ");
        hears(mentor, "Moved: ");
        done(deeds.move(mentee, session.id(), later));
        tasks.runDue();
        hears(mentee, "Moved: ");
        hears(mentor, "Moved: ");

        tasks.runUntil(later.minusSeconds(1));
        assertThat(status()).isEqualTo(BookingStatus.CONFIRMED);
        hears(mentee, "Reminder: ", "In an hour: ");
        hears(mentor, "Reminder: ", "In an hour: ");
        assertThat(timeline()).containsExactly("booked", "paid", "move-proposed by Milo Mentor",
                "move-declined by Mara Mentee", "move-proposed by Mara Mentee", "move-accepted by Milo Mentor",
                "moved by Mara Mentee");
        assertThat(invitations(mentee)).isEqualTo(invitations(mentor))
            .containsExactly("REQUEST 0 " + start, "REQUEST 1 " + sooner, "REQUEST 2 " + later);
        assertThat(ledger()).as("still held for it").isEqualTo(Map.of("STRIPE", 4500L, "HELD", -4500L));
        assertThat(rings(mentee)).as("not what she did herself").containsExactly("REMINDER_DAY", "REMINDER_HOUR");
        tasks.runUntil(later.plusSeconds(1));
        assertThat(status()).isEqualTo(BookingStatus.IN_PROGRESS);
    }

    @Test
    void aMentorWhoDoesNotCome() throws Exception {
        agreed();
        tasks.runUntil(start.plus(Duration.ofMinutes(2)));
        joins(mentee);
        tasks.runUntil(end.plus(Duration.ofMinutes(30)));
        done(deeds.dispute(mentee, session.id()));
        tasks.runDue();
        hears(mentor, "Mara Mentee disputes your session");
        assertThat(rules(4500)).isEqualTo(new Outcome.Refused(Refusal.STILL_TO_ANSWER));
        tasks.runUntil(end.plus(Duration.ofHours(49)));
        assertThat(status()).as("silence decides nothing for a mentor").isEqualTo(BookingStatus.DISPUTED);
        assertThat(arrivals.of(session.id())).extracting(Arrivals.Arrival::account).containsExactly(mentee.id());
        done(rules(4500));
        tasks.runUntil(end.plus(Duration.ofDays(10)));

        assertThat(status()).isEqualTo(BookingStatus.RESOLVED);
        assertThat(timeline()).containsExactly("booked", "paid", "started", "ended", "disputed by Mara Mentee",
                "ruled-back");
        hears(mentee, "Did your session with Milo Mentor take place?", "Decided: your session with Milo Mentor");
        hears(mentor, "Decided: your session with Mara Mentee");
        assertThat(ledger()).as("all of it went back").isEmpty();
        assertThat(rings(mentee)).endsWith("RULING");
        assertThat(rings(mentor)).endsWith("RULING").doesNotContain("DISPUTED");
    }

    @Test
    void aMenteeWhoDoesNotCome() throws Exception {
        agreed();
        tasks.runUntil(start.plus(Duration.ofMinutes(1)));
        joins(mentor);
        assertThat(reports()).isEqualTo(new Outcome.Refused(Refusal.NOT_REPORTABLE));
        tasks.runUntil(start.plus(Duration.ofMinutes(20)));
        done(reports());
        tasks.runDue();
        hears(mentee, "Milo Mentor reports that you did not come");
        tasks.runUntil(start.plus(Duration.ofHours(47)));
        assertThat(status()).isEqualTo(BookingStatus.DISPUTED);
        tasks.runUntil(start.plus(Duration.ofDays(12)));

        assertThat(status()).as("nobody contested it").isEqualTo(BookingStatus.RESOLVED);
        assertThat(timeline()).containsExactly("booked", "paid", "started", "no-show by Milo Mentor", "uncontested");
        hears(mentee, "Decided: your session with Milo Mentor");
        hears(mentor, "Decided: your session with Mara Mentee");
        assertThat(ledger()).isEqualTo(Map.of("FEE", -450L, "OWED", -4050L, "TRANSFERRED", 4050L, "STRIPE", 450L));
        assertThat(rules(4500)).isEqualTo(new Outcome.Refused(Refusal.ALREADY_RULED));
    }

    @Test
    void silence() throws Exception {
        agreed();
        tasks.runUntil(end.plus(Duration.ofMinutes(20)));
        hears(mentee, "Did your session with Milo Mentor take place?");
        tasks.runUntil(end.plus(Duration.ofHours(71)));
        assertThat(status()).isEqualTo(BookingStatus.PENDING_COMPLETION);
        assertThat(ledger()).isEqualTo(Map.of("STRIPE", 4500L, "HELD", -4500L));
        hears(mentor);
        hears(mentee, "Still open: ", "Still open: ", "Still open: ");
        tasks.runUntil(end.plus(Duration.ofHours(73)));

        assertThat(status()).isEqualTo(BookingStatus.COMPLETED);
        assertThat(timeline()).containsExactly("booked", "paid", "started", "ended", "completed");
        hears(mentee, "Your session with Milo Mentor counts as held");
        hears(mentor, "Your session with Mara Mentee is complete");
        assertThat(ledger()).isEqualTo(Map.of("FEE", -450L, "OWED", -4050L, "TRANSFERRED", 4050L, "STRIPE", 450L));
        assertThat(rings(mentee)).as("no question is left that has no answer")
            .endsWith("COMPLETED")
            .doesNotContain("PLEASE_CONFIRM", "CONFIRM_REMINDER");
    }

    @Test
    void anAppeal() throws Exception {
        agreed();
        tasks.runUntil(end.plus(Duration.ofMinutes(30)));
        hears(mentee, "Did your session with Milo Mentor take place?");
        done(deeds.dispute(mentee, session.id()));
        done(deeds.answer(mentor, session.id()));
        tasks.runDue();
        hears(mentor);
        hears(mentee, "Milo Mentor answered about your session");
        done(rules(2000));
        tasks.runDue();
        hears(mentee, "Decided: ");
        hears(mentor, "Decided: ");
        assertThat(ledger()).as("of the other €25 a tenth is ours")
            .isEqualTo(Map.of("FEE", -250L, "OWED", -2250L, "TRANSFERRED", 2250L, "STRIPE", 250L));

        tasks.runUntil(end.plus(Duration.ofDays(6)));
        done(appeals(mentee));
        tasks.runDue();
        hears(mentor, "Mara Mentee appeals: ");
        done(deeds.answer(mentor, session.id()));
        tasks.runDue();
        hears(mentee, "Milo Mentor answered about your session");
        assertThat(rules(1000)).as("what went back stays there")
            .isEqualTo(new Outcome.Refused(Refusal.REFUND_OUT_OF_BOUNDS));
        done(rules(4500));
        tasks.runUntil(end.plus(Duration.ofDays(7)));

        assertThat(status()).isEqualTo(BookingStatus.RESOLVED);
        assertThat(timeline()).containsExactly("booked", "paid", "started", "ended", "disputed by Mara Mentee",
                "dispute-answered by Milo Mentor", "ruled-back", "appealed by Mara Mentee",
                "dispute-answered by Milo Mentor", "ruled-back");
        hears(mentee, "Decided: ");
        hears(mentor, "Decided: ");
        assertThat(ledger()).as("the mentor's share was taken back").isEmpty();
        assertThat(appeals(mentor)).isEqualTo(new Outcome.Refused(Refusal.NOT_APPEALABLE));
    }

    @Test
    void aDayOnWhichNoTaskRuns() throws Exception {
        agreed();
        var undecided = scene.book(shop, shop.request(), start.plus(Duration.ofHours(20)));
        scene.paid(undecided);
        var proposed = scene.book(shop, shop.instant(), start.plus(Duration.ofHours(40)));
        scene.paid(proposed);
        var unpaid = scene.book(shop, shop.instant(), start.plus(Duration.ofHours(60)));
        scene.checkout(unpaid);
        tasks.runDue();
        done(deeds.propose(mentor, proposed.id(), start.plus(Duration.ofHours(24))), proposed);
        tasks.runDue();
        hears(mentor, "Mara Mentee asks for a session", "Confirmed: ");
        hears(undecided.mentee(), "Your request to Milo Mentor");
        hears(proposed.mentee(), "Confirmed: ", "Receipt: ", "Milo Mentor proposes another time");

        clock.stopAt(start.plus(Duration.ofHours(26)));
        assertThat(status()).as("read before anything has written it down").isEqualTo(BookingStatus.PENDING_COMPLETION);
        assertThat(scene.status(undecided)).isEqualTo(BookingStatus.EXPIRED);
        assertThat(scene.status(unpaid)).isEqualTo(BookingStatus.EXPIRED);
        assertThat(deeds.acceptMove(proposed.mentee(), proposed.id(), start.plus(Duration.ofHours(24))))
            .isEqualTo(new Outcome.Refused(Refusal.NO_PROPOSAL));

        tasks.runDue();
        hears(mentee, "Still open: did your session with Milo Mentor take place?");
        hears(undecided.mentee(), "No answer from Milo Mentor");
        hears(unpaid.mentee(), "Your time with Milo Mentor");
        hears(proposed.mentee(), "Reminder: ");
        hears(mentor, "No answer from Mara Mentee", "Reminder: ");
        assertThat(timeline()).containsExactly("booked", "paid", "started", "ended");
        assertThat(page().timeline()).extracting(BookingPage.Step::at)
            .endsWith(start, end.plus(Duration.ofMinutes(15)));
        assertThat(scene.money(stripe.sessionsOf(undecided.id()).getLast().id()).status()).isEqualTo("canceled");
    }

    // What they do

    private void booked(OfferTerms offer) {
        session = scene.book(shop, offer, scene.slot(4));
        mentee = session.mentee();
        start = session.start();
        end = start.plus(Duration.ofHours(1));
    }

    private void paid() {
        scene.paid(session);
        tasks.runDue();
    }

    /** Booked and paid, and both have read what comes before it. */
    private void agreed() throws Exception {
        booked(shop.instant());
        paid();
        tasks.runUntil(start);
        hears(mentee, "Confirmed: ", "Receipt: ", "Reminder: ", "In an hour: ");
        hears(mentor, "Confirmed: ", "Reminder: ", "In an hour: ");
    }

    private JoinSession.Result joins(Actor who) {
        return deeds.join(who, session.id());
    }

    private Outcome reports() {
        return deeds.reportNoShow(mentor, session.id());
    }

    private Outcome appeals(Actor who) {
        return deeds.appeal(who, session.id());
    }

    private Outcome rules(long refund) {
        return deeds.rule(admin, session.id(), refund);
    }

    private void done(Outcome outcome) {
        done(outcome, session);
    }

    private void done(Outcome outcome, Scene.Booked booked) {
        assertThat(outcome).isEqualTo(new Outcome.Done(booked.id()));
    }

    // What it leaves behind

    private BookingStatus status() {
        return scene.status(session);
    }

    /** What was done, and by which of the two. */
    private List<String> timeline() {
        return page().timeline()
            .stream()
            .map(step -> step.act()
                    + (step.actor() == null || step.act().equals("booked") ? "" : " by " + step.actor()))
            .toList();
    }

    private BookingPage page() {
        return pages.show(mentee.viewer(), session.id(), clock.instant()).orElseThrow();
    }

    /** The subjects of the mails since the last time begin so; there are no others. */
    private void hears(Actor reader, String... beginnings) throws Exception {
        var mails = inbox(reader).mails();
        var fresh = new ArrayList<String>();
        for (var mail : mails.subList(heard.getOrDefault(reader, 0), mails.size())) {
            var subject = mail.getSubject();
            var at = fresh.size();
            fresh.add(at < beginnings.length && subject.startsWith(beginnings[at]) ? beginnings[at] : subject);
        }
        heard.put(reader, mails.size());
        assertThat(fresh).as(reader.name()).containsExactly(beginnings);
    }

    private Inbox inbox(Actor reader) {
        return new Inbox(server, reader);
    }

    /** METHOD, SEQUENCE and start of each, after a look at the rest of it. */
    private List<String> invitations(Actor reader) throws Exception {
        return inbox(reader).invitations().stream().map(this::read).toList();
    }

    private String read(String file) {
        var calendar = Biweekly.parse(file).first();
        var event = calendar.getEvents().getFirst();
        assertThat(event.getUid().getValue()).isEqualTo(session.id() + "@mentormatch");
        assertThat(event.getAttendees()).extracting(attendee -> attendee.getEmail())
            .containsExactlyInAnyOrder(mentor.email(), mentee.email());
        return calendar.getMethod().getValue() + " " + event.getSequence().getValue() + " "
                + event.getDateStart().getValue().toInstant();
    }

    /** What each account has in cents, Stripe's own fees aside; accounts with nothing left out. */
    private Map<String, Long> ledger() {
        return jdbc
            .sql("""
                    SELECT l.account, SUM(l.amount_minor) AS minor FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id
                    WHERE e.booking_id = ? AND e.movement <> 'FEE_TAKEN' GROUP BY l.account""")
            .param(Columns.param(session.id().value()))
            .query((row, _) -> Map.entry(row.getString("account"), row.getLong("minor")))
            .list()
            .stream()
            .filter(account -> account.getValue() != 0)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the bell still says, the oldest first. */
    private List<String> rings(Actor reader) {
        return jdbc.sql("SELECT kind FROM notice WHERE account_id = ? ORDER BY id")
            .param(Columns.param(reader.id().value()))
            .query(String.class)
            .list();
    }
}
