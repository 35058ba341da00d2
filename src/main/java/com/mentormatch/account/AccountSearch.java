package com.mentormatch.account;

import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts for admins, the newest first: ids rise with time. Nobody else finds any. */
@Repository
public class AccountSearch {

    /** Which of them. */
    public enum Shelf {

        ALL("deleted_at IS NULL"), ADMINS("role = 'ADMIN'"), SUSPENDED("suspended_at IS NOT NULL");

        private final String condition;

        Shelf(String condition) {
            this.condition = condition;
        }
    }

    /**
     * @param verifiedAt  since when the address is known to be the person's
     * @param suspendedAt since when they are kept out; null where they are not
     * @param deletedAt   when they left; null while they are here
     */
    public record Facts(Person person, Role role, Instant since, @Nullable Instant verifiedAt,
            @Nullable Instant suspendedAt, @Nullable Instant deletedAt) {

        public boolean admin() {
            return role == Role.ADMIN;
        }
    }

    /** @param more where the next page begins; null at the end */
    public record Found(List<Facts> accounts, @Nullable String more) {}

    private static final String SELECT = "SELECT " + People.COLUMNS
            + ", role, created_at, verified_at, suspended_at, deleted_at FROM account WHERE ";

    private final JdbcClient jdbc;

    AccountSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Facts> find(SignedIn admin, AccountId id) {
        return admin.admin()
                ? jdbc.sql(SELECT + "id = ?").param(Columns.param(id.value())).query(AccountSearch::facts).optional()
                : Optional.empty();
    }

    /**
     * @param text  the beginning of an address or a part of a name; blank for everybody
     * @param after cursor of the page before; what is none begins at the beginning
     */
    public Found find(SignedIn admin, @Nullable String text, Shelf shelf, @Nullable String after, int size) {
        if (!admin.admin()) {
            return new Found(List.of(), null);
        }
        var where = new StringBuilder(shelf.condition);
        var values = new HashMap<String, Object>();
        if (text != null && !text.isBlank()) {
            where.append(" AND ").append(People.NAMED);
            values.putAll(People.named(text));
        }
        Ids.read(after).ifPresent(last -> {
            where.append(" AND id < :last");
            values.put("last", Ids.bytes(last));
        });
        var rows = jdbc.sql(SELECT + where + " ORDER BY id DESC LIMIT " + (size + 1))
            .params(values)
            .query(AccountSearch::facts)
            .list();
        var shown = rows.subList(0, Math.min(size, rows.size()));
        return new Found(shown, rows.size() > size ? shown.getLast().person().id().toString() : null);
    }

    private static Facts facts(ResultSet row, int number) throws SQLException {
        return new Facts(People.person(row, number), Role.valueOf(row.getString("role")),
                Columns.instant(row, "created_at"), Columns.instant(row, "verified_at"),
                Columns.instant(row, "suspended_at"), Columns.instant(row, "deleted_at"));
    }
}
