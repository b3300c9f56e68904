package org.cuntu.core.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.files.FileRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of {@code case_material}: of each material the last version holds, those before stay. What writes is called inside a
 * transaction that holds the case.
 */
@Component
class MaterialTable {
    private final JdbcClient jdbc;

    MaterialTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum State {
        GIVEN,
        /** 容缺: comes by its day */
        DEFERRED,
        /** 告知承诺: its text was signed instead */
        PROMISED,
        REMOVED
    }

    /** @param due of a deferral the day by which it comes, of a promise that of the check; null while the case is not accepted */
    record Row(
            String material,
            int version,
            State state,
            @Nullable String sha256,
            @Nullable String fileName,
            @Nullable Long size,
            @Nullable LocalDate due,
            @Nullable String checkedBy,
            @Nullable Instant checkedAt,
            String by,
            Instant at) {}

    void add(
            UUID caseId,
            String material,
            State state,
            @Nullable FileRef file,
            @Nullable String name,
            String by,
            Instant at) {
        int version = jdbc.sql("select count(*) from case_material where case_id = :id and material = :material")
                .param("id", caseId)
                .param("material", material)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                insert into case_material (case_id, material, version, state, sha256, file_name, size, by_whom, at)
                values (:id, :material, :version, :state, :sha256, :name, :size, :by, :at)""")
                .param("id", caseId)
                .param("material", material)
                .param("version", version + 1)
                .param("state", state.name())
                .param("sha256", file == null ? null : file.sha256())
                .param("name", name)
                .param("size", file == null ? null : file.size())
                .param("by", by)
                .param("at", DbTime.of(at))
                .update();
    }

    void due(UUID caseId, Row row, LocalDate day) {
        jdbc.sql(
                        "update case_material set due = :day where case_id = :id and material = :material and version = :version")
                .param("day", day)
                .param("id", caseId)
                .param("material", row.material())
                .param("version", row.version())
                .update();
    }

    void check(UUID caseId, Row row, String by, Instant at) {
        jdbc.sql("""
                update case_material set checked_by = :by, checked_at = :at
                where case_id = :id and material = :material and version = :version""")
                .param("by", by)
                .param("at", DbTime.of(at))
                .param("id", caseId)
                .param("material", row.material())
                .param("version", row.version())
                .update();
    }

    /** Of each material what holds, by its id; those taken away are not in it. */
    Map<String, Row> holding(UUID caseId) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Row row : list(caseId)) rows.put(row.material(), row);
        rows.values().removeIf(row -> row.state() == State.REMOVED);
        return rows;
    }

    /** All versions, the last of each material last. */
    List<Row> list(UUID caseId) {
        return jdbc.sql("select * from case_material where case_id = :id order by material, version")
                .param("id", caseId)
                .query((row, n) -> read(row))
                .list();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString("material"),
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                row.getString("sha256"),
                row.getString("file_name"),
                row.getObject("size", Long.class),
                row.getObject("due", LocalDate.class),
                row.getString("checked_by"),
                DbTime.find(row, "checked_at"),
                row.getString("by_whom"),
                DbTime.read(row, "at"));
    }
}
