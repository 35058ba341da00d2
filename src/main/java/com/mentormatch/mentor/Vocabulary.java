package com.mentormatch.mentor;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The words of skills and names, to guess what a word that finds nobody was meant to be. Read anew every few minutes:
 * who signed up since is found by the right spelling only.
 */
@Component
class Vocabulary {

    /** Shorter words are one slip away from too many others. */
    private static final int SHORTEST = 3;

    private final JdbcClient jdbc;
    private final LoadingCache<Boolean, TreeMap<String, Integer>> kept = Caffeine.newBuilder()
        .refreshAfterWrite(Duration.ofMinutes(10))
        .build(_ -> ask());

    Vocabulary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same words with those nobody knows replaced by the nearest somebody does; empty where that changes nothing. */
    Optional<String> meant(String typed) {
        var asked = Words.asked(typed);
        var words = asked.isEmpty() ? new TreeMap<String, Integer>() : kept.get(Boolean.TRUE);
        var meant = asked.stream().map(word -> nearest(word, words).orElse(word)).toList();
        return meant.equals(asked) ? Optional.empty() : Optional.of(String.join(" ", meant));
    }

    /** Empty for a word that is known, or begins one that is, and for one that is like none. */
    static Optional<String> nearest(String word, TreeMap<String, Integer> words) {
        var following = words.ceilingKey(word);
        if (word.length() < SHORTEST || following != null && following.startsWith(word)) {
            return Optional.empty();
        }
        var most = word.length() < 5 ? 1 : 2;
        return words.keySet()
            .stream()
            .filter(known -> Math.abs(known.length() - word.length()) <= most && known.length() >= SHORTEST)
            .collect(Collectors.toMap(known -> known, known -> Slips.between(word, known)))
            .entrySet()
            .stream()
            .filter(known -> known.getValue() <= most)
            .min(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                .thenComparing(known -> -words.get(known.getKey()))
                .thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey);
    }

    private TreeMap<String, Integer> ask() {
        var words = new TreeMap<String, Integer>();
        jdbc.sql("SELECT name, skills FROM mentor WHERE listed = TRUE").query(row -> {
            Words.of(row.getString("name")).forEach(word -> words.merge(word, 1, Integer::sum));
            Words.of(row.getString("skills")).forEach(word -> words.merge(word, 1, Integer::sum));
        });
        return words;
    }
}
