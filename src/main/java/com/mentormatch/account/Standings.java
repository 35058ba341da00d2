package com.mentormatch.account;

import com.mentormatch.shared.Columns;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one query a request of a signed-in person costs, by primary key: it also brings what the layout shows. */
@Repository
public class Standings {

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Standing> of(AccountId id) {
        return jdbc.sql("SELECT " + People.COLUMNS + ", role, security_stamp FROM account WHERE id = ?")
            .param(Columns.param(id.value()))
            .query((row, number) -> new Standing(People.person(row, number), Role.valueOf(row.getString("role")),
                    Columns.uuid(row, "security_stamp")))
            .optional();
    }
}
