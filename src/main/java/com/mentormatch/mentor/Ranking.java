package com.mentormatch.mentor;

import com.mentormatch.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An order as SQL: the tables, read along the index that has them sorted, the one or two keys, the id that tells equals
 * apart, and what comes after a cursor. Every page costs what the first one does.
 */
record Ranking(MentorOrder order, String tables, Key first, Key second, String id, boolean descending) {

    private static final String ALONG_MENTORS = "mentor m JOIN offer o ON o.id = ";

    /** @param time whether it is an instant rather than a number */
    record Key(String sql, boolean time) {

        long read(ResultSet row, String column) throws SQLException {
            return time ? ChronoUnit.MICROS.between(Instant.EPOCH, Columns.instant(row, column)) : row.getLong(column);
        }

        Object parameter(long value) {
            return time ? Columns.param(Instant.EPOCH.plus(value, ChronoUnit.MICROS)) : value;
        }
    }

    private static final Key NOTHING = new Key("0", false);
    private static final Key CREATED = new Key("m.created_at", true);

    /** @param parameters are given what the keys need */
    static Ranking of(MentorOrder order, MentorFilter filter, Conditions conditions, Map<String, Object> parameters) {
        var shown = conditions.shownOffer();
        return switch (order) {
            case BEST ->
                new Ranking(order, ALONG_MENTORS + shown, match(filter, parameters), CREATED, "m.account_id", true);
            case RATING -> new Ranking(order, ALONG_MENTORS + shown, new Key("m.rating_hundredths", false),
                    new Key("m.rating_count", false), "m.account_id", true);
            case NEWEST -> new Ranking(order, ALONG_MENTORS + shown, CREATED, NOTHING, "m.account_id", true);
            case PRICE -> new Ranking(
                    order, "offer o JOIN mentor m ON m.account_id = o.mentor_id AND o.published = TRUE"
                            + conditions.ofOffer() + " AND o.id = " + shown,
                    new Key("o.price_minor", false), NOTHING, "o.id", false);
            case NEXT -> new Ranking(order,
                    "offer_opening p JOIN offer o ON o.id = p.offer_id AND o.published = TRUE" + conditions.ofOffer()
                            + conditions.ofOpening() + " JOIN mentor m ON m.account_id = o.mentor_id AND o.id = "
                            + shown,
                    new Key("p.next_start", true), NOTHING, "p.offer_id", false);
        };
    }

    /** How well the words of a question match: for each the best of its places, and a little more where it is the whole word. */
    private static Key match(MentorFilter filter, Map<String, Object> parameters) {
        var asked = Words.asked(filter.words());
        return new Key(IntStream.range(0, asked.size()).mapToObj(number -> {
            parameters.put("whole" + number, asked.get(number));
            parameters.put("begun" + number, Words.pattern(asked.get(number)));
            return "(SELECT MAX(w.weight * 2 + (w.word = :whole" + number + ")) FROM mentor_word w"
                    + " WHERE w.mentor_id = m.account_id AND w.word LIKE :begun" + number + ")";
        }).collect(Collectors.joining(" + ")), false);
    }

    /** For where or, of keys that are computed, having; begins with a space. */
    String after(Cursor cursor, Map<String, Object> parameters) {
        parameters.put("first", first.parameter(cursor.first()));
        parameters.put("last", Columns.param(cursor.id()));
        var computed = order == MentorOrder.BEST;
        var one = computed ? "first_key" : first.sql;
        var two = computed ? "second_key" : second.sql;
        var tie = (computed ? "last_key" : id) + than() + ":last";
        if (second != NOTHING) {
            parameters.put("second", second.parameter(cursor.second()));
            tie = "(" + two + than() + ":second OR " + two + " = :second AND " + tie + ")";
        }
        return (computed ? " HAVING " : " AND ") + one + than().stripTrailing() + "= :first AND (" + one + than()
                + ":first OR " + tie + ")";
    }

    String columns() {
        return first.sql + " AS first_key, " + second.sql + " AS second_key, " + id + " AS last_key";
    }

    String orderBy() {
        var direction = descending ? " DESC" : "";
        var keys = order == MentorOrder.BEST ? "first_key" : first.sql;
        return " ORDER BY " + keys + direction + (second == NOTHING ? "" : ", " + second.sql + direction) + ", " + id
                + direction;
    }

    Cursor cursor(ResultSet row) throws SQLException {
        return new Cursor(order, first.read(row, "first_key"), second.read(row, "second_key"),
                Columns.uuid(row, "last_key"));
    }

    private String than() {
        return descending ? " < " : " > ";
    }
}
