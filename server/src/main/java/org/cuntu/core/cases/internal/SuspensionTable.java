package org.cuntu.core.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.database.DbTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code case_suspension} and {@code case_extension}. What writes is called inside a transaction. */
@Component
class SuspensionTable {
    private final JdbcClient jdbc;

    SuspensionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param statutory whether it stops the statutory clock
     * @param promised whether it stops the promised one, and that of the step
     * @param to null: it lasts
     */
    record Row(
            UUID id,
            UUID caseId,
            String reason,
            String words,
            boolean statutory,
            boolean promised,
            LocalDate from,
            @Nullable LocalDate to,
            String begunBy,
            Instant begunAt,
            @Nullable String endedBy,
            @Nullable Instant endedAt) {
        CaseTimes.Span span() {
            return new CaseTimes.Span(from, to);
        }
    }

    record Extension(int days, String reason, String by, Instant at) {}

    void begin(Row row) {
        jdbc.sql("""
                insert into case_suspension (id, case_id, reason, words, statutory, promised, from_on, begun_by, begun_at)
                values (:id, :case, :reason, :words, :statutory, :promised, :from, :by, :at)""")
                .param("id", row.id())
                .param("case", row.caseId())
                .param("reason", row.reason())
                .param("words", row.words())
                .param("statutory", row.statutory())
                .param("promised", row.promised())
                .param("from", row.from())
                .param("by", row.begunBy())
                .param("at", DbTime.of(row.begunAt()))
                .update();
    }

    /** @param reason null: all that last */
    int end(UUID caseId, @Nullable String reason, LocalDate day, String by, Instant at) {
        return jdbc.sql("update case_suspension set to_on = :day, ended_by = :by, ended_at = :at"
                        + " where case_id = :id and to_on is null" + (reason == null ? "" : " and reason = :reason"))
                .param("day", day)
                .param("by", by)
                .param("at", DbTime.of(at))
                .param("id", caseId)
                .param("reason", reason)
                .update();
    }

    List<Row> list(UUID caseId) {
        return jdbc.sql("select * from case_suspension where case_id = :id order by begun_at, id")
                .param("id", caseId)
                .query((row, n) -> read(row))
                .list();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("reason"),
                row.getString("words"),
                row.getBoolean("statutory"),
                row.getBoolean("promised"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getString("begun_by"),
                DbTime.read(row, "begun_at"),
                row.getString("ended_by"),
                DbTime.find(row, "ended_at"));
    }

    void extend(UUID caseId, Extension extension) {
        jdbc.sql(
                        "insert into case_extension (case_id, days, reason, by_whom, at) values (:id, :days, :reason, :by, :at)")
                .param("id", caseId)
                .param("days", extension.days())
                .param("reason", extension.reason())
                .param("by", extension.by())
                .param("at", DbTime.of(extension.at()))
                .update();
    }

    Optional<Extension> findExtension(UUID caseId) {
        return jdbc.sql("select * from case_extension where case_id = :id")
                .param("id", caseId)
                .query((row, n) -> new Extension(
                        row.getInt("days"), row.getString("reason"), row.getString("by_whom"), DbTime.read(row, "at")))
                .optional();
    }
}
