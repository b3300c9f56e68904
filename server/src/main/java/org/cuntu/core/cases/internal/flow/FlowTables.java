package org.cuntu.core.cases.internal.flow;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.platform.database.DatabaseKind;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Migration 113: the engine's tables as its own scripts make them, from its jar, and two of ours. Its moments get a time zone like all
 * others of the schema (contracts 4). Another version of the engine needs a migration of its own, with the scripts that it brings.
 */
@Component
public final class FlowTables implements JavaMigration {
    /** The engine's version whose scripts were run; a test compares it with the jar's. */
    public static final String ENGINE = "8.0.0";

    private static final List<String> SCRIPTS = List.of(
            "org/flowable/common/db/create/flowable.%s.create.common.sql",
            "org/flowable/db/create/flowable.%s.create.engine.sql",
            "org/flowable/db/create/flowable.%s.create.history.sql");
    private static final String ZONELESS = """
            select table_name, column_name from information_schema.columns
            where lower(table_schema) = 'public' and (lower(table_name) like 'act\\_%' or lower(table_name) like 'flw\\_%')
              and lower(data_type) in ('timestamp', 'timestamp without time zone')""";

    @Override
    public void migrate(Context context) throws Exception {
        create(context.getConnection());
    }

    /** Makes the tables in a database that has none of them. */
    public static void create(Connection connection) throws SQLException {
        DatabaseKind kind = DatabaseKind.of(connection.getMetaData().getURL());
        String vendor = kind == DatabaseKind.H2 ? "h2" : "postgres";
        for (String script : SCRIPTS)
            ScriptUtils.executeSqlScript(connection, new ClassPathResource(script.formatted(vendor)));
        try (Statement statement = connection.createStatement()) {
            for (String column : zoneless(statement)) statement.execute(column);
        }
        ScriptUtils.executeSqlScript(connection, new ClassPathResource("cuntu/flow/tables.sql"));
    }

    private static List<String> zoneless(Statement statement) throws SQLException {
        List<String> changes = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(ZONELESS)) {
            while (row.next())
                changes.add("alter table " + row.getString(1) + " alter column " + row.getString(2)
                        + " set data type timestamp(6) with time zone");
        }
        return changes;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("113");
    }

    @Override
    public String getDescription() {
        return "process engine";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
