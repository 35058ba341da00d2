package com.mentormatch.mentor;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns text into the words an index keeps and a search asks for, the same way on both sides.
 *
 * <p>The servers' own full-text indexes disagree: on stop words, on the least length of a word, on what a sign means, on
 * how good a match is. So the folding, the index ({@code mentor_word}) and the weights are ours: "José" is found by
 * "jose", "Go", "C#" and "R" are words like any other, and a rank never changes because somebody else signed up. Only
 * letters and digits ever reach a query, so nothing typed can be read as a pattern. Scripts written without spaces are
 * kept as pairs of signs.
 */
final class Words {

    /** More words, or longer ones, make a question slower and not better. */
    private static final int MOST = 8;
    static final int LONGEST = 40;

    /** They stand in every second profile, and are left out of questions. */
    private static final Set<String> SMALL = Set.of("a", "about", "an", "and", "are", "as", "at", "be", "by", "for",
            "from", "how", "i", "in", "is", "me", "my", "of", "on", "or", "that", "the", "this", "to", "was", "what",
            "when", "where", "who", "will", "with", "und");

    private static final Map<String, String> SPELLINGS = Map.of("c++", " cpp ", "c#", " csharp ", "f#", " fsharp ",
            ".net", " dotnet ", "ß", "ss", "æ", "ae", "ø", "o", "ł", "l", "đ", "d", "ı", "i");

    private static final Pattern SPELLED_APART = Pattern
        .compile(SPELLINGS.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String UNSPACED = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}";
    private static final Pattern WORD = Pattern.compile("[" + UNSPACED + "]+|[\\p{L}\\p{N}&&[^" + UNSPACED + "]]+");
    private static final Pattern SIGNS = Pattern.compile("[" + UNSPACED + "]+");

    private Words() {}

    /** The words an index keeps of a text, each once. */
    static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        for (var word : split(text)) {
            if (SIGNS.matcher(word).matches()) {
                words.addAll(pairs(word));
            } else {
                words.add(cut(word));
            }
        }
        return words;
    }

    /** The words of a question: a mentor is found who has, for every one of them, a word that begins with it. */
    static List<String> asked(String typed) {
        return of(typed).stream().filter(word -> !SMALL.contains(word)).limit(MOST).toList();
    }

    /**
     * What a word of the index must be like (SQL) to answer one that was asked for. A single letter is a name ("R",
     * "C"), not the beginning of half of all words.
     */
    static String pattern(String asked) {
        return asked.length() == 1 && !SIGNS.matcher(asked).matches() ? asked : asked + "%";
    }

    /** A short text, such as a skill, in the form two spellings of it share. */
    static String key(String text) {
        return split(text).stream().map(Words::cut).collect(Collectors.joining(" "));
    }

    private static List<String> split(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var spelled = SPELLED_APART.matcher(lower).replaceAll(found -> SPELLINGS.get(found.group()));
        var folded = MARKS.matcher(Normalizer.normalize(spelled, Normalizer.Form.NFKD)).replaceAll("");
        return WORD.matcher(folded).results().map(MatchResult::group).toList();
    }

    private static String cut(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }

    private static List<String> pairs(String signs) {
        var points = signs.codePoints().toArray();
        var pairs = new ArrayList<String>();
        for (var at = 0; at + 1 < points.length; at++) {
            pairs.add(new String(points, at, 2));
        }
        return points.length == 1 ? List.of(signs) : pairs;
    }
}
