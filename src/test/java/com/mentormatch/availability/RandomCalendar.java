package com.mentormatch.availability;

import com.mentormatch.account.AccountId;
import com.mentormatch.availability.DatedException.Block;
import com.mentormatch.availability.DatedException.ExtraHours;
import com.mentormatch.availability.DatedException.Off;
import com.mentormatch.availability.DatedException.OtherHours;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A mentor, an offer and a calendar made up from a number: the same number is the same case again. */
final class RandomCalendar {

    private static final List<ZoneId> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
    private static final int DAYS = 2;

    final int number;
    final Random random;
    final ZoneId home;
    final LocalDate date;
    final Schedule schedule;
    final OfferTerms offer;
    final Instant now;
    final TimeSpan range;
    final TimeSpan reach;
    final BitSet held = new BitSet();
    final List<BookedSessions.Session> booked = new ArrayList<>();

    RandomCalendar(int number) {
        this.number = number;
        random = new Random(20270328L * 31 + number);
        home = ZONES.get(random.nextInt(ZONES.size()));
        date = date(random, home);
        var windows = new ArrayList<WeeklyWindow>();
        IntStream.range(0, 1 + random.nextInt(5)).forEach(_ -> {
            var hours = hours();
            windows.add(new WeeklyWindow(near(date).getDayOfWeek(), hours));
        });
        var id = OfferId.next();
        var settings = new SessionSettings(15 * random.nextInt(5), 15 * random.nextInt(8), 1 + random.nextInt(180),
                random.nextInt(3) == 0 ? null : 15 * (1 + random.nextInt(12)), limit(), limit());
        var own = random.nextInt(3) == 0
                ? new OfferSettings(15 * random.nextInt(5), 60, 30, 15 * (1 + random.nextInt(12)), limit(), limit())
                : OfferSettings.NONE;
        schedule = new Schedule(windows, exceptions(), travels(), settings, Map.of(id, own), 1);
        offer = new OfferTerms(id, new AccountId(Ids.next()), "A good hour", OfferKind.ONE_ON_ONE,
                15 * (1 + random.nextInt(12)), new Amount(0, "EUR"),
                random.nextBoolean() ? Confirmation.INSTANT : Confirmation.REQUEST, 0, true, false);
        var from = date.atStartOfDay(home).toInstant();
        range = new TimeSpan(from, date.plusDays(DAYS).atStartOfDay(home).toInstant());
        now = from.minus(Duration.ofMinutes(15L * random.nextInt(96 * 20)));
        reach = Slots.reach(range, now);
        random.ints(random.nextInt(20), 0, 96 * DAYS + 30).forEach(held::set);
        IntStream.range(0, random.nextInt(4))
            .forEach(_ -> booked
                .add(new BookedSessions.Session(offer.mentor(), random.nextBoolean() ? id : OfferId.next(),
                        near(date).atStartOfDay(home).toInstant().plus(Duration.ofMinutes(15L * random.nextInt(96))))));
    }

    MentorSchedule mentor() {
        return new MentorSchedule(schedule, home);
    }

    Slots.Calendars calendars(BitSet taken) {
        return calendars(taken, reach, now);
    }

    /** @param taken counted from the beginning of {@code reach} */
    Slots.Calendars calendars(BitSet taken, TimeSpan reach, Instant now) {
        var all = new HashMap<AccountId, BitSet>();
        all.put(offer.mentor(), taken);
        return new Slots.Calendars(Map.of(offer.mentor(), mentor()), null, reach, all, booked, now);
    }

    List<Instant> listed() {
        return calendars(held).free(offer, range);
    }

    private Integer limit() {
        return random.nextInt(4) == 0 ? 1 + random.nextInt(3) : null;
    }

    private List<ExceptionEntry> exceptions() {
        var exceptions = new ArrayList<ExceptionEntry>();
        for (var left = random.nextInt(4); left > 0; left--) {
            var first = near(date);
            var last = first.plusDays(random.nextInt(3));
            exceptions.add(ExceptionEntry.of(switch (random.nextInt(4)) {
                case 0 -> new Off(first, last);
                case 1 -> new OtherHours(first, last, List.of(hours()));
                case 2 -> new ExtraHours(first, last, List.of(hours()));
                default -> {
                    var from = 15 * random.nextInt(96);
                    yield new Block(first, from, last,
                            first.equals(last)
                                    ? from + 15 * (1 + random.nextInt((1440 - from) / 15))
                                    : 15 * (1 + random.nextInt(96)));
                }
            }, ""));
        }
        return exceptions;
    }

    private List<Travel> travels() {
        if (random.nextInt(4) != 0) {
            return List.of();
        }
        var first = near(date);
        return List.of(Travel.of(first, first.plusDays(random.nextInt(4)), ZONES.get(random.nextInt(ZONES.size()))));
    }

    private Hours hours() {
        var start = 15 * random.nextInt(96);
        return new Hours(start, start + 15 * (1 + random.nextInt(96)));
    }

    private LocalDate near(LocalDate date) {
        return date.plusDays(random.nextInt(5) - 2L);
    }

    /** Half of the dates are near a change of the clocks. */
    private static LocalDate date(Random random, ZoneId zone) {
        var date = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(14 * 365));
        var change = zone.getRules().nextTransition(date.atStartOfDay(zone).toInstant());
        return change == null || random.nextBoolean()
                ? date
                : change.getDateTimeBefore().toLocalDate().minusDays(random.nextInt(2));
    }

    @Override
    public String toString() {
        return "case %d: %s %s, %d minutes, now %s, %s".formatted(number, home, date, offer.minutes(), now, schedule);
    }
}
