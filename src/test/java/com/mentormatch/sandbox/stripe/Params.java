package com.mentormatch.sandbox.stripe;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.google.gson.annotations.SerializedName;
import com.stripe.net.ApiRequestParams.EnumParam;

/** Refuses the parameters Stripe would refuse: unknown names, wrong words, wrong types. The SDK's classes are the list. */
final class Params {

    private Params() {}

    static Thing check(Class<?> params, Thing form) {
        var unknown = new ArrayList<String>();
        object(params, form, "", unknown);
        if (!unknown.isEmpty())
            throw Refused.parameter("parameter_unknown", unknown.getFirst(),
                    "Received unknown parameter" + (unknown.size() > 1 ? "s" : "") + ": " + String.join(", ", unknown));
        return form;
    }

    private static void object(Class<?> params, Map<String, Object> form, String prefix, List<String> unknown) {
        form.forEach((key, value) -> {
            var path = prefix.isEmpty() ? key : prefix + "[" + key + "]";
            field(params, key).ifPresentOrElse(field -> value(field.getGenericType(), value, path, unknown),
                    () -> unknown.add(path));
        });
    }

    private static Optional<Field> field(Class<?> params, String name) {
        return Arrays.stream(params.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(SerializedName.class)
                    && field.getAnnotation(SerializedName.class).value().equals(name))
            .filter(field -> !field.getName().equals("extraParams"))
            .findFirst();
    }

    private static void value(Type type, Object value, String path, List<String> unknown) {
        switch (type) {
            case ParameterizedType list when list.getRawType() == List.class -> {
                if (!(value instanceof List<?> elements))
                    throw Refused.parameter(null, path, "Invalid array");
                for (int i = 0; i < elements.size(); i++)
                    value(list.getActualTypeArguments()[0], elements.get(i), path + "[" + i + "]", unknown);
            }
            case ParameterizedType _ -> {
            }
            case Class<?> known when known == String.class -> {
                if (!(value instanceof String))
                    throw Refused.parameter(null, path, "Invalid string: " + value);
            }
            case Class<?> known when known == Long.class -> {
                if (!(value instanceof String number) || !number.matches("-?\\d{1,18}"))
                    throw Refused.parameter("parameter_invalid_integer", path, "Invalid integer: " + value);
            }
            case Class<?> known when known == Boolean.class -> {
                if (!"true".equals(value) && !"false".equals(value))
                    throw Refused.parameter(null, path, "Invalid boolean: " + value);
            }
            case Class<?> known when EnumParam.class.isAssignableFrom(known) -> word(known, value, path);
            case Class<?> known when known.getName().startsWith("com.stripe.") -> {
                if (!(value instanceof Thing nested))
                    throw Refused.parameter(null, path, "Invalid object");
                object(known, nested, path, unknown);
            }
            default -> {
            }
        }
    }

    private static void word(Class<?> words, Object value, String path) {
        var allowed = Arrays.stream(words.getEnumConstants()).map(word -> ((EnumParam) word).getValue()).toList();
        if (!allowed.contains(value))
            throw Refused.parameter(null, path,
                    "Invalid " + path + ": must be " + (allowed.size() == 1
                            ? allowed.getFirst()
                            : "one of " + allowed.stream().limit(allowed.size() - 1L).collect(Collectors.joining(", "))
                                    + ", or " + allowed.getLast()));
    }
}
