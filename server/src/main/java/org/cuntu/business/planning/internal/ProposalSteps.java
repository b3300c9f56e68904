package org.cuntu.business.planning.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.cuntu.business.planning.ProposalStep;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.database.DbTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code planning_step}: only added. */
@Component
class ProposalSteps {
    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    ProposalSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Its number is the next one. Inside the transaction that holds the proposal. */
    void add(ProposalStep step) {
        int last = jdbc.sql("select coalesce(max(number), 0) from planning_step where proposal = :id")
                .param("id", step.proposal())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                insert into planning_step (proposal, number, round, step, step_of, outcome, at, actor, lent_by, words, problems)
                values (:id, :number, :round, :step, :of, :outcome, :at, :actor, :lentBy, :words, :problems)""")
                .param("id", step.proposal())
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

    List<ProposalStep> list(UUID proposal) {
        return jdbc.sql("select * from planning_step where proposal = :id order by number")
                .param("id", proposal)
                .query((row, n) -> step(row))
                .list();
    }

    private static ProposalStep step(ResultSet row) throws SQLException {
        String lent = row.getString("lent_by");
        return new ProposalStep(
                row.getObject("proposal", UUID.class),
                row.getInt("number"),
                row.getInt("round"),
                ProposalStep.Kind.valueOf(row.getString("step")),
                row.getString("step_of"),
                ProposalStep.Outcome.valueOf(row.getString("outcome")),
                DbTime.read(row, "at"),
                row.getString("actor"),
                lent == null || lent.isEmpty() ? List.of() : List.of(lent.split(" ")),
                row.getString("words"),
                JsonMapper.shared().readValue(row.getString("problems"), PROBLEMS));
    }
}
