package com.mentormatch.story;

import static com.mentormatch.story.Life.Status.AWAITING_PAYMENT;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.booking.AcceptMove;
import com.mentormatch.booking.AcceptRequest;
import com.mentormatch.booking.AnswerDispute;
import com.mentormatch.booking.AppealRuling;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingPages;
import com.mentormatch.booking.CancelBooking;
import com.mentormatch.booking.CheckoutDesk;
import com.mentormatch.booking.CompleteSession;
import com.mentormatch.booking.ConfirmSession;
import com.mentormatch.booking.DeclineMove;
import com.mentormatch.booking.DeclineRequest;
import com.mentormatch.booking.DisputeSession;
import com.mentormatch.booking.MoveBooking;
import com.mentormatch.booking.NewBooking;
import com.mentormatch.booking.Outcome;
import com.mentormatch.booking.ProposeMove;
import com.mentormatch.booking.RequestBooking;
import com.mentormatch.booking.ResolveDispute;
import com.mentormatch.booking.WithdrawBooking;
import com.mentormatch.booking.WithdrawMove;
import com.mentormatch.meeting.JoinSession;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.EditOffers;
import com.mentormatch.mentor.OfferDraft;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferOutcome;
import com.mentormatch.payment.SettlePayment;
import com.mentormatch.review.Opinion;
import com.mentormatch.review.WriteReview;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.story.Life.Act;
import com.mentormatch.story.Life.Offer;
import com.mentormatch.story.Life.Person;
import com.mentormatch.story.Life.Status;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.Tasks;
import com.mentormatch.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Six people do whatever comes to their minds, minutes or days apart, while durable tasks run at their moments or are off
 * for a while. After every step the product agrees with {@link Life}, which was written from the rules alone: what is
 * allowed and what a page offers, the status, whose time is held, where each cent is, and which mails have gone to whom.
 *
 * <p>What happens follows from the seed alone; a failure tells it, and every step up to there.
 */
@IntegrationTest
class InterleavingsTests {

    private static final Instant BEGIN = Instant.parse("2027-03-22T07:30:13Z");
    private static final int STEPS = 140;

    /** How likely something is, where it is more or less so than most: what ends it all, what has only minutes. */
    private static final Map<Act, Integer> LIKELY = Map.of(Act.CANCEL, 1, Act.DECLINE, 4, Act.WITHDRAW, 4, Act.PROPOSE,
            3, Act.MOVE, 3, Act.PAY, 60, Act.COMPLETE, 200);

    private static final int MOSTLY = 20;

    private static final Set<Act> DONE = EnumSet.noneOf(Act.class);
    private static final Set<Act> REFUSED = EnumSet.noneOf(Act.class);
    private static final Set<Status> REACHED = EnumSet.noneOf(Status.class);
    private static int played;

    @Autowired
    Cast cast;
    @Autowired
    Market market;
    @Autowired
    EditOffers editOffers;
    @Autowired
    RequestBooking request;
    @Autowired
    CheckoutDesk checkout;
    @Autowired
    SettlePayment settle;
    @Autowired
    AcceptRequest accept;
    @Autowired
    DeclineRequest decline;
    @Autowired
    WithdrawBooking withdraw;
    @Autowired
    CancelBooking cancel;
    @Autowired
    ProposeMove propose;
    @Autowired
    AcceptMove acceptMove;
    @Autowired
    DeclineMove declineMove;
    @Autowired
    WithdrawMove withdrawMove;
    @Autowired
    MoveBooking move;
    @Autowired
    JoinSession join;
    @Autowired
    CompleteSession complete;
    @Autowired
    ConfirmSession confirm;
    @Autowired
    DisputeSession dispute;
    @Autowired
    AnswerDispute answer;
    @Autowired
    ResolveDispute resolve;
    @Autowired
    AppealRuling appeal;
    @Autowired
    WriteReview review;
    @Autowired
    BookingFacts facts;
    @Autowired
    BookingPages pages;
    @Autowired
    StripeStandIn stripe;
    @Autowired
    GreenMail mailServer;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Tasks tasks;
    @Autowired
    TestClock clock;

    private final Map<Person, Actor> people = new EnumMap<>(Person.class);
    private final Map<Offer, OfferId> offers = new LinkedHashMap<>();
    private final Map<Life, BookingId> lives = new LinkedHashMap<>();
    private final Post post = new Post();
    private final List<String> story = new ArrayList<>();
    private Random random;
    private Instant now;
    private boolean tasksRun = true;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void theProductAndItsRulesAgree(int seed) {
        random = new Random(seed);
        now = BEGIN.plus(Duration.ofDays(60L * seed));
        try {
            everybodyComes();
            for (var step = 0; step < STEPS; step++) {
                somethingHappens();
            }
            allComesToItsEnd();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Seed " + seed + ":\n" + String.join("\n", story) + "\n" + e.getMessage(), e);
        }
        played++;
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    /** Chance has left nothing out. */
    @AfterAll
    static void everythingHappened() {
        if (played == 8) {
            assertThat(DONE).containsExactlyInAnyOrder(Act.values());
            assertThat(REFUSED).containsExactlyInAnyOrder(Act.values());
            assertThat(REACHED).containsExactlyInAnyOrder(Status.values());
        }
    }

    private void everybodyComes() {
        clock.stopAt(now);
        people.put(Person.MARA, cast.mentee());
        people.put(Person.MATS, cast.mentee());
        people.put(Person.MILO, market.mentor(new SessionSettings(15, 60, 60, null)));
        people.put(Person.MIRA, market.mentor(new SessionSettings(0, 60, 60, null)));
        people.put(Person.ADA, cast.admin());
        people.put(Person.SAM, cast.stranger());
        for (var mentor : List.of(Person.MILO, Person.MIRA)) {
            var buffer = Duration.ofMinutes(mentor == Person.MILO ? 15 : 0);
            offered(new Offer(mentor, 0, false, 0, buffer));
            offered(new Offer(mentor, 0, true, 0, buffer));
            offered(new Offer(mentor, 4995, false, 50, buffer));
            offered(new Offer(mentor, 4500, true, 0, buffer));
        }
    }

    private void offered(Offer offer) {
        var draft = new OfferDraft("An hour", OfferKind.ONE_ON_ONE, 60, new Amount(offer.price(), "EUR"),
                offer.onRequest() ? Confirmation.REQUEST : Confirmation.INSTANT, offer.late(), true);
        var saved = editOffers.add(people.get(offer.mentor()).id(), draft, FormToken.next(), now);
        offers.put(offer, ((OfferOutcome.Saved) saved).id());
    }

    private void somethingHappens() {
        waitUntil(now.plusSeconds(1));
        var dice = random.nextInt(100);
        if (dice < 35) {
            waitUntil(someMoment());
            story.add("it is " + now);
        } else if (dice < (tasksRun ? 37 : 44)) {
            tasksRun = !tasksRun;
            story.add(tasksRun ? "tasks run again" : "tasks are off");
        } else if (dice < 50) {
            someoneBooks();
        } else {
            someoneActs();
        }
        catchUp();
        agrees();
    }

    /** Until nothing is left for time to do. */
    private void allComesToItsEnd() {
        tasksRun = true;
        for (var i = 0; i < 3; i++) {
            catchUp();
            waitUntil(now.plus(Duration.ofDays(9)));
        }
        agrees();
        lives.keySet().forEach(this::moneyAgrees);
        assertThat(received()).as("mails that arrived").isEqualTo(post.sent().values().stream().mapToInt(n -> n).sum());
    }

    // Time

    private void waitUntil(Instant until) {
        now = until;
        if (tasksRun) {
            tasks.runUntil(now);
        } else {
            clock.stopAt(now);
        }
        for (var life : lives.keySet()) {
            life.timePasses(now, moment -> {
                if (tasksRun) {
                    post.deliver(moment);
                }
            });
            REACHED.add(life.status());
        }
    }

    private void catchUp() {
        if (tasksRun) {
            tasks.runDue();
            lives.keySet().forEach(life -> life.tasksRun(now));
            post.deliver(now);
        }
    }

    /** Mostly when something is about to change, or just has. */
    private Instant someMoment() {
        var turns = lives.keySet()
            .stream()
            .flatMap(life -> life.turns().stream())
            .filter(turn -> turn.isAfter(now) && turn.isBefore(now.plus(Duration.ofDays(8))))
            .sorted()
            .limit(3)
            .toList();
        if (!turns.isEmpty() && random.nextInt(10) < 8) {
            return latest(now, any(turns).plusSeconds(60 * (random.nextInt(3) - 1)));
        }
        return now.plus(random.nextInt(4) > 0
                ? Duration.ofMinutes(1 + random.nextInt(600))
                : Duration.ofHours(1 + random.nextInt(60)));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    // Deeds

    private void someoneBooks() {
        var mentee = any(List.of(Person.MARA, Person.MARA, Person.MATS, Person.MATS, Person.MIRA, Person.ADA));
        var offer = any(List.copyOf(offers.keySet()));
        var start = someStart();
        var free = mentee != offer.mentor() && free(mentee, start, Life.LENGTH, null)
                && free(offer.mentor(), start, Life.LENGTH.plus(offer.buffer()), null);
        var undecided = lives.keySet().stream().filter(life -> life.mentee == mentee && life.undecided()).toList();
        var requests = undecided.stream().filter(life -> life.offer.onRequest()).toList();
        var unpaid = undecided.stream().filter(life -> life.status() == AWAITING_PAYMENT).count();
        var allowed = free && (offer.price() == 0 || unpaid < 3) && (!offer.onRequest()
                || requests.size() < 5 && requests.stream().noneMatch(life -> life.mentor() == offer.mentor()));
        story.add(mentee + " books " + offer + " at " + start + (allowed ? "" : ": refused"));
        var result = request.request(viewer(mentee),
                new NewBooking(offers.get(offer), start, "How to begin", null, FormToken.next()), now);
        assertThat(result instanceof RequestBooking.Booked).as("%s", result).isEqualTo(allowed);
        if (result instanceof RequestBooking.Booked(var id, var toPay)) {
            assertThat(toPay).isEqualTo(offer.price() > 0);
            if (toPay) {
                assertThat(checkout.open(id, now)).isInstanceOf(CheckoutDesk.Redirect.class);
            }
            lives.put(new Life(mentee, offer, start, post, now), id);
        }
    }

    private record Deed(Life life, Act act, Person who) {}

    /** Mostly something that is allowed, and mostly what lets the story go on. */
    private void someoneActs() {
        var deeds = new ArrayList<Deed>();
        for (var life : lives.keySet()) {
            for (var act : Act.values()) {
                for (var who : Person.values()) {
                    if (life.may(act, who, now)) {
                        deeds.addAll(Collections.nCopies(LIKELY.getOrDefault(act, MOSTLY), new Deed(life, act, who)));
                    }
                }
            }
        }
        if (!deeds.isEmpty() && random.nextInt(5) > 0) {
            done(any(deeds));
        } else if (!lives.isEmpty()) {
            done(new Deed(any(List.copyOf(lives.keySet())), any(List.of(Act.values())), any(List.of(Person.values()))));
        }
    }

    private void done(Deed deed) {
        var life = deed.life();
        var who = deed.who();
        var other = anotherStart(life);
        var refund = someRefund(life);
        var allowed = life.may(deed.act(), who, now) && switch (deed.act()) {
            case PROPOSE,
                    MOVE ->
                Stream.of(life.mentee, life.mentor())
                    .allMatch(person -> free(person, other,
                            person == life.mentor() ? Life.LENGTH.plus(life.offer.buffer()) : Life.LENGTH, life));
            case RULE -> refund >= life.back() && refund <= life.offer.price();
            default -> true;
        };
        story.add(who + " " + deed.act() + " " + life + (allowed ? "" : ": refused"));
        var really = deed.act() == Act.PAY && !allowed ? false : perform(deed, other, refund);
        assertThat(really).as(story.getLast()).isEqualTo(allowed);
        (allowed ? DONE : REFUSED).add(deed.act());
        if (allowed) {
            follow(deed, other, refund);
            REACHED.add(life.status());
            catchUp();
            pagesAgree(life);
            if (tasksRun) {
                moneyAgrees(life);
            }
        }
    }

    /** What the model makes of it. */
    private void follow(Deed deed, Instant other, long refund) {
        var life = deed.life();
        switch (deed.act()) {
            case PAY -> life.pay(now);
            case ACCEPT -> life.accept(now);
            case DECLINE -> life.decline();
            case WITHDRAW -> life.withdraw();
            case CANCEL -> life.cancel(deed.who(), now);
            case PROPOSE -> life.propose(deed.who(), other, now);
            case ACCEPT_MOVE -> life.acceptMove(now);
            case DECLINE_MOVE -> life.declineMove(deed.who());
            case WITHDRAW_MOVE -> life.withdrawMove();
            case MOVE -> life.move(other, now);
            case JOIN -> {
            }
            case COMPLETE -> life.complete();
            case CONFIRM -> life.confirm(false);
            case DISPUTE, REPORT_NO_SHOW -> life.complain(deed.who(), now);
            case ANSWER -> life.answer();
            case RULE -> life.rule(refund, now);
            case APPEAL -> life.appeal(deed.who(), now);
            case REVIEW -> life.review(now);
        }
    }

    /** What the product makes of it. @return whether it was done */
    private boolean perform(Deed deed, Instant other, long refund) {
        var life = deed.life();
        var id = lives.get(life);
        var who = viewer(deed.who());
        var token = FormToken.next();
        var proposed = life.proposed() == null ? life.start() : life.proposed();
        return switch (deed.act()) {
            case PAY -> {
                stripe.pay(stripe.sessionsOf(id).getLast().id());
                settle.settle(id, now);
                yield true;
            }
            case ACCEPT -> did(accept.accept(who, id, token, now));
            case DECLINE -> did(decline.decline(who, id, "No", token, now));
            case WITHDRAW -> did(withdraw.withdraw(who, id, token, now));
            case CANCEL -> did(cancel.cancel(who, id, "Ill", life.backIfCancelled(deed.who(), now), token, now));
            case PROPOSE -> did(propose.propose(who, id, other, null, token, now));
            case ACCEPT_MOVE -> did(acceptMove.accept(who, id, proposed, token, now));
            case DECLINE_MOVE -> did(declineMove.decline(who, id, proposed, token, now));
            case WITHDRAW_MOVE -> did(withdrawMove.withdraw(who, id, token, now));
            case MOVE -> did(move.move(who, id, other, token, now));
            case JOIN -> join.join(who, id, token, now) instanceof JoinSession.Joined;
            case COMPLETE -> did(complete.complete(who, id, token, now));
            case CONFIRM -> did(confirm.confirm(who, id, token, now));
            case DISPUTE -> did(dispute.dispute(who, id, "It was short", token, now));
            case REPORT_NO_SHOW -> did(dispute.reportNoShow(who, id, "Nobody came", token, now));
            case ANSWER -> did(answer.answer(who, id, "It was not so", token, now));
            case RULE -> did(resolve.resolve(who, id, refund, "Both were heard", token, now));
            case APPEAL -> did(appeal.appeal(who, id, "Look again", token, now));
            case REVIEW -> review.write(who, id, new Opinion(4, "Good", false), token,
                    now) instanceof com.mentormatch.review.Outcome.Done;
        };
    }

    private static boolean did(Outcome outcome) {
        return outcome instanceof Outcome.Done;
    }

    /** A whole hour, soon or later, now and then one that somebody has. */
    private Instant someStart() {
        var soonest = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(4));
        var taken = lives.keySet().stream().map(Life::start).filter(start -> start.isAfter(soonest)).sorted().toList();
        if (!taken.isEmpty() && random.nextInt(6) == 0) {
            return any(taken).plus(Duration.ofHours(random.nextInt(2)));
        }
        return soonest.plus(Duration.ofHours(random.nextInt(random.nextInt(4) > 0 ? 30 : 240)));
    }

    /** One it has never had, nor was to have. */
    private Instant anotherStart(Life life) {
        return Stream.generate(this::someStart)
            .filter(start -> !life.starts().contains(start))
            .findFirst()
            .orElseThrow();
    }

    private long someRefund(Life life) {
        var price = life.offer.price();
        return any(List.of(Math.max(0, life.back() - 1), life.back(), (price + life.back()) / 2, price, price + 1));
    }

    private boolean free(Person person, Instant start, Duration length, Life except) {
        var wanted = Life.quarters(start, length);
        return lives.keySet()
            .stream()
            .filter(life -> life != except)
            .allMatch(life -> Collections.disjoint(life.held(person), wanted));
    }

    // Whether both agree

    private void agrees() {
        lives.forEach((life, id) -> assertThat(facts.of(id, now).orElseThrow().status().name()).as("%s", life)
            .isEqualTo(life.status().name()));
        if (!lives.isEmpty()) {
            pagesAgree(any(List.copyOf(lives.keySet())));
        }
        if (tasksRun) {
            for (var person : Person.values()) {
                var held = new TreeSet<Instant>();
                lives.keySet().forEach(life -> held.addAll(life.held(person)));
                assertThat(held(person)).as("time of " + person).containsExactlyElementsOf(held);
            }
            assertThat(mails("SENT")).isEqualTo(post.sent());
            assertThat(mails("WAITING", "SENDING", "FAILED")).isEmpty();
        }
    }

    private void pagesAgree(Life life) {
        pageAgrees(life, life.mentee);
        pageAgrees(life, life.mentor());
        assertThat(pages.show(viewer(Person.SAM), lives.get(life), now)).isEmpty();
    }

    /** It offers what is allowed and nothing else. */
    private void pageAgrees(Life life, Person who) {
        var page = pages.show(viewer(who), lives.get(life), now).orElseThrow();
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

    private Set<Instant> held(Person person) {
        return jdbc.sql("SELECT cell FROM hold WHERE account_id = ?")
            .param(Columns.param(people.get(person).id().value()))
            .query((row, _) -> Instant.ofEpochSecond(row.getLong("cell") * 900))
            .list()
            .stream()
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Integer> mails(String... statuses) {
        var readers = people.entrySet().stream().collect(toMap(each -> each.getValue().email(), Map.Entry::getKey));
        var mails = new TreeMap<String, Integer>();
        jdbc.sql("""
                SELECT kind, recipient, COUNT(*) AS mails FROM mail
                WHERE recipient IN (:readers) AND status IN (:statuses) GROUP BY kind, recipient""")
            .param("readers", List.copyOf(readers.keySet()))
            .param("statuses", List.of(statuses))
            .query(row -> {
                mails.put(row.getString("kind") + " to " + readers.get(row.getString("recipient")),
                        row.getInt("mails"));
            });
        return mails;
    }

    private long received() {
        var readers = people.values().stream().map(Actor::email).collect(Collectors.toSet());
        return Stream.of(mailServer.getReceivedMessages()).filter(mail -> {
            try {
                return readers.contains(mail.getHeader("To")[0].replaceFirst(".*<(.*)>", "$1"));
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).count();
    }

    /** At Stripe and in the ledger. */
    private void moneyAgrees(Life life) {
        var id = lives.get(life);
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
        var accounts = ledger(id);
        Function<String, Long> balance = account -> accounts.getOrDefault(account, 0L);
        assertThat(accounts.values().stream().mapToLong(minor -> minor).sum()).as("ledger, %s", life).isZero();
        assertThat(balance.apply("HELD")).as("held, %s", life)
            .isEqualTo(life.holdsTime() || life.status() == Status.DISPUTED ? -life.paid() : 0);
        assertThat(balance.apply("FEE")).as("fee, %s", life).isEqualTo(-life.fee());
        assertThat(balance.apply("OWED")).as("earned by the mentor, %s", life).isEqualTo(-life.share());
        assertThat(balance.apply("MENTEE") + balance.apply("REFUNDS")).as("still to go back, %s", life).isZero();
        assertThat(balance.apply("STRIPE") + balance.apply("STRIPE_FEES")).as("left at Stripe, %s", life)
            .isEqualTo(life.paid() - life.back() - life.share());
    }

    private Map<String, Long> ledger(BookingId id) {
        return jdbc
            .sql("""
                    SELECT l.account, SUM(l.amount_minor) AS minor FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id
                    WHERE e.booking_id = ? GROUP BY l.account""")
            .param(Columns.param(id.value()))
            .query((row, _) -> Map.entry(row.getString("account"), row.getLong("minor")))
            .list()
            .stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private SignedIn viewer(Person person) {
        return people.get(person).viewer();
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
