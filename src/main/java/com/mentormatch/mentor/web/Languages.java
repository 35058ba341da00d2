package com.mentormatch.mentor.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.text.Collator;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Languages by the names a reader knows them by; {@code @languages} to templates. */
@Component("languages")
public class Languages {

    /** What a mentor chooses from: the fifty with most speakers and every official one of Europe. */
    static final List<String> OFFERED = List.of("am", "ar", "az", "bg", "bn", "ca", "cs", "cy", "da", "de", "el", "en",
            "es", "et", "eu", "fa", "fi", "fil", "fr", "ga", "gl", "gu", "ha", "haw", "he", "hi", "hr", "hu", "hy",
            "id", "ig", "is", "it", "ja", "jv", "ka", "km", "kn", "ko", "lt", "lv", "mi", "ml", "mr", "ms", "mt", "my",
            "ne", "nl", "no", "pa", "pl", "ps", "pt", "ro", "ru", "si", "sk", "sl", "so", "sq", "sr", "sv", "sw", "ta",
            "te", "th", "tr", "uk", "ur", "uz", "vi", "xh", "yo", "zh", "zu");

    private record Named(String tag, Locale reader) {

        String name() {
            return Locale.forLanguageTag(tag).getDisplayName(reader);
        }
    }

    /** Bounded, because anybody can ask for any tag. */
    private static final LoadingCache<Named, String> NAMES = Caffeine.newBuilder()
        .maximumSize(1_000)
        .build(Named::name);

    static String name(String tag, Locale reader) {
        return NAMES.get(new Named(tag, reader));
    }

    public String names(Collection<String> tags, Locale reader) {
        return String.join(", ", tags.stream().map(tag -> name(tag, reader)).toList());
    }

    /** Tag to name, by name. */
    static Map<String, String> named(Collection<String> tags, Locale reader) {
        var named = new LinkedHashMap<String, String>();
        tags.stream()
            .sorted((one, other) -> Collator.getInstance(reader).compare(name(one, reader), name(other, reader)))
            .forEach(tag -> named.put(tag, name(tag, reader)));
        return named;
    }
}
