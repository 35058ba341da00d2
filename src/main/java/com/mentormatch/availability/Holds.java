package com.mentormatch.availability;

import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.ChangedMentors;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.TimeSpan;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The time that bookings occupy on people's calendars, and the reason nobody is ever booked twice.
 *
 * <p>A hold is a set of rows {@code (account, cell)} whose pair is the primary key; a cell is a quarter hour of UTC. A
 * booking puts down the cells of everybody who takes part in one statement, and if a single one of them is taken the
 * server refuses the statement. No lock is asked for and nothing is looked up first, so it does not matter which node
 * asks, how many ask at once, or whether the database is one server or a cluster: two rows with one key do not exist.
 *
 * <p>Rows go in in ascending order, so two that collide wait for each other in the same order; where the server still
 * sees a deadlock it gives one of them up and {@link Transactions} begins again.
 *
 * <p>A hold may expire: an unpaid or undecided booking keeps its time only until its deadline. What has expired is not
 * counted when slots are listed. It still has its rows until its booking is ended, so who wants the time asks
 * {@link #inTheWay} whom to end first.
 *
 * <p>This class knows nothing of bookings but their id. It joins the transaction it is called in.
 */
@Component
public class Holds {

    private final JdbcTemplate jdbc;
    private final ChangedMentors changed;

    Holds(JdbcTemplate jdbc, ChangedMentors changed) {
        this.jdbc = jdbc;
        this.changed = changed;
    }

    /**
     * One person's share of a hold.
     *
     * @param time the session and, for the mentor, the buffer after it; widened to whole quarter hours
     */
    public record Share(AccountId person, TimeSpan time) {}

    /** A cell somebody else's booking has. */
    public record Obstacle(AccountId person, UUID booking, Instant expiresAt) {

        public boolean expired(Instant now) {
            return expiresAt != null && !expiresAt.isAfter(now);
        }
    }

    /**
     * Holds the time for all of them, or for nobody.
     *
     * @param expiresAt until when, in UTC; null for as long as the booking stands
     * @return false when somebody already has a part of it
     */
    public boolean take(UUID booking, Collection<Share> shares, Instant expiresAt) {
        return put(booking, rows(shares), expiresAt);
    }

    private boolean put(UUID booking, List<Row> rows, Instant expiresAt) {
        var sql = "INSERT INTO hold (account_id, cell, booking_id, expires_at) VALUES "
                + String.join(", ", Collections.nCopies(rows.size(), "(?, ?, ?, ?)"));
        var until = Columns.param(expiresAt);
        var id = Columns.param(booking);
        var values = new ArrayList<Object>(rows.size() * 4);
        for (var row : rows) {
            values.add(row.account());
            values.add(row.cell());
            values.add(id);
            values.add(until);
        }
        try {
            jdbc.update(sql, values.toArray());
            changed.add(rows.stream().map(row -> row.key().account()).distinct().map(AccountId::new).toList());
            return true;
        } catch (DataIntegrityViolationException taken) {
            if (Transactions.isDuplicateKey(taken)) {
                return false;
            }
            throw taken;
        }
    }

    /**
     * Holds another time beside a booking's own, for all of them or for nobody. What the booking has already it need not
     * take again, so the two may overlap.
     *
     * @param expiresAt until when, in UTC; this is also what tells the other time from the booking's own
     * @return false when somebody else's booking has a part of it
     */
    public boolean takeOther(UUID booking, Collection<Share> shares, Instant expiresAt) {
        var own = new HashSet<Row.Key>();
        jdbc.query("SELECT account_id, cell FROM hold WHERE booking_id = ?", row -> {
            own.add(new Row.Key(Columns.uuid(row, "account_id"), row.getInt("cell")));
        }, Columns.param(booking));
        var lacking = rows(shares).stream().filter(row -> !own.contains(row.key())).toList();
        return lacking.isEmpty() || put(booking, lacking, expiresAt);
    }

    /** Gives up the other time. */
    public void dropOther(UUID booking) {
        changed.add(holders(booking));
        jdbc.update("DELETE FROM hold WHERE booking_id = ? AND expires_at IS NOT NULL", Columns.param(booking));
    }

    /** The other time becomes the booking's own, and the old one is free where the two do not overlap. */
    public void moveToOther(UUID booking, Collection<Share> shares) {
        changed.add(shares.stream().map(Share::person).toList());
        for (var share : shares) {
            jdbc.update("DELETE FROM hold WHERE booking_id = ? AND account_id = ? AND (cell < ? OR cell >= ?)",
                    Columns.param(booking), Columns.param(share.person().value()), Cells.first(share.time()),
                    Cells.end(share.time()));
        }
        keepUntil(booking, null);
    }

    /** What keeps these people from being there, each booking once a person. Empty: nothing does at the moment. */
    public List<Obstacle> inTheWay(Collection<Share> shares) {
        var obstacles = new ArrayList<Obstacle>();
        for (var share : shares) {
            obstacles.addAll(jdbc.query("""
                    SELECT DISTINCT booking_id, expires_at FROM hold
                    WHERE account_id = ? AND cell >= ? AND cell < ?""",
                    (row, _) -> new Obstacle(share.person(), Columns.uuid(row, "booking_id"),
                            Columns.instant(row, "expires_at")),
                    Columns.param(share.person().value()), Cells.first(share.time()), Cells.end(share.time())));
        }
        return obstacles;
    }

    /** From now on the hold ends at that instant, or with the booking where it is null. */
    public void keepUntil(UUID booking, Instant expiresAt) {
        jdbc.update("UPDATE hold SET expires_at = ? WHERE booking_id = ?", Columns.param(expiresAt),
                Columns.param(booking));
    }

    public void release(UUID booking) {
        changed.add(holders(booking));
        jdbc.update("DELETE FROM hold WHERE booking_id = ?", Columns.param(booking));
    }

    private List<AccountId> holders(UUID booking) {
        return jdbc.query("SELECT DISTINCT account_id FROM hold WHERE booking_id = ?",
                (row, _) -> new AccountId(Columns.uuid(row, "account_id")), Columns.param(booking));
    }

    /** The cells of that span in which a person is taken, counted from {@link Cells#first} of the span. */
    Map<AccountId, BitSet> held(Collection<AccountId> people, TimeSpan span, Instant now) {
        return held(people, span, null, now);
    }

    /** @param except a booking whose cells do not count; null where all do */
    Map<AccountId, BitSet> held(Collection<AccountId> people, TimeSpan span, @Nullable UUID except, Instant now) {
        var base = Cells.first(span);
        var held = new HashMap<AccountId, BitSet>();
        people.forEach(person -> held.put(person, new BitSet()));
        var values = new ArrayList<Object>();
        people.forEach(person -> values.add(Columns.param(person.value())));
        values.addAll(List.of(base, Cells.end(span), Columns.param(now)));
        if (except != null) {
            values.add(Columns.param(except));
        }
        jdbc.query("SELECT account_id, cell FROM hold WHERE account_id IN ("
                + String.join(", ", Collections.nCopies(people.size(), "?"))
                + ") AND cell >= ? AND cell < ? AND (expires_at IS NULL OR expires_at > ?)"
                + (except == null ? "" : " AND booking_id <> ?"), row -> {
                    held.get(new AccountId(Columns.uuid(row, "account_id"))).set(row.getInt("cell") - base);
                }, values.toArray());
        return held;
    }

    private static List<Row> rows(Collection<Share> shares) {
        var rows = new ArrayList<Row>();
        for (var share : shares) {
            var account = Columns.param(share.person().value());
            for (var cell = Cells.first(share.time()); cell < Cells.end(share.time()); cell++) {
                rows.add(new Row(account, cell));
            }
        }
        rows.sort((a, b) -> {
            var byAccount = Arrays.compareUnsigned(a.account(), b.account());
            return byAccount != 0 ? byAccount : Integer.compare(a.cell(), b.cell());
        });
        return rows;
    }

    private record Row(byte[] account, int cell) {

        record Key(UUID account, int cell) {}

        Key key() {
            return new Key(Ids.of(account), cell);
        }
    }
}
