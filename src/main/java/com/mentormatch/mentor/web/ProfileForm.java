package com.mentormatch.mentor.web;

import com.mentormatch.mentor.MentorProfile;
import com.mentormatch.mentor.ProfileText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.validation.Errors;

/**
 * A profile as typed.
 *
 * @param skills separated by commas or lines
 * @param publish which of the two buttons was pressed
 */
record ProfileForm(
        @NotBlank(message = "{mentor.own.headline.missing}") @Size(max = 120, message = "{mentor.own.headline.long}") String headline,
        @NotBlank(message = "{mentor.own.about.missing}") @Size(max = ProfileText.LONGEST_TEXT, message = "{mentor.own.text.long}") String about,
        @Size(max = ProfileText.LONGEST_TEXT, message = "{mentor.own.text.long}") String experience,
        @Size(max = ProfileText.LONGEST_TEXT, message = "{mentor.own.text.long}") String sessionDescription,
        String website, String skills,
        @NotEmpty(message = "{mentor.own.languages.missing}") @Size(max = ProfileText.MOST_LANGUAGES, message = "{mentor.own.languages.many}") List<String> languages,
        boolean publish) {

    static final ProfileForm EMPTY = new ProfileForm("", "", "", "", "", "", List.of(), false);

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
                profile.website(), String.join(", ", profile.skills()), profile.languages(), profile.published());
    }

    void check(Errors errors) {
        if (!website.isEmpty() && !ProfileText.isWebAddress(website)) {
            errors.rejectValue("website", "mentor.own.website.wrong");
        }
        if (skillList().size() > ProfileText.MOST_SKILLS) {
            errors.rejectValue("skills", "mentor.own.skills.many", new Object[]{ProfileText.MOST_SKILLS}, null);
        }
        skillList().stream().filter(skill -> skill.length() > ProfileText.LONGEST_SKILL).findFirst().ifPresent(
                skill -> errors.rejectValue("skills", "mentor.own.skills.long", new Object[]{skill,
                        ProfileText.LONGEST_SKILL}, null));
    }

    ProfileText text() {
        return new ProfileText(headline, about, experience, sessionDescription, website, skillList(), languages);
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
