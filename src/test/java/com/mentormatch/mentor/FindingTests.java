package com.mentormatch.mentor;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.Role;
import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.Holds;
import com.mentormatch.availability.Schedule;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.availability.Slots;
import com.mentormatch.availability.WeeklyWindow;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.TimeSpan;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.sandbox.Earners;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Any filter with any order finds whom a plain look at everybody finds, page by page, each once and in order. Three
 * hundred invented mentors; whoever wonders about a failure gets the same ones again.
 */
@IntegrationTest
@TestInstance(Lifecycle.PER_CLASS)
class FindingTests {

    private static final Instant NOW = Instant.parse("2026-06-10T09:07:00Z");
    private static final int MENTORS = 300;
    private static final int SEARCHES = 250;

    private static final List<String> POOL = List.of("java", "javascript", "rust", "pottery", "thesis", "career", "tax",
            "law", "music", "go");
    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "Asia/Kolkata",
            "Asia/Kathmandu", "Pacific/Auckland", "UTC");
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "USD", "JPY");

    /** A mentor as somebody would remember them. */
    private record Known(AccountId id, Instant createdAt, ProfileText text, String name, boolean listed,
            List<OfferTerms> offers, Map<OfferId, List<Instant>> free, int rating, int ratings) {}

    @Autowired
    Cast cast;
    @Autowired
    EditProfile profiles;
    @Autowired
    EditOffers offers;
    @Autowired
    Earners earners;
    @Autowired
    EditAvailability availability;
    @Autowired
    Mentors mentors;
    @Autowired
    Slots slots;
    @Autowired
    Holds holds;
    @Autowired
    RateMentor rate;
    @Autowired
    RefreshOpenings openings;
    @Autowired
    MentorSearch search;
    @Autowired
    JdbcClient jdbc;

    private final Random random = new Random(7);
    private final String mark = ListedMentors.mark();
    private final List<Known> everybody = new ArrayList<>();

    @BeforeAll
    void invent() {
        var ids = new ArrayList<AccountId>();
        for (var number = 0; number < MENTORS; number++) {
            ids.add(mentor(number % 20 != 0));
        }
        openings.refresh(NOW);
        ids.forEach(id -> everybody.add(known(id)));
    }

    @Test
    void everyFilterInEveryOrderFindsWhoIsThereOnceAndInOrder() {
        var somebody = 0;
        for (var number = 0; number < SEARCHES; number++) {
            var filter = filter();
            var order = one(List.of(MentorOrder.values()));
            var expected = expected(filter, order);
            assertThat(walk(filter, order)).as(order + " " + filter).containsExactlyElementsOf(expected);
            somebody += expected.isEmpty() ? 0 : 1;
        }
        assertThat(somebody).as("searches that find somebody").isGreaterThan(SEARCHES / 2);
    }

    @Test
    void cardsTellTheOfferAskedForAndATimeItCanBeHadAt() {
        for (var number = 0; number < 60; number++) {
            var filter = filter();
            for (var card : search.page(filter, MentorOrder.NEXT, "", NOW).cards()) {
                var known = everybody.stream()
                    .filter(each -> each.id.equals(card.mentor().id()))
                    .findFirst()
                    .orElseThrow();
                assertThat(card.offer()).as(filter.toString()).isEqualTo(shown(known, filter).orElseThrow());
                assertThat(Optional.ofNullable(card.nextFree())).isEqualTo(
                        known.free.get(card.offer().id()).stream().filter(start -> wanted(filter, start)).findFirst());
                assertThat(Optional.ofNullable(card.rating()).map(Rating::count).orElse(0)).isEqualTo(known.ratings);
            }
        }
    }

    @Test
    void whoComesWhileSomebodyReadsOnDisturbsNothing() {
        var filter = new Asked("").skills(mark).currency("EUR").build();
        for (var order : MentorOrder.values()) {
            var before = walk(filter, order);
            var seen = new ArrayList<AccountId>();
            var after = "";
            var newcomers = new ArrayList<AccountId>();
            do {
                var page = search.page(filter, order, after, NOW);
                page.cards().forEach(card -> seen.add(card.mentor().id()));
                after = page.after();
                newcomers.add(mentor(true));
                openings.refresh(NOW);
            } while (after != null);
            seen.removeAll(newcomers);
            assertThat(seen).as(order.name()).containsExactlyElementsOf(before);
            newcomers.forEach(this::hide);
        }
    }

    private void hide(AccountId mentor) {
        jdbc.sql("UPDATE mentor SET listed = FALSE WHERE account_id = ?").param(Columns.param(mentor.value())).update();
    }

    private List<AccountId> walk(MentorFilter filter, MentorOrder order) {
        var seen = new ArrayList<AccountId>();
        var after = "";
        do {
            var page = search.page(filter, order, after, NOW);
            page.cards().forEach(card -> seen.add(card.mentor().id()));
            after = page.after();
            assertThat(seen).doesNotHaveDuplicates();
        } while (after != null);
        return seen;
    }

    // What somebody would find who looked at everybody.

    private List<AccountId> expected(MentorFilter filter, MentorOrder order) {
        var found = everybody.stream()
            .filter(Known::listed)
            .filter(mentor -> matches(mentor, filter) && shown(mentor, filter).isPresent())
            .sorted(comparator(filter, order))
            .toList();
        if (order != MentorOrder.NEXT) {
            return found.stream().map(Known::id).toList();
        }
        // The pages are cut by the next free time of all; on a page, by the time it shows.
        var pages = new ArrayList<AccountId>();
        for (var from = 0; from < found.size(); from += MentorSearch.PAGE) {
            found.subList(from, Math.min(found.size(), from + MentorSearch.PAGE))
                .stream()
                .sorted(Comparator.comparing(mentor -> mentor.free.get(shown(mentor, filter).orElseThrow().id())
                    .stream()
                    .filter(start -> wanted(filter, start))
                    .findFirst()
                    .orElse(Instant.MAX)))
                .forEach(mentor -> pages.add(mentor.id));
        }
        return pages;
    }

    private static boolean matches(Known mentor, MentorFilter filter) {
        return asked(filter).allMatch(word -> rank(mentor, word) > 0)
                && mentor.text.skills()
                    .stream()
                    .map(String::toLowerCase)
                    .toList()
                    .containsAll(filter.skills().stream().map(String::toLowerCase).toList())
                && (filter.language().isEmpty() || mentor.text.languages().contains(filter.language()))
                && (filter.rating() == null || mentor.rating >= filter.rating());
    }

    private static Optional<OfferTerms> shown(Known mentor, MentorFilter filter) {
        var priced = filter.least().isPresent() || filter.most().isPresent();
        return mentor.offers.stream()
            .filter(OfferTerms::published)
            .filter(offer -> filter.currency().isEmpty() || offer.price().currency().equals(filter.currency()))
            .filter(offer -> filter.least().map(least -> offer.price().minor() >= least.minor()).orElse(true))
            .filter(offer -> filter.most().map(most -> offer.price().minor() <= most.minor()).orElse(true))
            .filter(offer -> filter.kind() != null ? offer.kind() == filter.kind() : !(priced && offer.trial()))
            .filter(offer -> !filter.free() || offer.price().isFree())
            .filter(offer -> !filter.instant() || offer.instant())
            .filter(offer -> !filter.week() && filter.hour() == null
                    || mentor.free.get(offer.id()).stream().anyMatch(start -> wanted(filter, start)))
            .min(Comparator.comparing(OfferTerms::trial)
                .thenComparing(offer -> offer.price().minor())
                .thenComparing(offer -> hex(offer.id())));
    }

    private static boolean wanted(MentorFilter filter, Instant start) {
        return !filter.week() && filter.hour() == null || start.isBefore(NOW.plus(Duration.ofDays(7)))
                && (filter.hour() == null || start.atZone(filter.here()).getHour() == filter.hour());
    }

    private Comparator<Known> comparator(MentorFilter filter, MentorOrder order) {
        var newest = Comparator.comparing(Known::createdAt)
            .thenComparing((Known mentor) -> HexFormat.of().formatHex(Ids.bytes(mentor.id.value())))
            .reversed();
        var words = asked(filter).toList();
        return switch (order) {
            case RATING -> Comparator.comparingInt(Known::rating)
                .thenComparingInt(Known::ratings)
                .thenComparing((Known mentor) -> HexFormat.of().formatHex(Ids.bytes(mentor.id.value())))
                .reversed();
            case PRICE -> filter.currency().isEmpty()
                    ? comparator(filter, MentorOrder.BEST)
                    : Comparator.<Known>comparingLong(mentor -> offer(mentor, filter).price().minor())
                        .thenComparing(mentor -> hex(offer(mentor, filter).id()));
            case NEXT -> Comparator
                .<Known, Instant>comparing(
                        mentor -> mentor.free.get(offer(mentor, filter).id()).stream().findFirst().orElse(Instant.MAX))
                .thenComparing(mentor -> hex(offer(mentor, filter).id()));
            case BEST ->
                Comparator.<Known>comparingInt(mentor -> -words.stream().mapToInt(word -> rank(mentor, word)).sum())
                    .thenComparing(newest);
            case NEWEST -> newest;
        };
    }

    private static OfferTerms offer(Known mentor, MentorFilter filter) {
        return shown(mentor, filter).orElseThrow();
    }

    private static Stream<String> asked(MentorFilter filter) {
        return Arrays.stream(filter.words().split(" ")).filter(word -> !word.isEmpty());
    }

    private static int rank(Known mentor, String asked) {
        var places = List.of(mentor.text.about(), mentor.text.headline(), String.join(" ", mentor.text.skills()),
                mentor.name);
        var best = 0;
        for (var place = 0; place < places.size(); place++) {
            for (var word : places.get(place).toLowerCase().split("[^a-z0-9]+")) {
                if (word.startsWith(asked)) {
                    best = Math.max(best, 2 * (place + 1) + (word.equals(asked) ? 1 : 0));
                }
            }
        }
        return best;
    }

    private static String hex(OfferId id) {
        return HexFormat.of().formatHex(Ids.bytes(id.value()));
    }

    // Inventing.

    private MentorFilter filter() {
        var asked = new Asked(random.nextInt(3) == 0 ? "" : words(random.nextInt(1, 3))).skills(mark);
        if (random.nextInt(4) == 0) {
            asked.skills(mark, one(POOL));
        }
        if (random.nextInt(6) == 0) {
            asked.language(one(List.of("en", "de", "fr")));
        }
        if (random.nextInt(2) == 0) {
            asked.currency(one(CURRENCIES));
            if (random.nextBoolean()) {
                var code = one(CURRENCIES);
                asked.price(code, random.nextBoolean() ? "10" : null, one(List.of("30", "50", "3000")));
            }
        }
        if (random.nextInt(8) == 0) {
            asked.kind(one(List.of(OfferKind.TRIAL, OfferKind.ONE_ON_ONE)));
        }
        if (random.nextInt(12) == 0) {
            asked.free();
        }
        if (random.nextInt(6) == 0) {
            asked.instant();
        }
        if (random.nextInt(6) == 0) {
            asked.rated(one(List.of(300, 400, 450)));
        }
        if (random.nextInt(4) == 0) {
            asked.thisWeek();
        }
        if (random.nextInt(5) == 0) {
            asked.at(random.nextInt(24), one(ZONES));
        }
        return asked.build();
    }

    private String words(int count) {
        var words = new ArrayList<String>();
        for (var number = 0; number < count; number++) {
            var word = one(POOL);
            words.add(word.length() > 4 && random.nextInt(3) == 0 ? word.substring(0, 4) : word);
        }
        return String.join(" ", words.stream().distinct().toList());
    }

    private AccountId mentor(boolean published) {
        var name = "Ada " + one(List.of("Lovelace", "Java", "Lawson", "Music"));
        var person = cast.person(name, Role.MEMBER).id();
        jdbc.sql("UPDATE account SET zone = ? WHERE id = ?").params(one(ZONES), Columns.param(person.value())).update();
        var skills = new ArrayList<>(List.of(mark));
        for (var number = random.nextInt(4); number > 0; number--) {
            skills.add(one(POOL));
        }
        var languages = one(List.of(List.of("en"), List.of("de"), List.of("en", "de")));
        profiles.save(person, new ProfileText("On " + words(2), "Mostly " + words(3), "", "", "", skills, languages),
                published, NOW.minusSeconds(random.nextInt(50)));
        earners.enable(person, "mentor@example.com", NOW);
        for (var number = random.nextInt(1, 4); number > 0; number--) {
            offer(person);
        }
        availability.save(person, week());
        if (random.nextInt(3) > 0) {
            var count = random.nextInt(1, 30);
            rate.rate(person, count, random.nextInt(count, 5 * count + 1));
        }
        if (random.nextInt(3) == 0) {
            var from = NOW.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(random.nextInt(60)));
            holds.take(Ids.next(),
                    List.of(new Holds.Share(person, new TimeSpan(from, from.plus(Duration.ofHours(20))))), null);
        }
        return person;
    }

    private void offer(AccountId mentor) {
        var currency = one(CURRENCIES);
        var price = random.nextInt(6) == 0
                ? "0"
                : one(currency.equals("JPY") ? List.of("2000", "5000") : List.of("10", "25", "45", "80"));
        var draft = new OfferDraft("A session", random.nextInt(4) == 0 ? OfferKind.TRIAL : OfferKind.ONE_ON_ONE,
                one(List.of(30, 60, 90)), Amount.parse(price, currency).orElseThrow(),
                one(List.of(Confirmation.INSTANT, Confirmation.REQUEST)), 0, random.nextInt(8) > 0);
        offers.add(mentor, draft, FormToken.next(), NOW);
    }

    private Schedule week() {
        var windows = new ArrayList<WeeklyWindow>();
        for (var day : DayOfWeek.values()) {
            if (random.nextInt(3) == 0) {
                var start = random.nextInt(8, 20) * 60;
                windows.add(new WeeklyWindow(day, start, start + one(List.of(60, 120, 240))));
            }
        }
        return new Schedule(windows, new SessionSettings(0, one(List.of(0, 12, 72)) * 60, one(List.of(5, 60)), null),
                0);
    }

    private Known known(AccountId id) {
        var profile = mentors.byId(id).orElseThrow();
        var all = mentors.offers(id);
        var schedule = slots.scheduleOf(id);
        var free = new HashMap<OfferId, List<Instant>>();
        all.forEach(offer -> free.put(offer.id(),
                slots.free(offer, schedule, null, new TimeSpan(NOW, NOW.plus(Duration.ofDays(30))), NOW)));
        var text = new ProfileText(profile.headline(), profile.about(), "", "", "", profile.skills(),
                profile.languages());
        var rating = Optional.ofNullable(profile.rating());
        return new Known(id, profile.since(), text, profile.name(), profile.published(), all, free,
                rating.map(Rating::hundredths).orElse(0), rating.map(Rating::count).orElse(0));
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
