package com.mentormatch.web;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What stands for a person without a photo: their letters before calm hills, both from the name alone.
 *
 * @param tone 0–7, a pair of colours in {@code avatar.css}
 * @param turn degrees the hills are turned by
 */
public record Face(String letters, int tone, int turn) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s-]+");

    static Face of(String name) {
        var hash = name.strip().hashCode();
        hash ^= hash >>> 15;
        return new Face(letters(name), Math.floorMod(hash, 8), Math.floorMod(hash >> 3, 5) * 18 - 36);
    }

    private static String letters(String name) {
        var words = BETWEEN_WORDS.split(name.strip());
        var first = initial(words[0]);
        return words.length == 1 ? first : first + initial(words[words.length - 1]);
    }

    private static String initial(String word) {
        return word.codePoints()
            .filter(Character::isLetterOrDigit)
            .limit(1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .toUpperCase(Locale.ROOT);
    }
}
