package com.mentormatch.story;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingPages;
import com.mentormatch.booking.CheckoutDesk;
import com.mentormatch.booking.Outcome;
import com.mentormatch.booking.RequestBooking;
import com.mentormatch.meeting.JoinSession;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.EditOffers;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferDraft;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferOutcome;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.payment.SettlePayment;
import com.mentormatch.review.Opinion;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.story.Life.Act;
import com.mentormatch.story.Life.Offer;
import com.mentormatch.story.Life.Person;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.Deeds;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.TestClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product with six people in it: what they do there, and whether what can be seen of it is what {@link Life} tells. */
final class Stage {

    @Autowired
    private Cast cast;
    @Autowired
    private Market market;
    @Autowired
    private Deeds deeds;
    @Autowired
    private EditOffers editOffers;
    @Autowired
    private Mentors mentors;
    @Autowired
    private CheckoutDesk checkout;
    @Autowired
    private SettlePayment settle;
    @Autowired
    private BookingFacts facts;
    @Autowired
    private BookingPages pages;
    @Autowired
    private StripeStandIn stripe;
    @Autowired
    private GreenMail mailServer;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TestClock clock;

    private final Map<Person, Actor> people = new EnumMap<>(Person.class);
    private final Map<Offer, OfferTerms> offers = new LinkedHashMap<>();
    private final Map<Life, BookingId> bookings = new LinkedHashMap<>();

    void everybodyComes() {
        people.put(Person.MARA, cast.mentee());
        people.put(Person.MATS, cast.mentee());
        people.put(Person.MILO, market.mentor(new SessionSettings(15, 60, 60, null)));
        people.put(Person.MIRA, market.mentor(new SessionSettings(0, 60, 60, null)));
        people.put(Person.ADA, cast.admin());
        people.put(Person.SAM, cast.stranger());
        var buffer = Duration.ofMinutes(15);
        offered(new Offer(Person.MILO, 0, false, 0, buffer));
        offered(new Offer(Person.MILO, 0, true, 0, buffer));
        offered(new Offer(Person.MILO, 4995, false, 50, buffer));
        offered(new Offer(Person.MILO, 4500, true, 0, buffer));
        offered(new Offer(Person.MIRA, 0, true, 0, Duration.ZERO));
        offered(new Offer(Person.MIRA, 4500, false, 0, Duration.ZERO));
        offered(new Offer(Person.MIRA, 4995, false, 50, Duration.ZERO));
        offered(new Offer(Person.MIRA, 4995, true, 50, Duration.ZERO));
    }

    private void offered(Offer offer) {
        var draft = new OfferDraft("An hour", OfferKind.ONE_ON_ONE, 60, new Amount(offer.price(), "EUR"),
                offer.onRequest() ? Confirmation.REQUEST : Confirmation.INSTANT, offer.late(), true);
        var saved = editOffers.add(people.get(offer.mentor()).id(), draft, FormToken.next(), clock.instant());
        offers.put(offer, mentors.offer(((OfferOutcome.Saved) saved).id()).orElseThrow());
    }

    List<Offer> offers() {
        return List.copyOf(offers.keySet());
    }

    // What they do

    /** @return the booking, on its way to Checkout where it is to be paid; null where it was refused */
    BookingId book(Person mentee, Offer offer, Instant start) {
        if (market.request(viewer(mentee), offers.get(offer),
                start) instanceof RequestBooking.Booked(var id, var pay)) {
            assertThat(pay).isEqualTo(offer.price() > 0);
            if (pay) {
                assertThat(checkout.open(id, clock.instant())).isInstanceOf(CheckoutDesk.Redirect.class);
            }
            return id;
        }
        return null;
    }

    void follow(Life life, BookingId booking) {
        bookings.put(life, booking);
    }

    /**
     * @param other  another time, where it takes one
     * @param refund of a ruling
     * @return whether it was done
     */
    boolean perform(Act act, Person person, Life life, Instant other, long refund) {
        var id = bookings.get(life);
        var who = people.get(person);
        var proposed = life.proposed() == null ? life.start() : life.proposed();
        return switch (act) {
            case PAY -> {
                stripe.pay(stripe.sessionsOf(id).getLast().id());
                settle.settle(id, clock.instant());
                yield true;
            }
            case ACCEPT -> did(deeds.accept(who, id));
            case DECLINE -> did(deeds.decline(who, id, "No"));
            case WITHDRAW -> did(deeds.withdraw(who, id));
            case CANCEL -> did(deeds.cancel(who, id, life.backIfCancelled(person, clock.instant())));
            case PROPOSE -> did(deeds.propose(who, id, other));
            case ACCEPT_MOVE -> did(deeds.acceptMove(who, id, proposed));
            case DECLINE_MOVE -> did(deeds.declineMove(who, id, proposed));
            case WITHDRAW_MOVE -> did(deeds.withdrawMove(who, id));
            case MOVE -> did(deeds.move(who, id, other));
            case JOIN -> deeds.join(who, id) instanceof JoinSession.Joined;
            case COMPLETE -> did(deeds.complete(who, id));
            case CONFIRM -> did(deeds.confirm(who, id));
            case DISPUTE -> did(deeds.dispute(who, id));
            case REPORT_NO_SHOW -> did(deeds.reportNoShow(who, id));
            case ANSWER -> did(deeds.answer(who, id));
            case RULE -> did(deeds.rule(who, id, refund));
            case APPEAL -> did(deeds.appeal(who, id));
            case REVIEW ->
                deeds.review(who, id, new Opinion(4, "Good", false)) instanceof com.mentormatch.review.Outcome.Done;
        };
    }

    private static boolean did(Outcome outcome) {
        return outcome instanceof Outcome.Done;
    }

    // Whether it agrees

    void statusAgrees(Life life) {
        assertThat(facts.of(bookings.get(life), clock.instant()).orElseThrow().status().name()).as("%s", life)
            .isEqualTo(life.status().name());
    }

    void pagesAgree(Life life) {
        pageAgrees(life, life.mentee);
        pageAgrees(life, life.mentor());
        assertThat(pages.show(viewer(Person.SAM), bookings.get(life), clock.instant())).isEmpty();
    }

    /** It offers what is allowed and nothing else. */
    private void pageAgrees(Life life, Person who) {
        var now = clock.instant();
        var page = pages.show(viewer(who), bookings.get(life), now).orElseThrow();
        var offered = new EnumMap<Act, Boolean>(Map.of(Act.ACCEPT, page.may().answer(), Act.WITHDRAW,
                page.may().withdraw(), Act.PROPOSE, page.may().move(), Act.MOVE, page.may().direct(), Act.ACCEPT_MOVE,
                page.may().answerMove(), Act.CANCEL, page.cancel() != null));
        offered.putAll(Map.of(Act.COMPLETE, page.after().complete(), Act.CONFIRM, page.after().confirm(), Act.DISPUTE,
                page.after().dispute(), Act.REPORT_NO_SHOW, page.after().report(), Act.ANSWER, page.after().answer(),
                Act.APPEAL, page.after().appeal()));
        offered.forEach((act, is) -> assertThat(is).as("%s offered to %s of %s", act, who, life)
            .isEqualTo(life.may(act, who, now)));
        if (page.cancel() != null) {
            assertThat(page.cancel().back().minor()).as("what goes back, %s", life)
                .isEqualTo(life.backIfCancelled(who, now));
        }
    }

    /** Each quarter hour is held by whom it should be, and no other. */
    void timeAgrees(Collection<Life> lives) {
        var held = new TreeSet<String>();
        for (var life : lives) {
            for (var person : List.of(life.mentee, life.mentor())) {
                life.held(person).forEach(quarter -> held.add(person + " " + quarter));
            }
        }
        assertThat(jdbc.sql("SELECT account_id, cell FROM hold WHERE account_id IN (:people)")
            .param("people", ids())
            .query((row, _) -> person(row) + " " + Instant.ofEpochSecond(row.getLong("cell") * 900))
            .list()).as("time held").containsExactlyInAnyOrderElementsOf(held);
    }

    /** All that was to be sent has gone out, to whom it should, and nothing else. */
    void mailsAgree(Post post) {
        var readers = people.entrySet().stream().collect(toMap(each -> each.getValue().email(), Map.Entry::getKey));
        var mails = new TreeMap<String, Integer>();
        jdbc.sql("""
                SELECT kind, recipient, status, COUNT(*) AS mails FROM mail
                WHERE recipient IN (:readers) AND status <> 'DROPPED' GROUP BY kind, recipient, status""")
            .param("readers", List.copyOf(readers.keySet()))
            .query(row -> {
                var sent = row.getString("status").equals("SENT") ? "" : " " + row.getString("status");
                mails.put(row.getString("kind") + " to " + readers.get(row.getString("recipient")) + sent,
                        row.getInt("mails"));
            });
        assertThat(mails).as("mails").isEqualTo(post.sent());
    }

    void bellAgrees(Post post) {
        var rung = new TreeMap<String, Integer>();
        jdbc.sql("SELECT kind, account_id FROM notice WHERE account_id IN (:people)")
            .param("people", ids())
            .query(row -> {
                rung.merge(row.getString("kind") + " to " + person(row), 1, Integer::sum);
            });
        assertThat(rung).as("the bell").isEqualTo(post.rung());
    }

    /** Once each, says the mail server. */
    void arrived(Post post) {
        var readers = people.values().stream().map(Actor::email).collect(Collectors.toSet());
        assertThat(Stream.of(mailServer.getReceivedMessages()).filter(mail -> {
            try {
                return readers.contains(mail.getHeader("To")[0].replaceFirst(".*<(.*)>", "$1"));
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        })).as("mails that arrived").hasSize(post.sent().values().stream().mapToInt(n -> n).sum());
    }

    /** At Stripe and in the ledger. */
    void moneyAgrees(Life life) {
        var id = bookings.get(life);
        var intents = stripe.sessionsOf(id)
            .stream()
            .map(StripeStandIn.Session::intent)
            .filter(intent -> intent != null)
            .map(stripe::intent)
            .toList();
        assertThat(intents.stream().mapToLong(StripeStandIn.Intent::received).sum()).as("charged, %s", life)
            .isEqualTo(life.paid());
        assertThat(intents.stream()
            .flatMap(intent -> stripe.refundsOf(intent.id()).stream())
            .mapToLong(StripeStandIn.Refund::amount)
            .sum()).as("refunded, %s", life).isEqualTo(life.back());
        assertThat(stripe.transfersOf(id).stream().mapToLong(moved -> moved.amount() - moved.reversed()).sum())
            .as("moved to the mentor, %s", life)
            .isEqualTo(life.share());
        var accounts = ledger(id.value());
        Function<String, Long> balance = account -> accounts.getOrDefault(account, 0L);
        assertThat(accounts.values().stream().mapToLong(minor -> minor).sum()).as("ledger, %s", life).isZero();
        assertThat(balance.apply("HELD")).as("held, %s", life).isEqualTo(-life.undivided());
        assertThat(balance.apply("FEE")).as("fee, %s", life).isEqualTo(-life.fee());
        assertThat(balance.apply("OWED")).as("earned by the mentor, %s", life).isEqualTo(-life.share());
        assertThat(balance.apply("MENTEE") + balance.apply("REFUNDS")).as("still to go back, %s", life).isZero();
        assertThat(balance.apply("STRIPE") + balance.apply("STRIPE_FEES")).as("left at Stripe, %s", life)
            .isEqualTo(life.paid() - life.back() - life.share());
    }

    private Map<String, Long> ledger(UUID booking) {
        return jdbc
            .sql("""
                    SELECT l.account, SUM(l.amount_minor) AS minor FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id
                    WHERE e.booking_id = ? GROUP BY l.account""")
            .param(Columns.param(booking))
            .query((row, _) -> Map.entry(row.getString("account"), row.getLong("minor")))
            .list()
            .stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<byte[]> ids() {
        return people.values().stream().map(actor -> Columns.param(actor.id().value())).toList();
    }

    private Person person(ResultSet row) throws SQLException {
        var id = Columns.uuid(row, "account_id");
        return people.entrySet()
            .stream()
            .filter(each -> each.getValue().id().value().equals(id))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    }

    private SignedIn viewer(Person person) {
        return people.get(person).viewer();
    }
}
