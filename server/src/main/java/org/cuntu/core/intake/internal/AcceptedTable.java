package org.cuntu.core.intake.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cuntu.core.intake.Submissions.Accepted;
import org.cuntu.platform.database.DbTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code accepted_warning}: only added, inside the transaction that holds the submission's row. */
@Component
class AcceptedTable {
    private final JdbcClient jdbc;

    AcceptedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID submission, Accepted accepted, Instant at) {
        jdbc.sql("""
                insert into accepted_warning (submission, rule, feature, reason, accepted_by, accepted_at)
                values (:submission, :rule, :feature, :reason, :by, :at)""")
                .param("submission", submission)
                .param("rule", accepted.rule())
                .param("feature", accepted.feature())
                .param("reason", accepted.reason())
                .param("by", accepted.by())
                .param("at", DbTime.of(at))
                .update();
    }

    List<Accepted> list(UUID submission) {
        return jdbc.sql(
                        "select * from accepted_warning where submission = :submission order by accepted_at, rule, feature")
                .param("submission", submission)
                .query((row, n) -> new Accepted(
                        row.getString("rule"),
                        row.getString("feature"),
                        row.getString("reason"),
                        row.getString("accepted_by")))
                .list();
    }
}
