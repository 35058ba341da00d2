package com.mentormatch.notification;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A letter as plain text: everything its HTML says, in the same order, in lines that fit a terminal. */
@Component
class LetterText {

    private static final int WIDTH = 72;

    private final MessageSource messages;

    LetterText(MessageSource messages) {
        this.messages = messages;
    }

    String of(Letter letter) {
        var blocks = new ArrayList<String>();
        if (letter.greeting() != null) {
            blocks.add(wrap(letter.greeting(), "", ""));
        }
        blocks.add(wrap(letter.opening(), "", ""));
        letter.paragraphs().forEach(paragraph -> blocks.add(wrap(paragraph, "", "")));
        if (!letter.facts().isEmpty()) {
            blocks.add(facts(letter.facts()));
        }
        if (letter.quote() != null) {
            blocks.add(wrap(letter.quote().from(), "", "") + "\n" + quoted(letter.quote().text()));
        }
        if (letter.action() != null) {
            blocks.add(letter.action().label() + ":\n" + letter.action().url());
        }
        if (!letter.next().isEmpty()) {
            var next = new StringBuilder(text(letter, "mail.next"));
            letter.next().forEach(each -> next.append('\n').append(wrap(each, "- ", "  ")));
            blocks.add(next.toString());
        }
        blocks.add("-- \n" + wrap(letter.small(), "", "")
                + (letter.stop() == null ? "" : "\n" + text(letter, "mail.stop") + ":\n" + letter.stop()));
        return String.join("\n\n", blocks) + "\n";
    }

    private static String facts(List<Letter.Fact> facts) {
        var width = facts.stream().mapToInt(fact -> fact.label().length()).max().orElse(0) + 3;
        var indent = " ".repeat(width);
        var lines = new ArrayList<String>();
        for (var fact : facts) {
            lines.add(wrap(fact.value(), fact.label() + " ".repeat(width - fact.label().length()), indent));
            fact.more().forEach(more -> lines.add(wrap(more, indent, indent)));
        }
        return String.join("\n", lines);
    }

    /** What a person wrote is marked as such on every line, so that it cannot pass for ours. */
    private static String quoted(String text) {
        var lines = new ArrayList<String>();
        text.lines().forEach(line -> lines.add(wrap(line, "> ", "> ")));
        return String.join("\n", lines);
    }

    private static String wrap(String text, String first, String others) {
        var wrapped = new StringBuilder(first);
        var column = first.length();
        var start = true;
        for (var word : text.split(" ")) {
            if (!start && column + 1 + word.length() > WIDTH) {
                wrapped.append('\n').append(others);
                column = others.length();
                start = true;
            }
            if (!start) {
                wrapped.append(' ');
                column++;
            }
            wrapped.append(word);
            column += word.length();
            start = false;
        }
        return wrapped.toString().stripTrailing();
    }

    private String text(Letter letter, String key) {
        return messages.getMessage(key, null, letter.locale());
    }
}
