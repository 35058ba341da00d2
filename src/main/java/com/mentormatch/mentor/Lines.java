package com.mentormatch.mentor;

import java.util.List;

/** A short list kept in one column, an entry a line, in the order the mentor gave it. */
final class Lines {

    private Lines() {}

    static List<String> of(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split("\n"));
    }

    static String column(List<String> entries) {
        return String.join("\n", entries);
    }
}
