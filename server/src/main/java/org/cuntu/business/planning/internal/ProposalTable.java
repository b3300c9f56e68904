package org.cuntu.business.planning.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.business.planning.Proposal;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code planning_proposal}. What writes is called inside a transaction. */
@Component
class ProposalTable {
    private final JdbcClient jdbc;

    ProposalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else takes a number; held until the end of the transaction. */
    String nextNumber(String letters, int year, String division) {
        jdbc.sql("select id from planning_lock where id = 1 for update")
                .query(Integer.class)
                .single();
        String beginning = letters + "-" + year + "-" + division + "-";
        int taken = jdbc.sql("select count(*) from planning_proposal where number like :beginning")
                .param("beginning", beginning + "%")
                .query(Integer.class)
                .single();
        return beginning + String.format(Locale.ROOT, "%03d", taken + 1);
    }

    void add(Proposal p) {
        jdbc.sql("""
                        insert into planning_proposal (id, number, layer, division, significant, classification, title, ground,
                          reason, in_force_from, invented, proposed_by, unit, proposed_at, state, step, round, task, released,
                          changed_at)
                        values (:id, :number, :layer, :division, :significant, :classification, :title, :ground,
                          :reason, :from, :invented, :by, :unit, :at, :state, :step, :round, :task, :released, :changed)""")
                .param("id", p.id())
                .param("number", p.number())
                .param("layer", p.layer())
                .param("division", p.division())
                .param("significant", Reach.significant(p.division()))
                .param("classification", p.classification())
                .param("title", p.title())
                .param("ground", p.ground())
                .param("reason", p.reason())
                .param("from", p.inForceFrom())
                .param("invented", p.invented())
                .param("by", p.proposedBy())
                .param("unit", p.unit())
                .param("at", DbTime.of(p.proposedAt()))
                .param("state", p.state().name())
                .param("step", p.step())
                .param("round", p.round())
                .param("task", p.task())
                .param("released", p.released(), Types.VARCHAR)
                .param("changed", DbTime.of(p.changedAt()))
                .update();
    }

    /** Where it stands from now on. */
    void stand(UUID id, Proposal.State state, int step, int round, Instant at) {
        jdbc.sql("""
                update planning_proposal set state = :state, step = :step, round = :round, changed_at = :at where id = :id""")
                .param("id", id)
                .param("state", state.name())
                .param("step", step)
                .param("round", round)
                .param("at", DbTime.of(at))
                .update();
    }

    void work(UUID id, UUID task) {
        jdbc.sql("update planning_proposal set task = :task where id = :id")
                .param("id", id)
                .param("task", task)
                .update();
    }

    /** It has become a version. */
    void released(UUID id, String hash, LocalDate inForceFrom) {
        jdbc.sql("update planning_proposal set released = :hash, in_force_from = :from where id = :id")
                .param("id", id)
                .param("hash", hash)
                .param("from", inForceFrom)
                .update();
    }

    Optional<Proposal> find(UUID id) {
        return jdbc.sql("select * from planning_proposal where id = :id")
                .param("id", id)
                .query((row, n) -> proposal(row))
                .optional();
    }

    /** The same, held until the end of the transaction. */
    Optional<Proposal> lock(UUID id) {
        return jdbc.sql("select * from planning_proposal where id = :id for update")
                .param("id", id)
                .query((row, n) -> proposal(row))
                .optional();
    }

    /** The newest changes first. @param by account; null: any @param significant beginning; null: any */
    List<Proposal> list(
            @Nullable String layer, @Nullable String significant, @Nullable String by, boolean open, int limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        if (layer != null) where.append(" and layer = :layer");
        if (significant != null) where.append(" and significant like :significant");
        if (by != null) where.append(" and proposed_by = :by");
        if (open) where.append(" and state not in ('RELEASED', 'WITHDRAWN')");
        JdbcClient.StatementSpec query = jdbc.sql("select * from planning_proposal where " + where
                        + " order by changed_at desc, number fetch first :rowCount rows only")
                .param("rowCount", limit);
        if (layer != null) query = query.param("layer", layer);
        if (significant != null) query = query.param("significant", significant + "%");
        if (by != null) query = query.param("by", by);
        return query.query((row, n) -> proposal(row)).list();
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("layer"),
                row.getString("division"),
                row.getInt("classification"),
                row.getString("title"),
                row.getString("ground"),
                row.getString("reason"),
                row.getObject("in_force_from", LocalDate.class),
                row.getBoolean("invented"),
                row.getString("proposed_by"),
                row.getString("unit"),
                DbTime.read(row, "proposed_at"),
                Proposal.State.valueOf(row.getString("state")),
                row.getInt("step"),
                row.getInt("round"),
                row.getObject("task", UUID.class),
                row.getString("released"),
                DbTime.read(row, "changed_at"));
    }
}
