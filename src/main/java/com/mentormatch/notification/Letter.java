package com.mentormatch.notification;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What every mail is made of, before it becomes text and HTML: the state in a word, one sentence, a few facts, one
 * button, and what happens next. Everything in it is plain text.
 *
 * @param state    null where nothing has a state, as for a forgotten password
 * @param greeting null where the name is not yet known to belong to the address
 * @param quote    what the other person wrote; null where nothing
 * @param action   null where there is nothing to do
 * @param small    what stands small under the letter, why one gets it
 * @param stop     where one click stops such mails; null where they are always sent
 */
public record Letter(Locale locale, String subject, State state, String greeting, String opening,
        List<String> paragraphs, List<Fact> facts, Quote quote, Action action, List<String> next, String small,
        URI stop) {

    /** @param kind one of {@code info, wait, good, loss}: how it is coloured */
    public record State(String kind, String word) {}

    /** @param more lines under it */
    public record Fact(String label, String value, List<String> more) {}

    public record Quote(String from, String text) {}

    public record Action(String label, URI url) {}

    Letter stoppable(URI where) {
        return new Letter(locale, subject, state, greeting, opening, paragraphs, facts, quote, action, next, small,
                where);
    }

    static Builder to(Locale locale) {
        return new Builder(locale);
    }

    /** Puts a letter together in the order it is read. */
    static final class Builder {

        private final Locale locale;
        private final List<String> paragraphs = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();
        private final List<String> next = new ArrayList<>();
        private String subject;
        private State state;
        private String greeting;
        private String opening;
        private Quote quote;
        private Action action;
        private String small;

        private Builder(Locale locale) {
            this.locale = locale;
        }

        Builder subject(String text) {
            subject = text;
            return this;
        }

        Builder state(String kind, String word) {
            state = new State(kind, word);
            return this;
        }

        Builder greeting(String text) {
            greeting = text;
            return this;
        }

        Builder opening(String text) {
            opening = text;
            return this;
        }

        Builder paragraph(String text) {
            paragraphs.add(text);
            return this;
        }

        Builder fact(String label, String value) {
            return fact(label, value, List.of());
        }

        Builder fact(String label, String value, List<String> more) {
            facts.add(new Fact(label, value, List.copyOf(more)));
            return this;
        }

        /** Left out where nothing was written. */
        Builder quote(String from, String text) {
            quote = text.isBlank() ? null : new Quote(from, text);
            return this;
        }

        Builder action(String label, URI url) {
            action = new Action(label, url);
            return this;
        }

        Builder next(String text) {
            next.add(text);
            return this;
        }

        Builder small(String text) {
            small = text;
            return this;
        }

        Letter build() {
            return new Letter(locale, subject, state, greeting, opening, List.copyOf(paragraphs), List.copyOf(facts),
                    quote, action, List.copyOf(next), small, null);
        }
    }
}
