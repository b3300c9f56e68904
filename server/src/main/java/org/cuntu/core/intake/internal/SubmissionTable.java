package org.cuntu.core.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.Submissions;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code submission}. What writes is called inside a transaction. */
@Component
class SubmissionTable {
    private final JdbcClient jdbc;

    SubmissionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else takes a number; held until the end of the transaction. */
    String nextNumber(String period, String division) {
        jdbc.sql("select id from intake_lock where id = 1 for update")
                .query(Integer.class)
                .single();
        String beginning = period + "-" + division + "-";
        int taken = jdbc.sql("select count(*) from submission where number like :beginning")
                .param("beginning", beginning + "%")
                .query(Integer.class)
                .single();
        return beginning + String.format(Locale.ROOT, "%03d", taken + 1);
    }

    void add(Submission s) {
        jdbc.sql("""
                        insert into submission (id, number, layer, division, significant, classification, period, kind,
                          in_force_from, target, source, crs, ground, invented, submitted_by, unit, submitted_at, state, round,
                          deadline, task, changed_at)
                        values (:id, :number, :layer, :division, :significant, :classification, :period, :kind,
                          :from, :target, :source, :crs, :ground, :invented, :by, :unit, :at, :state, :round,
                          :deadline, :task, :changed)""")
                .param("id", s.id())
                .param("number", s.number())
                .param("layer", s.layer())
                .param("division", s.division())
                .param("significant", Reach.significant(s.division()))
                .param("classification", s.classification())
                .param("period", s.period())
                .param("kind", s.kind().name())
                .param("from", s.inForceFrom())
                .param("target", s.target())
                .param("source", s.source())
                .param("crs", s.crs(), Types.VARCHAR)
                .param("ground", s.ground(), Types.VARCHAR)
                .param("invented", s.invented())
                .param("by", s.submittedBy())
                .param("unit", s.unit())
                .param("at", DbTime.of(s.submittedAt()))
                .param("state", s.state().name())
                .param("round", s.round())
                .param("deadline", s.deadline())
                .param("task", s.task())
                .param("changed", DbTime.of(s.changedAt()))
                .update();
    }

    /** Where it stands from now on. */
    void stand(UUID id, Submission.State state, int round, @Nullable LocalDate deadline, Instant at) {
        jdbc.sql("""
                update submission set state = :state, round = :round, deadline = :deadline, changed_at = :at
                where id = :id""")
                .param("id", id)
                .param("state", state.name())
                .param("round", round)
                .param("deadline", deadline)
                .param("at", DbTime.of(at))
                .update();
    }

    void work(UUID id, UUID task) {
        jdbc.sql("update submission set task = :task where id = :id")
                .param("id", id)
                .param("task", task)
                .update();
    }

    Optional<Submission> find(UUID id) {
        return jdbc.sql("select * from submission where id = :id")
                .param("id", id)
                .query((row, n) -> submission(row))
                .optional();
    }

    /** The same, held until the end of the transaction. */
    Optional<Submission> lock(UUID id) {
        return jdbc.sql("select * from submission where id = :id for update")
                .param("id", id)
                .query((row, n) -> submission(row))
                .optional();
    }

    List<Submission> list(Submissions.Filter filter, SubmissionSight.Condition seen, int limit) {
        StringBuilder where = new StringBuilder(seen.where());
        if (filter.state() != null) where.append(" and s.state = :state");
        if (filter.division() != null) where.append(" and s.significant like :division");
        if (filter.layer() != null) where.append(" and s.layer = :layer");
        if (filter.by() != null) where.append(" and s.submitted_by = :by");
        JdbcClient.StatementSpec query = jdbc.sql("select s.* from submission s where " + where
                        + " order by s.changed_at desc, s.number fetch first :rowCount rows only")
                .params(seen.params())
                .param("rowCount", limit);
        if (filter.state() != null) query = query.param("state", filter.state().name());
        if (filter.division() != null) query = query.param("division", Reach.significant(filter.division()) + "%");
        if (filter.layer() != null) query = query.param("layer", filter.layer());
        if (filter.by() != null) query = query.param("by", filter.by());
        return query.query((row, n) -> submission(row)).list();
    }

    private static Submission submission(ResultSet row) throws SQLException {
        return new Submission(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("layer"),
                row.getString("division"),
                row.getInt("classification"),
                row.getString("period"),
                Submission.Kind.valueOf(row.getString("kind")),
                row.getObject("in_force_from", LocalDate.class),
                row.getObject("target", UUID.class),
                row.getString("source"),
                row.getString("crs"),
                row.getString("ground"),
                row.getBoolean("invented"),
                row.getString("submitted_by"),
                row.getString("unit"),
                DbTime.read(row, "submitted_at"),
                Submission.State.valueOf(row.getString("state")),
                row.getInt("round"),
                row.getObject("deadline", LocalDate.class),
                row.getObject("task", UUID.class),
                DbTime.read(row, "changed_at"));
    }
}
