package com.mentormatch.sandbox.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.regex.Pattern;

/** Reads {@code a=1&b[c]=2&d[0][e]=3&f[]=4} into nested objects and lists. */
final class Form {

    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]");

    private Form() {}

    static Thing read(String encoded) {
        var form = new Thing();
        if (encoded == null || encoded.isEmpty())
            return form;
        for (var pair : encoded.split("&")) {
            if (pair.isEmpty())
                continue;
            var equals = pair.indexOf('=');
            var name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), UTF_8);
            var value = equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), UTF_8);
            put(form, name, value);
        }
        return listed(form);
    }

    private static void put(Thing form, String name, String value) {
        var path = new ArrayList<String>();
        var bracket = name.indexOf('[');
        path.add(bracket < 0 ? name : name.substring(0, bracket));
        if (bracket >= 0)
            PART.matcher(name.substring(bracket)).results().forEach(part -> path.add(part.group(1)));
        var at = form;
        for (int i = 0; i < path.size() - 1; i++)
            at = (Thing) at.merge(key(at, path.get(i)), new Thing(),
                    (old, fresh) -> old instanceof Thing ? old : fresh);
        at.put(key(at, path.getLast()), value);
    }

    private static String key(Thing at, String part) {
        return part.isEmpty() ? Integer.toString(at.size()) : part;
    }

    private static Thing listed(Thing form) {
        form.replaceAll((key, value) -> {
            if (!(value instanceof Thing thing))
                return value;
            listed(thing);
            if (!thing.isEmpty() && thing.keySet().stream().allMatch(each -> each.matches("\\d{1,4}")))
                return new ArrayList<>(thing.values());
            return thing;
        });
        return form;
    }
}
