package org.cuntu.platform.backup.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.platform.database.NamedFiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is read of the state of a database that is copied, and again of the restored one.
 *
 * @param tables rows of each table
 * @param files that the records name
 */
record CopiedState(Map<String, Long> tables, long logSize, String logRoot, List<NamedFiles.Named> files) {
    private record Head(long size, String root) {}

    static CopiedState read(JdbcClient jdbc, List<NamedFiles> modules) {
        Head head = jdbc.sql("select size, root from proof_head order by size desc fetch first 1 rows only")
                .query((row, n) -> new Head(row.getLong("size"), row.getString("root")))
                .optional()
                .orElse(new Head(0, ""));
        List<NamedFiles.Named> files = modules.stream()
                .flatMap(module -> module.list(jdbc).stream())
                .distinct()
                .toList();
        return new CopiedState(tables(jdbc), head.size(), head.root(), files);
    }

    private static Map<String, Long> tables(JdbcClient jdbc) {
        Map<String, Long> counts = new TreeMap<>();
        List<String> names = jdbc.sql("""
                        select lower(table_name) from information_schema.tables
                        where lower(table_schema) = 'public' and table_type = 'BASE TABLE'""").query(String.class).list();
        for (String name : names) {
            // of PostGIS itself
            if (name.equals("spatial_ref_sys") || !name.matches("[a-z][a-z0-9_]*")) continue;
            // Flyway's table alone is made with quotes, in small letters
            String quoted = name.startsWith("flyway") ? "\"" + name + "\"" : name;
            counts.put(
                    name,
                    jdbc.sql("select count(*) from " + quoted).query(Long.class).single());
        }
        return counts;
    }
}
