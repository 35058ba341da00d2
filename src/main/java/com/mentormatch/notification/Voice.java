package com.mentormatch.notification;

import com.mentormatch.account.Person;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.PlainText;
import com.mentormatch.shared.TimeNotes;
import com.mentormatch.shared.TimeSpan;
import com.mentormatch.shared.TimeWords;
import java.text.Bidi;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How we speak to one reader: in that person's language and on that person's clock. */
record Voice(MessageSource messages, TimeWords times, TimeNotes notes, Person reader) {

    @Component
    record Voices(MessageSource messages, TimeWords times, TimeNotes notes) {

        Voice to(Person reader) {
            return new Voice(messages, times, notes, reader);
        }
    }

    Locale locale() {
        return reader.locale();
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    /** "Thu 12 March, 18:00 in Berlin", on the reader's clock. A mail is read later: no "tomorrow". */
    String moment(Instant at) {
        return times.moment(at, reader.zone(), locale());
    }

    /** The start of the session on the reader's clock: "Thu 12 March, 13:00 in New York". */
    String start(TimeSpan time) {
        return moment(time.start());
    }

    String date(Instant at) {
        return times.date(at, reader.zone(), locale());
    }

    String where(TimeSpan time, ZoneId zone) {
        return times.where(time, zone, locale());
    }

    /** See {@link TimeWords#elsewhere}. */
    @Nullable
    String elsewhere(TimeSpan time, ZoneId agreed, ZoneId others, String name) {
        return times.elsewhere(time, agreed, reader.zone(), others, name, locale());
    }

    /** See {@link TimeNotes#of}. */
    List<String> notes(Instant start, ZoneId others, String name, Instant now) {
        return notes.of(start, reader.zone(), others, name, now, locale());
    }

    String length(TimeSpan time) {
        return times.length(time.length(), locale());
    }

    String money(Amount amount) {
        return amount.format(times.language(locale()));
    }

    /** A name as part of our sentence: one line, and where it runs from right to left, kept from turning the rest. */
    static String name(Person person) {
        return isolated(PlainText.line(person.name(), 80));
    }

    static String isolated(String text) {
        var characters = text.toCharArray();
        return Bidi.requiresBidi(characters, 0, characters.length) ? "\u2068" + text + "\u2069" : text;
    }
}
