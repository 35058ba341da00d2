package com.mentormatch.account.security;

import com.mentormatch.account.Badges;
import com.mentormatch.account.Person;
import com.mentormatch.account.Unread;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The signed-in person to the layout: {@code me.name}, {@code me.mentor} … */
public final class Me {

    private final Person person;
    private final boolean admin;
    private final ObjectProvider<Badges> badges;
    private final ObjectProvider<Unread> unread;
    private @Nullable Boolean mentor;

    Me(Person person, boolean admin, ObjectProvider<Badges> badges, ObjectProvider<Unread> unread) {
        this.person = person;
        this.admin = admin;
        this.badges = badges;
        this.unread = unread;
    }

    public boolean isSignedIn() {
        return true;
    }

    public String getName() {
        return person.name();
    }

    public @Nullable String getAvatarUrl() {
        return person.avatarUrl();
    }

    public boolean isAdmin() {
        return admin;
    }

    /** Asked when a page is drawn, once; a fragment never asks. */
    public boolean isMentor() {
        if (mentor == null) {
            mentor = badges.stream().anyMatch(known -> known.mentor(person.id()));
        }
        return mentor;
    }

    /** Asked when a page is drawn; a fragment never asks. */
    public int getUnread() {
        return unread.stream().mapToInt(known -> known.count(person.id())).sum();
    }
}
