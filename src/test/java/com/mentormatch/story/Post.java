package com.mentormatch.story;

import com.mentormatch.story.Life.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The mails of the model. A mail waits until the product's tasks run. What something newer overtakes meanwhile, and what
 * is old news by then, is not sent.
 */
final class Post {

    private record Letter(String kind, Person to, Life about, Instant staleAt) {}

    private final List<Letter> waiting = new ArrayList<>();
    private final Map<String, Integer> sent = new TreeMap<>();

    /** @param staleAt from when on nobody wants to read it; null for never */
    void write(String kind, Life about, Instant staleAt, Person... to) {
        for (var person : to) {
            waiting.add(new Letter(kind, person, about, staleAt));
        }
    }

    void overtake(Life about, Set<String> kinds) {
        waiting.removeIf(letter -> letter.about() == about && kinds.contains(letter.kind()));
    }

    void deliver(Instant now) {
        waiting.removeIf(letter -> letter.staleAt() != null && !letter.staleAt().isAfter(now));
        waiting.forEach(letter -> sent.merge(letter.kind() + " to " + letter.to(), 1, Integer::sum));
        waiting.clear();
    }

    /** How many of each kind each person has got: "MOVED to MARA" → 2. */
    Map<String, Integer> sent() {
        return sent;
    }
}
