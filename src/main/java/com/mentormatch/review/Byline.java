package com.mentormatch.review;

import com.mentormatch.account.Person;

/** Under which name a mentee's words stand in public: sessions are private, so the first name and a letter must do. */
final class Byline {

    private Byline() {}

    static String of(Person author) {
        var name = author.name().strip();
        var last = name.lastIndexOf(' ');
        if (last < 0 || author.email().endsWith(Person.NO_MAILBOX)) {
            return name;
        }
        return name.substring(0, name.indexOf(' ')) + " " + Character.toString(name.codePointAt(last + 1)) + ".";
    }
}
