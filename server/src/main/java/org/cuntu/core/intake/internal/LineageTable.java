package org.cuntu.core.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cuntu.core.onemap.HeldSnapshots;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code layer_lineage}: only added, in the releasing transaction. */
@Component
class LineageTable implements HeldSnapshots {
    private static final String HELD = """
            select distinct hash from (
              select r.part as hash from submission_round r join submission s on s.id = r.submission
                where s.state <> 'WITHDRAWN' and r.round = s.round
              union select r.candidate from submission_round r join submission s on s.id = r.submission
                where s.state <> 'WITHDRAWN' and r.round = s.round
              union select r.delivered from submission_round r join submission s on s.id = r.submission
                where s.state <> 'WITHDRAWN' and r.round = s.round
              union select r.process from submission_round r join submission s on s.id = r.submission
                where s.state <> 'WITHDRAWN' and r.round = s.round
              union select r.previous from submission_round r join submission s on s.id = r.submission
                where s.state <> 'WITHDRAWN' and r.round = s.round) held
            where hash is not null order by hash""";

    private final JdbcClient jdbc;

    LineageTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of what a released version was made. */
    record Lineage(
            UUID release,
            String layer,
            String snapshot,
            UUID submission,
            int round,
            @Nullable String base,
            @Nullable String delivered) {}

    void add(Lineage lineage) {
        jdbc.sql("""
                insert into layer_lineage (release, layer, snapshot, submission, round, base, delivered)
                values (:release, :layer, :snapshot, :submission, :round, :base, :delivered)""")
                .param("release", lineage.release())
                .param("layer", lineage.layer())
                .param("snapshot", lineage.snapshot())
                .param("submission", lineage.submission())
                .param("round", lineage.round())
                .param("base", lineage.base(), Types.VARCHAR)
                .param("delivered", lineage.delivered(), Types.VARCHAR)
                .update();
    }

    /** How a version was made; empty when it did not come by a submission. */
    Optional<Lineage> find(String layer, String snapshot) {
        return jdbc
                .sql("select * from layer_lineage where layer = :layer and snapshot = :snapshot")
                .param("layer", layer)
                .param("snapshot", snapshot)
                .query((row, n) -> lineage(row))
                .list()
                .stream()
                .findFirst();
    }

    private static Lineage lineage(ResultSet row) throws SQLException {
        return new Lineage(
                row.getObject("release", UUID.class),
                row.getString("layer"),
                row.getString("snapshot"),
                row.getObject("submission", UUID.class),
                row.getInt("round"),
                row.getString("base"),
                row.getString("delivered"));
    }

    /** Snapshots of the last round of every submission that was not taken back: to be looked at, or what was delivered. */
    @Override
    public Set<String> listHeld() {
        return new TreeSet<>(list(jdbc));
    }

    static List<String> list(JdbcClient database) {
        return database.sql(HELD).query(String.class).list();
    }
}
