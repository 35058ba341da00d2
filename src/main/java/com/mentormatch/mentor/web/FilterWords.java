package com.mentormatch.mentor.web;

import com.mentormatch.mentor.MentorFilter.Part;
import com.mentormatch.shared.Amount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says each part of a search in words, with the address that leaves it out. */
@Component
class FilterWords {

    /** @param path the same search without it */
    public record Chip(String text, String path) {}

    private final MessageSource messages;

    FilterWords(MessageSource messages) {
        this.messages = messages;
    }

    List<Chip> chips(List<Part> parts, BrowseForm form, Locale locale) {
        return parts.stream().map(part -> new Chip(text(part, form, locale), form.pathWithout(part))).toList();
    }

    private String text(Part part, BrowseForm form, Locale locale) {
        return switch (part.name()) {
            case WORDS -> say("words", locale, form.q());
            case SKILL -> part.value();
            case LANGUAGE -> say("language", locale, Languages.name(form.language(), locale));
            case CURRENCY -> say("currency", locale, form.currency());
            case PRICE -> price(form, locale);
            case KIND -> say("kind." + form.kind(), locale);
            case FREE -> say("free", locale);
            case INSTANT -> say("instant", locale);
            case RATING -> say("rating", locale, new BigDecimal(form.rating()));
            case WEEK -> say("week", locale);
            case HOUR -> say("hour", locale, clock(Integer.parseInt(form.hour())));
            case HOURS -> say("hours", locale, Integer.valueOf(form.hours()));
        };
    }

    /** "18:00", as {@code TimeWords} writes it. */
    static String clock(int hour) {
        return "%02d:00".formatted(hour);
    }

    private String price(BrowseForm form, Locale locale) {
        var from = form.amount(form.from()).map(amount -> amount.format(locale));
        var to = form.amount(form.to()).map((Amount amount) -> amount.format(locale));
        if (from.isPresent() && to.isPresent()) {
            return say("price.between", locale, from.get(), to.get());
        }
        return from.map(least -> say("price.from", locale, least))
            .orElseGet(() -> say("price.to", locale, to.orElse("")));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage("mentor.filter." + key, arguments, locale);
    }
}
