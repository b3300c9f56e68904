package org.cuntu.platform.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants as both databases keep them: {@code timestamp(6) with time zone}, written and read in UTC. */
public final class DbTime {
    private DbTime() {}

    public static @Nullable OffsetDateTime of(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** @throws SQLException also when the column is null */
    public static Instant read(ResultSet row, String column) throws SQLException {
        Instant found = find(row, column);
        if (found == null) throw new SQLException("null: " + column);
        return found;
    }

    public static @Nullable Instant find(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
