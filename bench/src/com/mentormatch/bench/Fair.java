package com.mentormatch.bench;

import static com.mentormatch.bench.Place.SITE;

import com.mentormatch.shared.FormToken;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Mentors who are there around the clock, and mentees who are signed in. New ones each run, so that no slot was ever
 * taken and nothing has to be undone.
 *
 * @param offers of each mentor one id for each length asked for
 * @param first  the first hour that can be booked
 */
record Fair(List<Person> mentees, List<List<String>> offers, Instant first) {

    static Fair open(int mentors, int mentees, Integer... minutes) throws IOException, InterruptedException {
        var address = SITE + "/bench/fair?mentors=" + mentors + "&mentees=" + mentees + "&minutes="
                + Arrays.toString(minutes).replaceAll("[\\[\\] ]", "");
        var people = Http.text(address).lines().map(line -> List.of(line.split(" "))).toList();
        var signedIn = new ArrayList<Person>();
        for (var email : people.getFirst()) {
            signedIn.add(Person.signIn(SITE, email));
        }
        return new Fair(signedIn, people.subList(1, people.size()),
                Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1)));
    }

    /** The form a mentee sends who wants that offer so many minutes after the first hour. */
    HttpRequest.Builder wish(int mentee, String offer, int minutes) {
        return mentees.get(mentee)
            .sends(SITE + "/bookings",
                    Map.of("offer", offer, "start", first.plus(Duration.ofMinutes(minutes)).toString(), "topic",
                            "How to begin", "message", "I would like to know where to start. ".repeat(4), "formToken",
                            FormToken.next().toString()));
    }
}
