package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.Person;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

@Entity
@Table(name = "mentor")
class Mentor {

    private static final ProfileText GONE = new ProfileText("No longer here", "No longer here.", "", "", "", List.of(),
            List.of("en"));

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "account_id"))
    private AccountId id;

    private String slug;
    private String headline;

    @Column(columnDefinition = "TEXT")
    private String about;

    @Column(columnDefinition = "TEXT")
    private String experience;

    @Column(columnDefinition = "TEXT")
    private String sessionDescription;

    private String website;
    private String skills;
    private String languages;
    private boolean published;
    private boolean suspendedPublished;

    /** Written by {@link JudgeMentor} alone, whatever the mentor edits meanwhile. */
    @Column(insertable = false, updatable = false)
    private boolean longSessions;
    private String name;
    private String zone;

    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private Long version;

    protected Mentor() {}

    Mentor(Person person, String slug, ProfileText text, boolean published, Instant now) {
        this.id = person.id();
        this.slug = slug;
        this.createdAt = now;
        this.name = person.name();
        this.zone = person.zone().getId();
        edit(text, published, now);
    }

    void edit(ProfileText text, boolean publish, Instant now) {
        headline = text.headline();
        about = text.about();
        experience = text.experience();
        sessionDescription = text.sessionDescription();
        website = text.website();
        skills = Lines.column(text.skills());
        languages = Lines.column(text.languages());
        published = publish;
        updatedAt = now;
    }

    /** The account goes by another name or lives elsewhere now. The slug stays: links to it are out in the world. */
    void isNow(String newName, ZoneId newZone) {
        name = newName;
        zone = newZone.getId();
    }

    /** The person is gone: nothing they wrote stays, and the address says nothing of them. */
    void forget(Instant now) {
        slug = "former-" + id;
        edit(GONE, false, now);
    }

    /** The person is kept out: nobody finds the profile, until {@link #show} brings it back as it was. */
    void hide(Instant now) {
        suspendedPublished = published;
        published = false;
        updatedAt = now;
    }

    void show(Instant now) {
        published = suspendedPublished;
        suspendedPublished = false;
        updatedAt = now;
    }

    String slug() {
        return slug;
    }

    AccountId id() {
        return id;
    }

    /** What a search finds this mentor by. */
    WordWeights words() {
        var words = new WordWeights().add(name, WordWeights.NAME)
            .add(skills, WordWeights.SKILL)
            .add(headline, WordWeights.HEADLINE);
        for (var tag : Lines.of(languages)) {
            words.add(Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH), WordWeights.TEXT);
        }
        return words.add(about, WordWeights.TEXT)
            .add(experience, WordWeights.TEXT)
            .add(sessionDescription, WordWeights.TEXT);
    }
}
