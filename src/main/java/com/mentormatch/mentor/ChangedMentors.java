package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Columns;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Those whom public pages may have something new to say about. Whoever changes what a card or a profile shows, or the
 * times a mentor can be booked at, adds the mentor in the same transaction; within seconds searches know. It costs one
 * insert that waits for nobody, and who turns out to be no mentor is passed over.
 */
@Repository
public class ChangedMentors {

    /** One change of one account's. */
    record Change(long id, AccountId account) {}

    private final JdbcTemplate jdbc;

    ChangedMentors(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void add(AccountId account) {
        add(List.of(account));
    }

    public void add(Collection<AccountId> accounts) {
        if (!accounts.isEmpty()) {
            jdbc.update(
                    "INSERT INTO changed_mentor (account_id) VALUES "
                            + String.join(", ", Collections.nCopies(accounts.size(), "(?)")),
                    accounts.stream().map(account -> (Object) Columns.param(account.value())).toArray());
        }
    }

    List<Change> some(int most) {
        return jdbc.query("SELECT id, account_id FROM changed_mentor ORDER BY id LIMIT " + most,
                (row, _) -> new Change(row.getLong("id"), new AccountId(Columns.uuid(row, "account_id"))));
    }

    void forget(Collection<Change> changes) {
        jdbc.batchUpdate("DELETE FROM changed_mentor WHERE id = ?",
                changes.stream().map(change -> new Object[]{change.id}).toList());
    }
}
