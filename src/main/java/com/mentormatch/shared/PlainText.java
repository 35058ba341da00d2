package com.mentormatch.shared;

/**
 * What people typed, made safe for places that are not HTML: mails, subjects, calendars, logs.
 *
 * <p>Control characters, and the marks that turn the direction of the text after them, are dropped: with those a name
 * could rearrange the sentence around it. Half a surrogate pair becomes U+FFFD.
 */
public final class PlainText {

    private PlainText() {}

    /** One line of at most that many code points; every white space becomes a single space. Null is "". */
    public static String line(String text, int most) {
        return clean(text, most, false).replaceAll("\\s+", " ").strip();
    }

    /** Lines separated by {@code \n}, of at most that many code points in all. Null is "". */
    public static String block(String text, int most) {
        return clean(text, most, true).strip();
    }

    private static String clean(String text, int most, boolean lines) {
        if (text == null) {
            return "";
        }
        var clean = new StringBuilder();
        text.replace("\r\n", "\n")
            .replace('\r', '\n')
            .replace('\u2028', '\n')
            .replace('\u2029', '\n')
            .codePoints()
            .map(c -> c == '\n' ? lines ? c : ' ' : c == '\t' ? ' ' : c)
            .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
            .filter(c -> c == '\n' || !Character.isISOControl(c) && !turnsDirection(c))
            .limit(most + 1L)
            .forEach(clean::appendCodePoint);
        if (clean.codePointCount(0, clean.length()) > most) {
            clean.setLength(clean.offsetByCodePoints(0, Math.max(0, most - 1)));
            clean.append('…');
        }
        return clean.toString();
    }

    private static boolean turnsDirection(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F || c == 0x061C;
    }
}
