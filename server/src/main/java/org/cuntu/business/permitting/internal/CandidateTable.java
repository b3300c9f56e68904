package org.cuntu.business.permitting.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.database.DbTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of kept comparisons of candidate sites. What writes is called inside a transaction. */
@Component
class CandidateTable {
    private final JdbcClient jdbc;

    CandidateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(String content, String hash, String by, Instant at) {}

    void add(UUID caseId, String division, Row row) {
        jdbc.sql("""
            insert into candidate_sites (id, case_id, division, content, hash, compared_by, compared_at)
            values (:id, :caseId, :division, :content, :hash, :by, :at)\
            """)
                .param("id", UUID.randomUUID())
                .param("caseId", caseId)
                .param("division", division)
                .param("content", row.content())
                .param("hash", row.hash())
                .param("by", row.by())
                .param("at", DbTime.of(row.at()))
                .update();
    }

    Optional<Row> findLast(UUID caseId) {
        return jdbc.sql("select * from candidate_sites where case_id = :id order by compared_at desc"
                        + " fetch first 1 rows only")
                .param("id", caseId)
                .query((row, n) -> new Row(
                        row.getString("content"),
                        row.getString("hash"),
                        row.getString("compared_by"),
                        DbTime.read(row, "compared_at")))
                .optional();
    }
}
