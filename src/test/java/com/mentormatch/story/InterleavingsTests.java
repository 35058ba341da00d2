package com.mentormatch.story;

import static com.mentormatch.story.Life.Status.AWAITING_PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.story.Life.Act;
import com.mentormatch.story.Life.Offer;
import com.mentormatch.story.Life.Person;
import com.mentormatch.story.Life.Status;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Tasks;
import com.mentormatch.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Six people do whatever comes to their minds, seconds or days apart, while durable tasks run at their moments or are off
 * for a while. After every step the product agrees with {@link Life}, which was written from the rules alone: what is
 * allowed and what a page offers, the status, whose time is held, where each cent is, which mails have gone to whom, and
 * what the bell says.
 *
 * <p>Time goes from one turn of somebody's booking to the next: a second before it, its very moment, a second after. That
 * booking is then the one that is looked at and that most of the next deeds are about. What happens follows from the seed
 * alone; a failure tells it, and every step up to there.
 */
@IntegrationTest
class InterleavingsTests {

    private static final Instant BEGIN = Instant.parse("2027-03-22T07:30:13Z");
    private static final int SEEDS = 8;
    private static final int STEPS = 60;

    /** How likely something is, where it is more or less so than most: what ends it all, what has only minutes. */
    private static final Map<Act, Integer> LIKELY = Map.of(Act.CANCEL, 1, Act.DECLINE, 8, Act.WITHDRAW, 4, Act.JOIN, 3,
            Act.PROPOSE, 5, Act.MOVE, 12, Act.REVIEW, 5, Act.PAY, 150, Act.ACCEPT, 60, Act.COMPLETE, 60);

    private static final int MOSTLY = 20;

    private static final Set<Act> DONE = EnumSet.noneOf(Act.class);
    private static final Set<Act> REFUSED = EnumSet.noneOf(Act.class);
    private static final Set<Status> REACHED = EnumSet.noneOf(Status.class);
    private static int played;

    @Autowired
    Tasks tasks;
    @Autowired
    TestClock clock;

    private final Post post = new Post();
    private final List<Life> lives = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private Stage stage;
    private Random random;
    private Instant now;
    private boolean tasksRun = true;
    /** The booking it is about just now; null before the first one. */
    private Life about;
    /** What something has happened to since it was last looked at whole. */
    private final Set<Life> changed = new LinkedHashSet<>();

    @BeforeEach
    void empty(@Autowired ConfigurableApplicationContext context) {
        stage = context.getAutowireCapableBeanFactory().createBean(Stage.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void theProductAndItsRulesAgree(int seed) {
        random = new Random(seed);
        now = BEGIN.plus(Duration.ofDays(60L * seed));
        try {
            clock.stopAt(now);
            stage.everybodyComes();
            for (var step = 0; step < STEPS; step++) {
                somethingHappens();
                agrees();
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
        if (played == SEEDS) {
            assertThat(DONE).containsExactlyInAnyOrder(Act.values());
            assertThat(REFUSED).containsExactlyInAnyOrder(Act.values());
            assertThat(REACHED).containsExactlyInAnyOrder(Status.values());
        }
    }

    private void somethingHappens() {
        waitUntil(now.plusSeconds(1));
        var dice = random.nextInt(100);
        if (dice < (lives.stream().allMatch(Life::settled) ? 60 : 12)) {
            someoneBooks();
        } else if (dice < 35) {
            someTurnComes();
        } else if (dice < 38 || !tasksRun && dice < 50) {
            tasksRun = !tasksRun;
            story.add(tasksRun ? "tasks run again" : "tasks are off");
        } else if (dice < 55 && tasksRun) {
            muchAtOnce();
        } else {
            someoneActs();
        }
        catchUp();
    }

    /** Until nothing is left for time to do. */
    private void allComesToItsEnd() {
        tasksRun = true;
        for (var i = 0; i < 3; i++) {
            catchUp();
            waitUntil(now.plus(Duration.ofDays(9)));
        }
        agrees();
        lives.forEach(stage::statusAgrees);
        lives.forEach(stage::moneyAgrees);
        stage.arrived(post);
    }

    private void agrees() {
        lives.stream().filter(life -> !life.settled() || changed.contains(life)).forEach(stage::statusAgrees);
        if (about != null) {
            stage.pagesAgree(about);
        }
        if (tasksRun) {
            stage.timeAgrees(lives);
            stage.mailsAgree(post);
            stage.bellAgrees(post);
            changed.forEach(stage::moneyAgrees);
            changed.clear();
        }
    }

    // Time

    private void waitUntil(Instant until) {
        now = until;
        if (tasksRun) {
            tasks.runUntil(now);
        } else {
            clock.stopAt(now);
        }
        for (var life : lives) {
            life.timePasses(now, moment -> {
                changed.add(life);
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
            lives.forEach(life -> life.tasksRun(now));
            post.deliver(now);
        }
    }

    private record Turn(Life of, Instant at) {}

    /** Mostly one at which something is about to change, or just has. */
    private void someTurnComes() {
        var turns = lives.stream()
            .flatMap(life -> life.turns().stream().map(turn -> new Turn(life, turn)))
            .filter(turn -> turn.at().isAfter(now) && turn.at().isBefore(now.plus(Duration.ofDays(8))))
            .sorted((one, other) -> one.at().compareTo(other.at()))
            .limit(4)
            .toList();
        if (!turns.isEmpty() && random.nextInt(10) < 9) {
            var turn = any(turns);
            about = turn.of();
            var moment = turn.at().plusSeconds(random.nextInt(3) - 1);
            waitUntil(moment.isBefore(now) ? now : moment);
        } else {
            waitUntil(now.plus(random.nextInt(4) > 0
                    ? Duration.ofMinutes(1 + random.nextInt(600))
                    : Duration.ofHours(1 + random.nextInt(60))));
        }
        story.add("it is " + now);
    }

    // Deeds

    private void someoneBooks() {
        var mentee = any(List.of(Person.MARA, Person.MARA, Person.MATS, Person.MATS, Person.MIRA, Person.ADA));
        var offer = any(stage.offers());
        var start = someStart();
        var allowed = mayBook(mentee, offer, start);
        story.add(mentee + " books " + offer + " at " + start + (allowed ? "" : ": refused"));
        var booking = stage.book(mentee, offer, start);
        assertThat(booking != null).as(story.getLast()).isEqualTo(allowed);
        if (allowed) {
            about = new Life(mentee, offer, start, post, now);
            lives.add(about);
            changed.add(about);
            stage.follow(about, booking);
        }
    }

    private boolean mayBook(Person mentee, Offer offer, Instant start) {
        var undecided = lives.stream().filter(life -> life.mentee == mentee && life.undecided()).toList();
        var requests = undecided.stream().filter(life -> life.offer.onRequest()).toList();
        var unpaid = undecided.stream().filter(life -> life.status() == AWAITING_PAYMENT).count();
        return mentee != offer.mentor() && free(mentee, start, Life.LENGTH, null)
                && free(offer.mentor(), start, Life.LENGTH.plus(offer.buffer()), null)
                && (offer.price() == 0 || unpaid < 3) && (!offer.onRequest()
                        || requests.size() < 5 && requests.stream().noneMatch(life -> life.mentor() == offer.mentor()));
    }

    private record Deed(Life life, Act act, Person who) {}

    /** A few things within a minute, while no task runs: what the next one overtakes is told to nobody. */
    private void muchAtOnce() {
        story.add("all at once");
        tasksRun = false;
        for (var deeds = 2 + random.nextInt(3); deeds > 0; deeds--) {
            someoneActs();
            waitUntil(now.plusSeconds(1 + random.nextInt(30)));
        }
        tasksRun = true;
    }

    /** Mostly something that is allowed, and mostly what lets the story go on; where little is, time may go on instead. */
    private void someoneActs() {
        var some = about != null && !about.settled() && random.nextInt(3) > 0 ? List.of(about) : lives;
        if (some.isEmpty()) {
            return;
        }
        if (random.nextInt(6) == 0) {
            var life = any(some);
            done(new Deed(life, any(List.of(Act.values())),
                    any(List.of(life.mentee, life.mentee, life.mentor(), life.mentor(), Person.ADA, Person.SAM))));
            return;
        }
        var deeds = new ArrayList<Deed>(Collections.nCopies(MOSTLY / 2, null));
        for (var life : some) {
            for (var act : Act.values()) {
                for (var who : Person.values()) {
                    if (life.may(act, who, now)) {
                        deeds.addAll(Collections.nCopies(LIKELY.getOrDefault(act, MOSTLY), new Deed(life, act, who)));
                    }
                }
            }
        }
        var deed = any(deeds);
        if (deed != null) {
            done(deed);
        } else if (tasksRun) {
            someTurnComes();
        }
    }

    private void done(Deed deed) {
        var life = deed.life();
        var act = deed.act();
        var who = deed.who();
        var other = anotherStart(life);
        var refund = someRefund(life);
        var allowed = life.may(act, who, now) && switch (act) {
            case PROPOSE,
                    MOVE ->
                Stream.of(life.mentee, life.mentor())
                    .allMatch(person -> free(person, other,
                            person == life.mentor() ? Life.LENGTH.plus(life.offer.buffer()) : Life.LENGTH, life));
            case RULE -> refund >= life.back() && refund <= life.offer.price();
            default -> true;
        };
        about = life;
        story.add(who + " " + act + " " + life + (allowed ? "" : ": refused"));
        var really = (act != Act.PAY || allowed) && stage.perform(act, who, life, other, refund);
        assertThat(really).as(story.getLast()).isEqualTo(allowed);
        (allowed ? DONE : REFUSED).add(act);
        if (allowed) {
            life.happens(act, who, other, refund, now);
            changed.add(life);
            REACHED.add(life.status());
        }
    }

    /** A whole hour, soon or later, now and then one that somebody has. */
    private Instant someStart() {
        var soonest = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(4));
        var taken = lives.stream().map(Life::start).filter(start -> start.isAfter(soonest)).sorted().toList();
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
        var half = (price + life.back()) / 2;
        return any(List.of(Math.max(0, life.back() - 1), life.back(), half, half, price, price, price + 1));
    }

    private boolean free(Person person, Instant start, Duration length, Life except) {
        var wanted = Life.quarters(start, length);
        return lives.stream()
            .filter(life -> life != except)
            .allMatch(life -> Collections.disjoint(life.held(person), wanted));
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
