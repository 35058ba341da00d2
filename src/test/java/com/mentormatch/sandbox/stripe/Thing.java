package com.mentormatch.sandbox.stripe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/** A JSON object as Stripe shapes it. Keys that begin with an underscore are the stand-in's own and never leave it. */
final class Thing extends LinkedHashMap<String, Object> {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, Thing> BLANKS = new LinkedHashMap<>();

    /** A fresh object of one of Stripe's types, every field present as Stripe sends it. */
    static synchronized Thing blank(String type) {
        return BLANKS.computeIfAbsent(type, Thing::load).copy();
    }

    private static Thing load(String type) {
        try (InputStream in = Thing.class.getResourceAsStream(type + ".json")) {
            return of(JSON.readValue(in, Map.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Thing parse(String json) {
        return of(JSON.readValue(json, Map.class));
    }

    static Thing of(Map<?, ?> map) {
        var thing = new Thing();
        map.forEach((key, value) -> thing.put((String) key, wrap(value)));
        return thing;
    }

    private static Object wrap(Object value) {
        return switch (value) {
            case Map<?, ?> map -> of(map);
            case List<?> list -> {
                var copy = new ArrayList<Object>(list.size());
                list.forEach(each -> copy.add(wrap(each)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    Thing with(String key, Object value) {
        put(key, value);
        return this;
    }

    Thing copy() {
        return of(this);
    }

    /** What a client may see. */
    Thing shown() {
        var copy = copy();
        copy.keySet().removeIf(key -> key.startsWith("_"));
        return copy;
    }

    String id() {
        return text("id");
    }

    String text(String key) {
        var value = get(key);
        return value == null ? null : value.toString();
    }

    boolean is(String key, String expected) {
        return expected.equals(text(key));
    }

    long number(String key) {
        return switch (get(key)) {
            case null -> 0;
            case Number number -> number.longValue();
            case Object other -> Long.parseLong(other.toString());
        };
    }

    boolean has(String key) {
        return get(key) != null;
    }

    /** The object under this key; an empty one where there is none. */
    Thing child(String key) {
        return get(key) instanceof Thing thing ? thing : new Thing();
    }

    List<?> list(String key) {
        return get(key) instanceof List<?> list ? list : List.of();
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
