package org.cuntu.core.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.intake.SubmissionStep;
import org.cuntu.core.intake.SubmissionStep.Outcome;
import org.cuntu.core.intake.SubmissionStep.Step;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.database.DbTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code submission_step}: only added, inside the transaction that holds the submission's row. */
@Component
class StepTable {
    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> FIGURES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    StepTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How a step ended.
     *
     * @param words of a person; null for the machine's
     */
    record Ended(
            Step step,
            Outcome outcome,
            Instant beganAt,
            Instant endedAt,
            String actor,
            @Nullable String words,
            Map<String, Object> figures,
            List<Problem> problems) {
        /** A person's, which takes no time. */
        static Ended by(String actor, Step step, Outcome outcome, Instant at, @Nullable String words) {
            return new Ended(step, outcome, at, at, actor, words, Map.of(), List.of());
        }
    }

    void add(UUID submission, int round, Ended ended) {
        int last = jdbc.sql("select coalesce(max(number), 0) from submission_step where submission = :submission")
                .param("submission", submission)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                insert into submission_step (submission, number, round, step, outcome, began_at, ended_at, actor, words, figures,
                  problems)
                values (:submission, :number, :round, :step, :outcome, :began, :ended, :actor, :words, :figures, :problems)""")
                .param("submission", submission)
                .param("number", last + 1)
                .param("round", round)
                .param("step", ended.step().name())
                .param("outcome", ended.outcome().name())
                .param("began", DbTime.of(ended.beganAt()))
                .param("ended", DbTime.of(ended.endedAt()))
                .param("actor", ended.actor())
                .param("words", ended.words(), Types.VARCHAR)
                .param("figures", json.writeValueAsString(ended.figures()))
                .param(
                        "problems",
                        ended.problems().isEmpty() ? null : json.writeValueAsString(ended.problems()),
                        Types.VARCHAR)
                .update();
    }

    List<SubmissionStep> list(UUID submission) {
        return jdbc.sql("select * from submission_step where submission = :submission order by number")
                .param("submission", submission)
                .query((row, n) -> step(row))
                .list();
    }

    private SubmissionStep step(ResultSet row) throws SQLException {
        String problems = row.getString("problems");
        return new SubmissionStep(
                row.getInt("number"),
                row.getInt("round"),
                Step.valueOf(row.getString("step")),
                Outcome.valueOf(row.getString("outcome")),
                DbTime.read(row, "began_at"),
                DbTime.read(row, "ended_at"),
                row.getString("actor"),
                row.getString("words"),
                json.readValue(row.getString("figures"), FIGURES),
                problems == null ? List.of() : json.readValue(problems, PROBLEMS));
    }
}
