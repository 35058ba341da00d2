package com.mentormatch.mentor.web;

import com.mentormatch.mentor.MentorProfile;
import com.mentormatch.mentor.ProfileText;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.validation.Errors;

/**
 * A profile as typed.
 *
 * @param languages those of {@link Languages#OFFERED} that were ticked
 * @param skills separated by commas or lines
 * @param publish which of the two buttons was pressed
 */
record ProfileForm(String headline, String about, String experience, String sessionDescription, String website,
        String skills, List<String> languages, String publish) {

    static final ProfileForm EMPTY = new ProfileForm("", "", "", "", "", "", List.of(), "");

    ProfileForm {
        headline = given(headline);
        about = lines(about);
        experience = lines(experience);
        sessionDescription = lines(sessionDescription);
        website = address(given(website).strip());
        skills = given(skills);
        languages = languages == null
                ? List.of()
                : languages.stream().filter(Languages.OFFERED::contains).distinct().toList();
    }

    static ProfileForm of(MentorProfile profile) {
        return new ProfileForm(profile.headline(), profile.about(), profile.experience(), profile.sessionDescription(),
                profile.website(), String.join(", ", profile.skills()), profile.languages(),
                String.valueOf(profile.published()));
    }

    boolean publishing() {
        return "true".equals(publish);
    }

    void check(Errors errors) {
        reject(errors, "headline", !headline.isBlank(), "mentor.own.headline.missing");
        reject(errors, "headline", headline.length() <= 120, "mentor.own.headline.long");
        reject(errors, "about", !about.isBlank(), "mentor.own.about.missing");
        reject(errors, "about", about.length() <= ProfileText.LONGEST_TEXT, "mentor.own.text.long");
        reject(errors, "experience", experience.length() <= ProfileText.LONGEST_TEXT, "mentor.own.text.long");
        reject(errors, "sessionDescription", sessionDescription.length() <= ProfileText.LONGEST_TEXT,
                "mentor.own.text.long");
        reject(errors, "languages", !languages.isEmpty(), "mentor.own.languages.missing");
        reject(errors, "languages", languages.size() <= ProfileText.MOST_LANGUAGES, "mentor.own.languages.many");
        if (!website.isEmpty() && !ProfileText.isWebAddress(website)) {
            errors.rejectValue("website", "mentor.own.website.wrong");
        }
        if (skillList().size() > ProfileText.MOST_SKILLS) {
            errors.rejectValue("skills", "mentor.own.skills.many", new Object[]{ProfileText.MOST_SKILLS}, null);
        }
        skillList().stream()
            .filter(skill -> skill.length() > ProfileText.LONGEST_SKILL)
            .findFirst()
            .ifPresent(skill -> errors.rejectValue("skills", "mentor.own.skills.long",
                    new Object[]{skill, ProfileText.LONGEST_SKILL}, null));
    }

    ProfileText text() {
        return new ProfileText(headline, about, experience, sessionDescription, website, skillList(), languages);
    }

    private static void reject(Errors errors, String field, boolean right, String code) {
        if (!right) {
            errors.rejectValue(field, code);
        }
    }

    private List<String> skillList() {
        return Stream.of(skills.split("[,;\\n]")).map(String::strip).filter(skill -> !skill.isEmpty()).toList();
    }

    private static String given(String text) {
        return text == null ? "" : text;
    }

    /** Browsers send CRLF; counted is what was typed. */
    private static String lines(String text) {
        return given(text).replace("\r\n", "\n");
    }

    /** People write addresses without the scheme. */
    private static String address(String typed) {
        return typed.isEmpty() || typed.contains(":") || !typed.contains(".") ? typed : "https://" + typed;
    }
}
