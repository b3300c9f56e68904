package org.cuntu.business.planning.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.cuntu.business.planning.PlanStep;
import org.cuntu.business.planning.ProposalStep;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.database.DbTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code planning_plan_step}: only added. */
@Component
class PlanSteps {
    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    PlanSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Its number is the next one. Inside the transaction that holds the version. */
    void add(PlanStep step) {
        int last = jdbc.sql("select coalesce(max(number), 0) from planning_plan_step where version = :id")
                .param("id", step.version())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                insert into planning_plan_step (version, number, round, step, step_of, outcome, at, actor, lent_by, words,
                  problems)
                values (:id, :number, :round, :step, :of, :outcome, :at, :actor, :lentBy, :words, :problems)""")
                .param("id", step.version())
                .param("number", last + 1)
                .param("round", step.round())
                .param("step", step.step().name())
                .param("of", step.of(), Types.VARCHAR)
                .param("outcome", step.outcome().name())
                .param("at", DbTime.of(step.at()))
                .param("actor", step.actor())
                .param("lentBy", String.join(" ", step.lentBy()))
                .param("words", step.words(), Types.VARCHAR)
                .param("problems", JsonMapper.shared().writeValueAsString(step.problems()))
                .update();
    }

    List<PlanStep> list(UUID version) {
        return jdbc.sql("select * from planning_plan_step where version = :id order by number")
                .param("id", version)
                .query((row, n) -> step(row))
                .list();
    }

    private static PlanStep step(ResultSet row) throws SQLException {
        String lent = row.getString("lent_by");
        return new PlanStep(
                row.getObject("version", UUID.class),
                row.getInt("number"),
                row.getInt("round"),
                PlanStep.Kind.valueOf(row.getString("step")),
                row.getString("step_of"),
                ProposalStep.Outcome.valueOf(row.getString("outcome")),
                DbTime.read(row, "at"),
                row.getString("actor"),
                lent == null || lent.isEmpty() ? List.of() : List.of(lent.split(" ")),
                row.getString("words"),
                JsonMapper.shared().readValue(row.getString("problems"), PROBLEMS));
    }
}
