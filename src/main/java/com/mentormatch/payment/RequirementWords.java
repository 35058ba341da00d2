package com.mentormatch.payment;

import com.mentormatch.payment.AccountStanding.Requirement;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What Stripe wants to know, in words of ours: its names are looked up under {@code payout.needs.}, the whole one first
 * and then without its last parts, its codes for what was wrong under {@code payout.problem.}. What it has thought of
 * since is told in its own words.
 */
@Component
class RequirementWords {

    /** Somebody behind a company: person_1Abc.first_name. */
    private static final Pattern PERSON = Pattern.compile("person_[A-Za-z0-9]+");

    private final MessageSource messages;

    RequirementWords(MessageSource messages) {
        this.messages = messages;
    }

    String what(String field, Locale locale) {
        var name = PERSON.matcher(field).replaceFirst("person");
        for (var known = name; !known.isEmpty(); known = known.substring(0, Math.max(0, known.lastIndexOf('.')))) {
            var words = messages.getMessage("payout.needs." + known, null, null, locale);
            if (words != null) {
                return words;
            }
        }
        return messages.getMessage("payout.needs", new Object[]{readable(name)}, locale);
    }

    @Nullable
    String problem(Requirement requirement, Locale locale) {
        if (requirement.problem() == null) {
            return null;
        }
        var words = messages.getMessage("payout.problem." + requirement.problem(), null, null, locale);
        if (words != null) {
            return words;
        }
        var said = requirement.reason() == null ? readable(requirement.problem()) : requirement.reason();
        return messages.getMessage("payout.problem", new Object[]{said}, locale);
    }

    private static String readable(String name) {
        return name.replace('.', ',').replace('_', ' ').replace(",", ", ");
    }
}
