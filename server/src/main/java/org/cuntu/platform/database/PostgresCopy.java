package org.cuntu.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.cuntu.platform.home.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** {@code pg_dump} of a snapshot that a transaction of ours exports and reads from as well. */
final class PostgresCopy implements DatabaseCopy {
    private final DataSource source;
    private final PostgresTools tools;

    PostgresCopy(DataSource source, Settings.Database settings) {
        this.source = source;
        this.tools = new PostgresTools(settings);
    }

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }

    @Override
    public String fileName() {
        return "cuntu.pgdump";
    }

    @Override
    public <T> T copy(Path target, Function<JdbcClient, T> reading) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                String snapshot = exported(connection);
                tools.run(
                        "pg_dump",
                        List.of(
                                "--format=custom",
                                "--no-owner",
                                "--no-acl",
                                "--schema=public",
                                "--compress=1",
                                "--snapshot=" + snapshot,
                                "--file=" + target));
                return reading.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database was not copied", e);
        }
    }

    private static String exported(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_export_snapshot()")) {
            row.next();
            return row.getString(1);
        }
    }
}
