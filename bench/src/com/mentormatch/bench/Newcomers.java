package com.mentormatch.bench;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.Role;
import com.mentormatch.availability.EditAvailability;
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
import com.mentormatch.sandbox.Residents;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Ids;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Makes the people of a {@link Fair}. Their profiles are not published, so that they change no list; their offers cost
 * nothing and are confirmed at once.
 */
@RestController
final class Newcomers {

    private static final SessionSettings ANY_TIME = new SessionSettings(0, 0, SessionSettings.LONGEST_HORIZON, 15);

    /** Where the clocks show UTC and are never changed. */
    private static final ZoneId ZONE = ZoneId.of("Africa/Accra");

    private final EditProfile profiles;
    private final EditOffers offers;
    private final EditAvailability availability;
    private final Residents residents;

    Newcomers(EditProfile profiles, EditOffers offers, EditAvailability availability, JdbcClient jdbc) {
        this.profiles = profiles;
        this.offers = offers;
        this.availability = availability;
        this.residents = new Residents(jdbc);
    }

    /** @return in the first line the addresses of mentees, in each other a mentor's offers, one of each length */
    @GetMapping("/bench/fair")
    String fair(@RequestParam int mentors, @RequestParam int mentees, @RequestParam List<Integer> minutes) {
        var now = Instant.now();
        var lines = Stream.concat(Stream.of(mentees(mentees, now)),
                IntStream.range(0, mentors).mapToObj(_ -> mentor(minutes, now)));
        return lines.collect(Collectors.joining("\n"));
    }

    private String mentees(int count, Instant now) {
        var emails = IntStream.range(0, count).mapToObj(_ -> Ids.next() + "@bench.example").toList();
        emails.forEach(email -> residents.add(email, "New Mentee", ZoneId.of("Asia/Tokyo"), Role.MEMBER, now));
        return String.join(" ", emails);
    }

    private String mentor(List<Integer> minutes, Instant now) {
        var mentor = residents.add(Ids.next() + "@bench.example", "New Mentor", ZONE, Role.MEMBER, now);
        profiles.save(mentor, new ProfileText("Helps at any hour", "I have worked on this for years.", "", "", "",
                List.of("Java", "Databases", "Python"), List.of("en")), false, now);
        var always = Arrays.stream(DayOfWeek.values()).map(day -> new WeeklyWindow(day, 0, 24 * 60)).toList();
        availability.save(mentor, new Schedule(always, ANY_TIME, 0));
        return minutes.stream().map(length -> offer(mentor, length, now)).collect(Collectors.joining(" "));
    }

    private String offer(AccountId mentor, int minutes, Instant now) {
        var draft = new OfferDraft("Session of " + minutes, OfferKind.ONE_ON_ONE, minutes, new Amount(0, "EUR"),
                Confirmation.INSTANT, 50, true);
        return switch (offers.add(mentor, draft, FormToken.next(), now)) {
            case OfferOutcome.Saved(var id) -> id.toString();
            case OfferOutcome.Refused(var reason) -> throw new IllegalStateException(reason.toString());
            case OfferOutcome.Missing() -> throw new IllegalStateException("There is no such mentor");
        };
    }
}
