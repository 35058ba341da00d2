package com.mentormatch.sandbox.world;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.ChangePhoto;
import com.mentormatch.account.Role;
import com.mentormatch.account.Standings;
import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.Schedule;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.availability.WeeklyWindow;
import com.mentormatch.availability.holiday.PublicHolidays;
import com.mentormatch.mentor.EditOffers;
import com.mentormatch.mentor.EditProfile;
import com.mentormatch.sandbox.world.MentorWorld.Invented;
import com.mentormatch.payment.LeaveTip;
import com.mentormatch.payment.LookAtAccount;
import com.mentormatch.payment.SettleTip;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, mentors and bookings worth looking at, made the first time the sandbox starts. */
@TestConfiguration(proxyBeanMethods = false)
@Import({BookingWorld.class, MeetingWorld.class, ReviewWorld.class, AdminWorld.class})
public class World {

    public static final String ACCOUNTS = "Sign in as mentee@example.com, mentor@example.com, admin@example.com or "
            + "stranger@example.com, password mentormatch";

    static final String MENTEE = "mentee@example.com";
    static final String MENTOR = "mentor@example.com";
    static final String ADMIN = "admin@example.com";
    static final String STRANGER = "stranger@example.com";

    /** The password "mentormatch". */
    private static final String PASSWORD = "{bcrypt}$2a$04$Gzc7/zwxxaQyxExyI8xoeeFJVGNOuAD4DElRrbUZF0xWIdCjOAsQa";

    private static StripeStandIn stripe;

    /** Where the world's people pay. */
    public static void payAt(StripeStandIn standIn) {
        stripe = standIn;
    }

    @Bean
    StripeStandIn stripeStandIn() {
        return stripe;
    }

    @Bean
    ApplicationRunner peopleAndBookings(JdbcClient jdbc, Standings standings, ChangePhoto photos, EditProfile profiles,
            EditOffers offers, EditAvailability availability, PublicHolidays holidays, BookingWorld bookings,
            AdminWorld admin, LookAtAccount look, MeetingWorld meetings, LeaveTip leave, SettleTip settle,
            Clock clock) {
        return _ -> {
            if (jdbc.sql("SELECT COUNT(*) FROM account").query(Integer.class).single() > 0) {
                return;
            }
            var payouts = new PayoutWorld(jdbc, stripe, look, leave, settle, clock);
            var accounts = new HashMap<String, AccountId>();
            var random = new Random(4);
            var dates = new DatesWorld(holidays, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            for (var mentor : cast()) {
                var id = account(jdbc, mentor, Role.MEMBER, clock);
                accounts.put(mentor.email(), id);
                photos.put(standings.of(id).orElseThrow().viewer(), mentor.portrait(), clock.instant());
                payouts.enable(id, mentor);
                MentorWorld.publish(id, mentor, profiles, offers, clock.instant());
                availability.save(id, dates.plan(week(random), mentor.zone(), accounts.size() - 1));
            }
            for (var person : List.of(Map.entry(MENTEE, "Noor Haddad"), Map.entry(STRANGER, "Tomás Brandão"),
                    Map.entry("ingrid@example.com", "Ingrid Solberg"), Map.entry("kofi@example.com", "Kofi Asante"),
                    Map.entry("mei@example.com", "Mei Tanaka"))) {
                accounts.put(person.getKey(), plain(jdbc, person.getValue(), person.getKey(), Role.MEMBER, clock));
            }
            accounts.put(ADMIN, plain(jdbc, "Avery Admin", ADMIN, Role.ADMIN, clock));
            payouts.restrict(accounts);
            meetings.choose(accounts.get(MENTOR));
            bookings.fill(accounts);
            payouts.tip(standings.of(accounts.get("kofi@example.com")).orElseThrow().viewer());
            meetings.begin(accounts.get(MENTOR), accounts.get(MENTEE));
            admin.fill(accounts);
        };
    }

    /** The invented mentors; the first of them is who signs in as mentor@example.com. */
    private static List<Invented> cast() {
        var mentors = new ArrayList<>(MentorWorld.mentors());
        var first = mentors.getFirst();
        mentors.set(0, new Invented(first.name(), MENTOR, first.zone(), first.face(), first.text(), first.offers()));
        return mentors;
    }

    private static AccountId account(JdbcClient jdbc, Invented mentor, Role role, Clock clock) {
        return insert(jdbc, mentor.name(), mentor.email(), mentor.zone().getId(), role, clock);
    }

    private static AccountId plain(JdbcClient jdbc, String name, String email, Role role, Clock clock) {
        return insert(jdbc, name, email, "Europe/Berlin", role, clock);
    }

    private static AccountId insert(JdbcClient jdbc, String name, String email, String zone, Role role, Clock clock) {
        var id = AccountId.next();
        var now = Columns.param(clock.instant());
        jdbc.sql("""
                INSERT INTO account (id, email, name, password, zone, locale, role, security_stamp, verified_at,
                  created_at, version)
                VALUES (?, ?, ?, ?, ?, 'en', ?, ?, ?, ?, 0)""")
            .params(Columns.param(id.value()), email, name, PASSWORD, zone, role.name(), Columns.param(Ids.next()), now,
                    now)
            .update();
        return id;
    }

    /** Three to six days a week, in the morning, the afternoon or the evening, some until midnight. */
    private static Schedule week(Random random) {
        var windows = new ArrayList<WeeklyWindow>();
        var style = random.nextInt(4);
        for (var day : DayOfWeek.values()) {
            if (day.getValue() > 5 ? random.nextInt(4) > 0 : random.nextInt(5) == 0) {
                continue;
            }
            switch (style) {
                case 0 -> windows.add(new WeeklyWindow(day, 9 * 60, 12 * 60));
                case 1 -> {
                    windows.add(new WeeklyWindow(day, 8 * 60 + 30, 11 * 60 + 30));
                    windows.add(new WeeklyWindow(day, 14 * 60, 17 * 60));
                }
                case 2 -> windows.add(new WeeklyWindow(day, 18 * 60, 21 * 60));
                default -> windows.add(new WeeklyWindow(day, 20 * 60, 24 * 60));
            }
        }
        var buffer = List.of(0, 0, 15, 30).get(random.nextInt(4));
        var interval = random.nextBoolean() ? null : Integer.valueOf(30);
        return new Schedule(windows, new SessionSettings(buffer, 12 * 60, 60, interval), 0);
    }
}
