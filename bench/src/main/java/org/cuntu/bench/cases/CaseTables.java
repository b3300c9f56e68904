package org.cuntu.bench.cases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The rows of the samples in every table that has rows of a case, as COPY writes them. */
final class CaseTables {
    private static final String COLUMNS = """
            select c.table_name, c.column_name, c.data_type from information_schema.columns c
            join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
            order by c.table_name, c.ordinal_position""";
    /** By which column a row belongs to a case; the first that a table has. */
    private static final List<String> OF_CASE = List.of("case_id", "root_proc_inst_id_", "proc_inst_id_");
    /** What is made for each copy and not copied. */
    private static final Set<String> OWN = Set.of("case_light", "publicservice_application", "publicservice_material");

    /** @param key the column by which rows belong to a case */
    record Table(String name, String key, List<String> columns, List<String> types) {}

    /** @param fields as COPY writes them; of those that are ids the id, of days and times the day */
    record Line(
            String[] fields, @Nullable UUID[] ids, @Nullable LocalDate[] days) {}

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<Table, Map<UUID, List<Line>>> lines = new LinkedHashMap<>();

    static CaseTables read(Connection connection, List<CaseSamples.Sample> samples) throws SQLException {
        CaseTables all = new CaseTables();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                Table table = all.tables.computeIfAbsent(
                        row.getString(1), name -> new Table(name, "", new ArrayList<>(), new ArrayList<>()));
                table.columns().add(row.getString(2));
                table.types().add(row.getString(3));
            }
        }
        Map<Table, Map<UUID, List<String[]>>> found = new LinkedHashMap<>();
        Map<UUID, Set<UUID>> ids = new HashMap<>();
        for (Table table : all.tables.values()) {
            String key = table.name().equals("case_file")
                    ? "id"
                    : OF_CASE.stream()
                            .filter(table.columns()::contains)
                            .findFirst()
                            .orElse("");
            if (key.isEmpty() || OWN.contains(table.name())) continue;
            Table keyed = new Table(table.name(), key, table.columns(), table.types());
            for (CaseSamples.Sample sample : samples) {
                List<String[]> rows = copied(connection, keyed, sample.id());
                if (rows.isEmpty()) continue;
                found.computeIfAbsent(keyed, none -> new HashMap<>()).put(sample.id(), rows);
                Set<UUID> own = ids.computeIfAbsent(sample.id(), none -> new java.util.HashSet<>(Set.of(sample.id())));
                for (String id : List.of("id", "id_")) {
                    int at = keyed.columns().indexOf(id);
                    if (at >= 0) for (String[] each : rows) uuid(each[at]).ifPresent(own::add);
                }
            }
        }
        found.forEach((table, rows) -> rows.forEach((sample, each) -> all.lines
                .computeIfAbsent(table, none -> new HashMap<>())
                .put(
                        sample,
                        each.stream()
                                .map(fields -> line(table, fields, ids.getOrDefault(sample, Set.of())))
                                .toList())));
        return all;
    }

    private static List<String[]> copied(Connection connection, Table table, UUID id) throws SQLException {
        String sql = "copy (select " + String.join(", ", table.columns()) + " from " + table.name() + " where "
                + table.key() + " = '" + id + "') to stdout";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static Line line(Table table, String[] fields, Set<UUID> own) {
        @Nullable UUID[] ids = new UUID[fields.length];
        @Nullable LocalDate[] days = new LocalDate[fields.length];
        for (int i = 0; i < fields.length; i++) {
            String type = table.types().get(i);
            boolean time = type.startsWith("timestamp") || type.equals("date");
            if (time && !fields[i].equals("\\N")) days[i] = LocalDate.parse(fields[i].substring(0, 10));
            ids[i] = uuid(fields[i]).filter(own::contains).orElse(null);
        }
        return new Line(fields, ids, days);
    }

    private static Optional<UUID> uuid(String text) {
        if (text.length() != 36) return Optional.empty();
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Those that have rows of a sample. */
    List<Table> tables() {
        return List.copyOf(lines.keySet());
    }

    List<Line> lines(Table table, UUID sample) {
        return lines.getOrDefault(table, Map.of()).getOrDefault(sample, List.of());
    }

    /** Of an id and a day what the copy has, of everything else what the sample has. */
    static String field(Line line, int at, CaseCopy copy) {
        UUID id = line.ids()[at];
        if (id != null) return copy.id(id).toString();
        LocalDate day = line.days()[at];
        return day == null ? line.fields()[at] : day.minusDays(copy.days()) + line.fields()[at].substring(10);
    }
}
