package com.mentormatch.account;

import com.mentormatch.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody with an account. */
@Repository
public class People {

    static final String NAMED = "(email LIKE :start ESCAPE '!' OR name LIKE :part ESCAPE '!')";

    static final String COLUMNS = "id, name, email, zone, locale, avatar";

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Person> find(AccountId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM account WHERE id = ?")
            .param(Columns.param(id.value()))
            .query(People::person)
            .optional();
    }

    /** In one query; who does not exist is missing from the map. */
    public Map<AccountId, Person> all(Collection<AccountId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var keys = new LinkedHashSet<>(ids).stream().map(id -> Columns.param(id.value())).toList();
        return jdbc.sql("SELECT " + COLUMNS + " FROM account WHERE id IN (:ids)")
            .param("ids", keys)
            .query(People::person)
            .list()
            .stream()
            .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /**
     * For admins: whose address begins with that text, or whose name contains it. Reads every account's name, which for
     * a hundred thousand of them takes a moment; no page of anybody else may ask it.
     *
     * @param most answers end there
     */
    public List<Person> named(String text, int most) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM account WHERE " + NAMED + " ORDER BY name, id LIMIT " + most)
            .params(named(text))
            .query(People::person)
            .list();
    }

    /** What {@link #NAMED} asks for. */
    static Map<String, String> named(String text) {
        var literal = text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return Map.of("start", literal.toLowerCase(Locale.ROOT) + "%", "part", "%" + literal + "%");
    }

    /**
     * Whether all of them are here and not kept out; then none of them leaves before this transaction ends. For what binds people
     * to one another: {@link DeleteAccount} and {@link SuspendAccount} wait for it, and then see it.
     */
    public boolean stay(Set<AccountId> ids) {
        var keys = ids.stream().map(id -> Columns.param(id.value())).toList();
        return jdbc
            .sql("SELECT id FROM account WHERE id IN (:ids) AND deleted_at IS NULL AND suspended_at IS NULL "
                    + "LOCK IN SHARE MODE")
            .param("ids", keys)
            .query()
            .listOfRows()
            .size() == ids.size();
    }

    static Person person(ResultSet row, int number) throws SQLException {
        var id = new AccountId(Columns.uuid(row, "id"));
        return new Person(id, row.getString("name"), row.getString("email"), ZoneId.of(row.getString("zone")),
                Locale.forLanguageTag(row.getString("locale")), Avatars.url(id, row.getString("avatar")));
    }
}
