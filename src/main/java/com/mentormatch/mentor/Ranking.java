package com.mentormatch.mentor;

import com.mentormatch.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/**
 * An order as SQL: the tables, which of a mentor's offers is shown, the one or two keys, the id that tells equals apart,
 * and what comes after a cursor. Every page costs what the first one does.
 *
 * <p>Mentors come along an index that has them sorted and the offer shown is looked for only with those of the page.
 * Orders that go by the offer walk along the offers instead, unless few mentors are left to choose from: then those are
 * sorted. The servers guess wrongly which of the two it is, so the order of the tables is ours.
 */
record Ranking(MentorOrder order, String tables, String mentors, String offer, boolean offerMissing, Key first,
        Key second, String id, boolean descending) {

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
        return switch (order) {
            case BEST -> byWords(filter, conditions, parameters);
            case RATING ->
                ofMentors(order, conditions, new Key("m.rating_hundredths", false), new Key("m.rating_count", false));
            case NEWEST -> ofMentors(order, conditions, CREATED, NOTHING);
            case PRICE -> byPrice(conditions,
                    "offer o STRAIGHT_JOIN mentor m ON m.account_id = o.mentor_id AND o.published = TRUE"
                            + conditions.ofOffer() + " AND o.id = " + conditions.shownOffer());
            case NEXT -> byNextStart(conditions,
                    "offer_opening p STRAIGHT_JOIN offer o ON o.id = p.offer_id AND o.published = TRUE"
                            + conditions.ofOffer() + conditions.ofOpening()
                            + " STRAIGHT_JOIN mentor m ON m.account_id = o.mentor_id AND o.id = "
                            + conditions.shownOffer());
        };
    }

    /** The same for an order {@link #alongOffers}, where what is asked about mentors leaves only a few. */
    static Ranking amongFew(MentorOrder order, Conditions conditions) {
        var tables = "mentor m STRAIGHT_JOIN offer o ON o.id = " + conditions.shownOffer();
        return order == MentorOrder.PRICE
                ? byPrice(conditions, tables)
                : byNextStart(conditions, tables + " STRAIGHT_JOIN offer_opening p ON p.offer_id = o.id");
    }

    /** How well the words match: of each the best of its places, and a little more where it is the whole word. */
    private static Ranking byWords(MentorFilter filter, Conditions conditions, Map<String, Object> parameters) {
        var tables = new StringBuilder("mentor m");
        var score = new ArrayList<String>();
        for (var word : Words.asked(filter.words())) {
            var number = score.size();
            parameters.put("whole" + number, word);
            parameters.put("begun" + number, Words.pattern(word));
            tables.append(" JOIN (SELECT w.mentor_id, MAX(w.weight * 2 + (w.word = :whole" + number
                    + ")) AS score FROM mentor_word w WHERE w.word LIKE :begun" + number + " GROUP BY w.mentor_id) r"
                    + number + " ON r" + number + ".mentor_id = m.account_id");
            score.add("r" + number + ".score");
        }
        return new Ranking(MentorOrder.BEST, tables.toString(), conditions.ofMentorButWords(), conditions.shownOffer(),
                !conditions.anyOffer(), new Key(String.join(" + ", score), false), CREATED, "m.account_id", true);
    }

    private static Ranking ofMentors(MentorOrder order, Conditions conditions, Key first, Key second) {
        return new Ranking(order, "mentor m", conditions.ofMentor(), conditions.shownOffer(), !conditions.anyOffer(),
                first, second, "m.account_id", true);
    }

    private static Ranking byPrice(Conditions conditions, String tables) {
        return ofOffers(MentorOrder.PRICE, conditions, tables, new Key("o.price_minor", false), "o.id");
    }

    private static Ranking byNextStart(Conditions conditions, String tables) {
        return ofOffers(MentorOrder.NEXT, conditions, tables, new Key("p.next_start", true), "p.offer_id");
    }

    private static Ranking ofOffers(MentorOrder order, Conditions conditions, String tables, Key first, String id) {
        return new Ranking(order, tables, conditions.ofMentor(), "o.id", false, first, NOTHING, id, false);
    }

    /** Whether it matters to this order how many mentors there are to choose from. */
    static boolean alongOffers(MentorOrder order) {
        return order == MentorOrder.PRICE || order == MentorOrder.NEXT;
    }

    /** Which rows, the ones after the cursor where there is one. */
    String where(Optional<Cursor> cursor, Map<String, Object> parameters) {
        return " WHERE m.listed = TRUE" + mentors + cursor.map(seen -> " AND " + seek(seen, parameters)).orElse("");
    }

    private String seek(Cursor cursor, Map<String, Object> parameters) {
        parameters.put("first", first.parameter(cursor.first()));
        parameters.put("last", Columns.param(cursor.id()));
        var tie = id + than() + ":last";
        if (second != NOTHING) {
            parameters.put("second", second.parameter(cursor.second()));
            tie = "(" + second.sql + than() + ":second OR " + second.sql + " = :second AND " + tie + ")";
        }
        return first.sql + than().stripTrailing() + "= :first AND (" + first.sql + than() + ":first OR " + tie + ")";
    }

    String columns() {
        return offer + " AS offer_id, " + first.sql + " AS first_key, " + second.sql + " AS second_key, " + id
                + " AS last_key";
    }

    /** What is left of the rows, and in which order; the offer is looked for only with whoever passed all else. */
    String orderBy() {
        var direction = descending ? " DESC" : "";
        return (offerMissing ? " HAVING offer_id IS NOT NULL" : "") + " ORDER BY " + first.sql + direction
                + (second == NOTHING ? "" : ", " + second.sql + direction) + ", " + id + direction;
    }

    Cursor cursor(ResultSet row) throws SQLException {
        return new Cursor(order, first.read(row, "first_key"), second.read(row, "second_key"),
                Columns.uuid(row, "last_key"));
    }

    private String than() {
        return descending ? " < " : " > ";
    }
}
