package org.cuntu.core.cases.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.database.DbTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code case_event}: what happened to a case, with the leaf of each act. Only added, inside a transaction that holds the case. */
@Component
class EventTable {
    private final JdbcClient jdbc;

    EventTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(String what, @Nullable String step, String by, String words, Instant at, String leaf) {}

    void add(UUID caseId, Row row) {
        int position = jdbc.sql("select count(*) from case_event where case_id = :id")
                .param("id", caseId)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                insert into case_event (id, case_id, position, what, step, by_whom, words, at, leaf)
                values (:id, :case, :position, :what, :step, :by, :words, :at, :leaf)""")
                .param("id", UUID.randomUUID())
                .param("case", caseId)
                .param("position", position + 1)
                .param("what", row.what())
                .param("step", row.step())
                .param("by", row.by())
                .param(
                        "words",
                        row.words().length() <= 2000 ? row.words() : row.words().substring(0, 2000))
                .param("at", DbTime.of(row.at()))
                .param("leaf", row.leaf())
                .update();
    }

    List<Row> list(UUID caseId) {
        return jdbc.sql("select * from case_event where case_id = :id order by position")
                .param("id", caseId)
                .query((row, n) -> new Row(
                        row.getString("what"),
                        row.getString("step"),
                        row.getString("by_whom"),
                        row.getString("words"),
                        DbTime.read(row, "at"),
                        row.getString("leaf")))
                .list();
    }

    /** Of the last act. */
    Optional<String> lastLeaf(UUID caseId) {
        return jdbc.sql(
                        "select leaf from case_event where case_id = :id order by position desc fetch first 1 rows only")
                .param("id", caseId)
                .query(String.class)
                .optional();
    }
}
