package com.mentormatch.bench;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.Role;
import com.mentormatch.availability.DatedException;
import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.ExceptionEntry;
import com.mentormatch.availability.Schedule;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.availability.WeeklyWindow;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.EditOffers;
import com.mentormatch.mentor.EditProfile;
import com.mentormatch.mentor.OfferDraft;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferOutcome;
import com.mentormatch.mentor.ProfileText;
import com.mentormatch.mentor.RefreshOpenings;
import com.mentormatch.sandbox.Residents;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Ids;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills an empty database. Mentors are made the way people make them, so that whatever is kept for searching is there;
 * mentees, bookings and their holds are written straight into the tables, because there are a million of them. A database
 * that is full is only put in order after the run before: nothing waits to be done, and searches know what is booked.
 */
final class Crowd implements ApplicationRunner {

    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "Asia/Kolkata",
            "Pacific/Auckland", "America/Sao_Paulo", "Africa/Nairobi", "Asia/Tokyo", "America/Los_Angeles");
    private static final List<String> FIRST = List.of("Ada", "Bram", "Chiara", "Dev", "Esra", "Femi", "Grace", "Hana",
            "Ivo", "Jun", "Kofi", "Lena", "Mei", "Noor", "Olu", "Pia", "Quinn", "Rosa", "Sven", "Tuva");
    private static final List<String> LAST = List.of("Adler", "Bauer", "Costa", "Dube", "Eriksen", "Fischer", "Garcia",
            "Haddad", "Ito", "Jensen", "Khan", "Lopez", "Moreau", "Nguyen", "Okafor", "Patel", "Quist", "Rossi");
    private static final List<String> SKILLS = List.of("Java", "Databases", "Python", "Design", "Writing", "Leadership",
            "Negotiation", "Statistics", "Physics", "Interviews", "Kubernetes", "Security", "Marketing", "Law",
            "Finance", "Speaking", "Research", "Grants", "Hiring", "Product");
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "GBP");

    /** Sessions ahead of an ordinary mentor. */
    private static final int COMING = 10;

    private static final int ROWS = 500;

    private final EditProfile profiles;
    private final EditOffers offers;
    private final EditAvailability availability;
    private final RefreshOpenings openings;
    private final JdbcClient client;
    private final JdbcTemplate jdbc;
    private final int mentorCount;
    private final int menteeCount;
    private final int bookingCount;
    private final int busyPast;
    private volatile boolean complete;

    Crowd(EditProfile profiles, EditOffers offers, EditAvailability availability, RefreshOpenings openings,
            JdbcClient client, JdbcTemplate jdbc,
            @Value("${bench.mentors}") int mentors, @Value("${bench.mentees}") int mentees,
            @Value("${bench.bookings}") int bookings, @Value("${bench.busy-past}") int busyPast) {
        this.profiles = profiles;
        this.offers = offers;
        this.availability = availability;
        this.openings = openings;
        this.client = client;
        this.jdbc = jdbc;
        this.mentorCount = mentors;
        this.menteeCount = mentees;
        this.bookingCount = bookings;
        this.busyPast = busyPast;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        new Thread(this::prepare).start();
    }

    private void prepare() {
        try {
            if (count("booking") < bookingCount) {
                fill(Instant.now().truncatedTo(ChronoUnit.HOURS));
            }
            jdbc.update("DELETE FROM scheduled_tasks");
            openings.refresh(Instant.now());
            complete = true;
        } catch (RuntimeException failed) {
            failed.printStackTrace();
            System.exit(1);
        }
    }

    boolean complete() {
        return complete;
    }

    List<AccountId> some(int count) {
        return client.sql("SELECT account_id FROM mentor ORDER BY account_id LIMIT " + count)
            .query((row, _) -> new AccountId(Columns.uuid(row, "account_id")))
            .list();
    }

    private int count(String table) {
        return client.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }

    private void fill(Instant now) {
        if (count("account") > 0) {
            throw new IllegalStateException("Half filled: delete the database and begin again");
        }
        IntStream.range(0, mentorCount).parallel().forEach(number -> mentor(number, now));
        jdbc.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 2");
        var mentees = mentees(now);
        bookings(mentees, now);
        openings.refresh(Instant.now());
        jdbc.execute("ANALYZE TABLE booking, hold, mentor, offer, mentor_skill, account");
        jdbc.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
    }

    private void mentor(int number, Instant now) {
        var random = new Random(number);
        var name = number == 0 ? "Bench Usual" : number == 1 ? "Bench Busy" : any(FIRST, random) + " " + any(LAST, random);
        var joined = now.minus(Duration.ofMinutes(random.nextInt(500_000)));
        var account = new Residents(client).add("mentor" + number + "@bench.example", name,
                ZoneId.of(number < 2 ? "Europe/Berlin" : any(ZONES, random)), Role.MEMBER, joined);
        var skills = new ArrayList<>(SKILLS);
        Collections.shuffle(skills, random);
        profiles.save(account,
                new ProfileText("Helps with " + skills.getFirst().toLowerCase(Locale.ROOT) + " and careful plans",
                        "I have worked on this for years. ".repeat(6 + random.nextInt(20)), "Ten years in the field.",
                        "We look at your question first, then at what to do about it.", "", skills.subList(0, 5),
                        random.nextBoolean() ? List.of("en") : List.of("en", "de")),
                true, joined);
        letEarn(account, joined);
        for (var offer = 0; offer < 3; offer++) {
            var price = offer == 0 ? 0 : 1000L * (1 + random.nextInt(12));
            offer(account,
                    new OfferDraft("Session " + offer, offer == 0 ? OfferKind.TRIAL : OfferKind.ONE_ON_ONE,
                            offer == 0 ? 30 : 60, new Amount(price, any(CURRENCIES, random)),
                            random.nextBoolean() ? Confirmation.INSTANT : Confirmation.REQUEST, 50, true),
                    joined);
        }
        availability.save(account, schedule(random, LocalDate.ofInstant(now, ZoneId.of("UTC"))));
    }

    private void letEarn(AccountId mentor, Instant now) {
        var id = Columns.param(mentor.value());
        var at = Columns.param(now);
        jdbc.update("""
                INSERT INTO payout_account (account_id, stripe_account_id, details_submitted, charges_enabled,
                  transfers_enabled, payouts_enabled, created_at, changed_at, looked_at)
                VALUES (?, ?, TRUE, TRUE, TRUE, TRUE, ?, ?, ?)""", id, "acct_" + mentor, at, at, at);
    }

    private void offer(AccountId mentor, OfferDraft draft, Instant now) {
        if (!(offers.add(mentor, draft, FormToken.next(), now) instanceof OfferOutcome.Saved)) {
            throw new IllegalStateException("An offer is refused: " + draft);
        }
    }

    private static Schedule schedule(Random random, LocalDate today) {
        var windows = new ArrayList<WeeklyWindow>();
        for (var day : DayOfWeek.values()) {
            if (day.getValue() < 6) {
                windows.add(new WeeklyWindow(day, 9 * 60, 12 * 60));
                windows.add(new WeeklyWindow(day, 14 * 60, 18 * 60));
            }
        }
        var first = today.plusDays(random.nextInt(40));
        var holiday = ExceptionEntry.of(new DatedException.Off(first, first.plusDays(2)), "");
        return new Schedule(windows, List.of(holiday), List.of(),
                new SessionSettings(15 * random.nextInt(3), 12 * 60, 60, null), Map.of(), 0);
    }

    private List<byte[]> mentees(Instant now) {
        var ids = IntStream.range(0, menteeCount).mapToObj(_ -> Columns.param(Ids.next())).toList();
        var rows = new Rows("account (id, email, name, password, zone, locale, role, security_stamp, verified_at,"
                + " created_at, version)", 11);
        for (var number = 0; number < menteeCount; number++) {
            rows.add(ids.get(number), "mentee" + number + "@bench.example", "Mentee " + number, "{noop}", "Asia/Tokyo",
                    "en", "MEMBER", ids.get(number), Columns.param(now), Columns.param(now), 0);
        }
        rows.flush();
        return ids;
    }

    private record Seller(byte[] mentor, byte[] offer) {}

    private void bookings(List<byte[]> mentees, Instant now) {
        var sellers = jdbc.query("""
                SELECT m.account_id, MIN(o.id) AS offer_id FROM mentor m JOIN offer o ON o.mentor_id = m.account_id
                WHERE o.kind = 'ONE_ON_ONE' GROUP BY m.account_id ORDER BY MAX(m.slug = 'bench-busy') DESC""",
                (row, _) -> new Seller(row.getBytes("account_id"), row.getBytes("offer_id")));
        var random = new Random(1);
        var bookings = new Rows("booking (" + BOOKING + ")", 23);
        var holds = new Rows("hold (account_id, cell, booking_id)", 3);
        var past = Math.max(1, (bookingCount - busyPast) / sellers.size() - COMING);
        var midnight = now.truncatedTo(ChronoUnit.DAYS);
        for (var seller : sellers) {
            var busy = seller == sellers.getFirst();
            for (var number = 1; number <= (busy ? busyPast : past); number++) {
                bookings.add(booking(Ids.next(), seller, any(mentees, random),
                        midnight.minus(Duration.ofHours(number * 2L)), "COMPLETED"));
            }
            for (var number = 1; number <= COMING; number++) {
                var id = Ids.next();
                var start = midnight.plus(Duration.ofHours(24L * (number * 2 + 1) + 9 + random.nextInt(8)));
                var mentee = any(mentees, random);
                bookings.add(booking(id, seller, mentee, start, "CONFIRMED"));
                for (var cell = 0; cell < 4; cell++) {
                    holds.add(seller.mentor, (int) (start.getEpochSecond() / 900) + cell, Columns.param(id));
                }
            }
        }
        bookings.flush();
        holds.flush();
        for (var missing = bookingCount - count("booking"); missing > 0; missing--) {
            bookings.add(booking(Ids.next(), sellers.getLast(), any(mentees, random),
                    midnight.minus(Duration.ofHours(50_000L + missing)), "COMPLETED"));
        }
        bookings.flush();
    }

    private static final String BOOKING = """
            id, mentor_id, mentee_id, offer_id, offer_title, kind, confirmation, start_at, end_at, agreed_zone,
            buffer_minutes, price_minor, price_currency, fee_percent, late_refund_percent, topic, message, status,
            ever_authorised, sequence, form_token, created_at, version""";

    private static Object[] booking(UUID id, Seller seller, byte[] mentee, Instant start, String status) {
        return new Object[]{Columns.param(id), seller.mentor, mentee, seller.offer, "Session 1", "ONE_ON_ONE",
                "INSTANT", Columns.param(start), Columns.param(start.plus(Duration.ofHours(1))), "Europe/Berlin", 0, 0,
                "EUR", 10, 50, "How to begin", "", status, false, 0, Columns.param(Ids.next()),
                Columns.param(start.minus(Duration.ofDays(5))), 0};
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** Rows of one table, sent some hundred at a time. */
    private final class Rows {

        private final String table;
        private final String row;
        private final List<Object> values = new ArrayList<>();
        private int rows;

        Rows(String table, int columns) {
            this.table = table;
            this.row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        }

        void add(Object... columns) {
            values.addAll(List.of(columns));
            if (++rows == ROWS) {
                flush();
            }
        }

        void flush() {
            if (rows > 0) {
                jdbc.update("INSERT INTO " + table + " VALUES " + String.join(", ", Collections.nCopies(rows, row)),
                        values.toArray());
            }
            values.clear();
            rows = 0;
        }
    }
}
