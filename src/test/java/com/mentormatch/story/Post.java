package com.mentormatch.story;

import com.mentormatch.story.Life.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The mails of the model, and its bell. A mail waits until the product's tasks run. What something newer overtakes
 * meanwhile, and what is old news by then, is not sent. The bell says it too, at once, and takes back what is overtaken
 * before anybody has read it, which in the model nobody does.
 */
final class Post {

    private record Letter(String kind, Person to, Life about, Instant staleAt) {}

    /** For the files. */
    private static final Set<String> UNRUNG = Set.of("REQUEST_SENT", "RECEIPT");
    /** Written by a task of its own, where it is not too late for it. */
    private static final Set<String> REMINDERS = Set.of("REMINDER_DAY", "REMINDER_HOUR", "CONFIRM_REMINDER");

    private final List<Letter> waiting = new ArrayList<>();
    private final List<Letter> rung = new ArrayList<>();
    private final Map<String, Integer> sent = new TreeMap<>();

    /** @param staleAt from when on nobody wants to read it; null for never */
    void write(String kind, Life about, Instant staleAt, Person... to) {
        for (var person : to) {
            var letter = new Letter(kind, person, about, staleAt);
            waiting.add(letter);
            if (!UNRUNG.contains(kind) && !REMINDERS.contains(kind)) {
                rung.add(letter);
            }
        }
    }

    /** The bell does not tell anybody what they have just done. */
    void unring(String kind, Life about, Person doer) {
        rung.removeIf(letter -> letter.about() == about && letter.kind().equals(kind) && letter.to() == doer);
    }

    void overtake(Life about, Set<String> kinds) {
        waiting.removeIf(letter -> letter.about() == about && kinds.contains(letter.kind()));
        rung.removeIf(letter -> letter.about() == about && kinds.contains(letter.kind()));
    }

    void deliver(Instant now) {
        waiting.removeIf(letter -> letter.staleAt() != null && !letter.staleAt().isAfter(now));
        waiting.forEach(letter -> {
            count(sent, letter);
            if (REMINDERS.contains(letter.kind())) {
                rung.add(letter);
            }
        });
        waiting.clear();
    }

    /** How many of each kind each person has got: "MOVED to MARA" → 2. */
    Map<String, Integer> sent() {
        return sent;
    }

    /** The same of what the bell says. */
    Map<String, Integer> rung() {
        var kinds = new TreeMap<String, Integer>();
        rung.forEach(letter -> count(kinds, letter));
        return kinds;
    }

    private static void count(Map<String, Integer> kinds, Letter letter) {
        kinds.merge(letter.kind() + " to " + letter.to(), 1, Integer::sum);
    }
}
