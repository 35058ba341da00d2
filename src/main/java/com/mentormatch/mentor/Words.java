package com.mentormatch.mentor;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns text into the words a full-text index keeps and a search asks for, the same way on both sides.
 *
 * <p>Words are folded by us, not by a collation: "José" is found by "jose" on MySQL and MariaDB alike. The index of both
 * servers drops words under three letters and a list of small English ones. Those of one or two letters, which name
 * half of the trades ("Go", "UX", "R", "AI"), are therefore kept with a prefix no word has; the small ones are left out
 * of questions. Only letters and digits ever reach the query, so nothing typed can be read as an operator.
 */
final class Words {

    /** More words, or longer ones, make a question slower and not better. */
    private static final int MOST = 8;
    private static final int LONGEST = 40;

    private static final String SHORT = "xx";

    private static final Set<String> NOT_INDEXED = Set.of("about", "are", "com", "for", "from", "how", "that", "the",
            "this", "was", "what", "when", "where", "who", "will", "with", "und", "www");

    private static final Map<String, String> SPELLINGS = Map.of("c++", " cpp ", "c#", " csharp ", "f#", " fsharp ",
            ".net", " dotnet ", "ß", "ss", "æ", "ae", "ø", "o", "ł", "l", "đ", "d", "ı", "i");

    private static final Pattern SPELLED_APART = Pattern
        .compile(SPELLINGS.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** What the index keeps of some texts. */
    static String indexed(Stream<String> texts) {
        return texts.flatMap(text -> split(text).stream()).map(Words::kept).distinct().collect(Collectors.joining(" "));
    }

    /** The same as a boolean full-text query: every word must begin a word of the text; empty where none is left. */
    static String asked(String typed) {
        var asked = new LinkedHashSet<String>();
        for (var word : split(typed)) {
            if (!NOT_INDEXED.contains(word)) {
                asked.add(word.length() < 3 ? "+(" + kept(word) + " " + word + "*)" : "+" + word + "*");
            }
        }
        return asked.stream().limit(MOST).collect(Collectors.joining(" "));
    }

    /** A short text, such as a skill, in the form two spellings of it share. */
    static String key(String text) {
        return String.join(" ", split(text));
    }

    private static String kept(String word) {
        return word.length() < 3 ? SHORT + word : word;
    }

    private static List<String> split(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var spelled = SPELLED_APART.matcher(lower).replaceAll(found -> SPELLINGS.get(found.group()));
        var folded = MARKS.matcher(Normalizer.normalize(spelled, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN.splitAsStream(folded)
            .filter(word -> !word.isEmpty())
            .map(word -> word.length() <= LONGEST ? word : word.substring(0, LONGEST))
            .toList();
    }
}
