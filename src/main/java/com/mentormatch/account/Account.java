package com.mentormatch.account;

import com.mentormatch.shared.Ids;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in, from the first sign-up on. Until the address is verified the account is a claim: whoever
 * signs up with the same address again replaces it, and only a link sent to that address makes it real.
 */
@Entity
class Account {

    private static final String FORMER = "Former member";

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AccountId id;

    private String email;
    private String name;
    private String password;
    private String zone;
    private String locale;

    @Enumerated(EnumType.STRING)
    private Role role = Role.MEMBER;

    private UUID securityStamp = Ids.next();
    private @Nullable String avatar;
    private @Nullable Instant verifiedAt;
    private @Nullable Instant suspendedAt;
    private @Nullable Instant deletedAt;
    private Instant createdAt;

    @Version
    private @Nullable Long version;

    protected Account() {}

    Account(EmailAddress email, Instant now) {
        this.id = AccountId.next();
        this.email = email.value();
        this.createdAt = now;
    }

    AccountId id() {
        return id;
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    String password() {
        return password;
    }

    boolean verified() {
        return verifiedAt != null;
    }

    void claim(String name, String encodedPassword, ZoneId zone, Locale locale) {
        if (verified()) {
            throw new IllegalStateException("The account belongs to somebody");
        }
        this.password = encodedPassword;
        this.securityStamp = Ids.next();
        describe(name, zone, locale);
    }

    void describe(String name, ZoneId zone, Locale locale) {
        this.name = name;
        this.locale = locale.toLanguageTag();
        move(zone);
    }

    void move(ZoneId zone) {
        this.zone = zone.getId();
    }

    /** The address answered. Says whether this was the first time. */
    boolean verify(Instant now) {
        var first = verifiedAt == null;
        verifiedAt = first ? now : verifiedAt;
        return first;
    }

    /** Says whether this was news. */
    boolean promote() {
        var news = role != Role.ADMIN;
        role = Role.ADMIN;
        return news;
    }

    void demote() {
        role = Role.MEMBER;
    }

    boolean admin() {
        return role == Role.ADMIN;
    }

    boolean gone() {
        return deletedAt != null;
    }

    boolean suspended() {
        return suspendedAt != null;
    }

    /** Keeps the person out and ends every session. Says whether this was news. */
    boolean suspend(Instant now) {
        var news = suspendedAt == null;
        if (news) {
            suspendedAt = now;
            securityStamp = Ids.next();
        }
        return news;
    }

    /** Says whether this was news. */
    boolean restore() {
        var news = suspendedAt != null;
        suspendedAt = null;
        return news;
    }

    /** Ends every session: their stamp is no longer this account's. */
    void change(String encodedPassword) {
        this.password = encodedPassword;
        this.securityStamp = Ids.next();
    }

    /** The new address has answered. */
    void moveTo(EmailAddress other) {
        this.email = other.value();
    }

    /**
     * Leaves nothing of the person: whoever met them finds "Former member" in that place. Ends every session.
     *
     * @param unknown an encoded password nobody knows
     */
    void forget(String unknown, Instant now) {
        email = id + Person.NO_MAILBOX;
        describe(FORMER, ZoneOffset.UTC, Locale.ENGLISH);
        change(unknown);
        role = Role.MEMBER;
        avatar = null;
        deletedAt = now;
    }

    void show(@Nullable String avatarVersion) {
        this.avatar = avatarVersion;
    }
}
