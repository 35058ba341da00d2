package com.mentormatch.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** Reads and writes the column types that plain JDBC does not know by itself. */
public final class Columns {

    private Columns() {}

    /** A {@code BINARY(16)} column; null where it is null. */
    public static UUID uuid(ResultSet row, String column) throws SQLException {
        var bytes = row.getBytes(column);
        return bytes == null ? null : Ids.of(bytes);
    }

    /** A {@code DATETIME(6)} column, which holds UTC; null where it is null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** An instant as a parameter for a {@code DATETIME(6)} column. */
    public static Timestamp param(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** An id as a parameter for a {@code BINARY(16)} column. */
    public static byte[] param(UUID id) {
        return id == null ? null : Ids.bytes(id);
    }
}
