package com.mentormatch.bench;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement the product sent.
 *
 * @param parameters by position, from the first
 */
record Sent(String sql, ArrayList<Serializable> parameters) implements Serializable {

    boolean writes() {
        return !sql.stripLeading().regionMatches(true, 0, "SELECT", 0, 6);
    }

    PreparedStatement on(Connection connection) throws SQLException {
        return on(connection, parameters);
    }

    /** The same with other parameters. */
    PreparedStatement on(Connection connection, List<? extends Serializable> others) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < others.size(); i++) {
            switch (others.get(i)) {
                case null -> statement.setObject(i + 1, null);
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case Timestamp at -> statement.setTimestamp(i + 1, at);
                case Instant at -> statement.setTimestamp(i + 1, Timestamp.from(at));
                case Serializable value -> statement.setObject(i + 1, value);
            }
        }
        return statement;
    }
}
