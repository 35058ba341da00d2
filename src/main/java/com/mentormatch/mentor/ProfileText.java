package com.mentormatch.mentor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * What a mentor writes about themselves, as plain text, cleaned of stray white space and repeated skills. What is too
 * long or no web address is an {@link IllegalArgumentException}: forms ask first.
 *
 * @param headline 1–120 characters
 * @param about 1–5000 characters, like the next two, which may be empty
 * @param website an http or https address, empty where there is none
 * @param skills at most 12 of at most 40 characters, the most important first
 * @param languages BCP 47 tags, at least one and at most 8
 */
public record ProfileText(String headline, String about, String experience, String sessionDescription, String website,
        List<String> skills, List<String> languages) {

    public static final int LONGEST_TEXT = 5000;
    public static final int MOST_SKILLS = 12;
    public static final int LONGEST_SKILL = 40;
    public static final int MOST_LANGUAGES = 8;

    public ProfileText {
        headline = oneLine(headline);
        about = about.strip();
        experience = experience.strip();
        sessionDescription = sessionDescription.strip();
        website = website.strip();
        skills = distinct(skills);
        languages = languages.stream().distinct().toList();
        require(!headline.isEmpty() && headline.length() <= 120, "headline");
        require(!about.isEmpty() && about.length() <= LONGEST_TEXT, "about");
        require(experience.length() <= LONGEST_TEXT && sessionDescription.length() <= LONGEST_TEXT, "text");
        require(website.isEmpty() || isWebAddress(website), "website");
        require(skills.size() <= MOST_SKILLS && skills.stream().allMatch(skill -> skill.length() <= LONGEST_SKILL),
                "skills");
        require(!languages.isEmpty() && languages.size() <= MOST_LANGUAGES
                && languages.stream().allMatch(ProfileText::isLanguage), "languages");
    }

    /** Whether a link may be shown: http or https with a host, and nothing a browser would run. */
    public static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            return text.length() <= 500 && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    public static boolean isLanguage(String tag) {
        return tag.length() <= 35 && !Locale.forLanguageTag(tag).getLanguage().isEmpty();
    }

    /** Two spellings that read the same are one skill: the first is kept. */
    private static List<String> distinct(List<String> typed) {
        var seen = new TreeSet<String>();
        return typed.stream()
            .map(ProfileText::oneLine)
            .filter(skill -> !Words.key(skill).isEmpty() && seen.add(Words.key(skill)))
            .toList();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("Not a profile's " + what);
        }
    }
}
