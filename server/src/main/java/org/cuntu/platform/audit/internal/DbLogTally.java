package org.cuntu.platform.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.cuntu.platform.audit.LogTally;
import org.cuntu.platform.audit.ProofLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DbLogTally implements LogTally {
    private static final long HOUR = 3600;
    /** Cells of a thousandth of a degree; west and east together are twice the middle. */
    private static final double CELLS = 1000;

    private static final String ACTS = """
            select actor, act, hour_no, count(*) as acts from (
              select actor, act, cast(floor(extract(epoch from at) / 3600) as bigint) as hour_no
              from proof_entry where idx >= :from and idx < :to) as e
            group by actor, act, hour_no order by actor, act, hour_no""";
    private static final String PLACES = """
            select distinct actor, act, hour_no, cell_x, cell_y from (
              select actor, act, cast(floor(extract(epoch from at) / 3600) as bigint) as hour_no,
                cast(floor((west + east) * 500) as bigint) as cell_x, cast(floor((south + north) * 500) as bigint) as cell_y
              from proof_entry where idx >= :from and idx < :to and west is not null) as e
            order by actor, act, hour_no, cell_x, cell_y""";

    private final JdbcClient jdbc;
    private final ProofLog proof;
    private final Sequencer sequencer;

    DbLogTally(JdbcClient jdbc, ProofLog proof, Sequencer sequencer) {
        this.jdbc = jdbc;
        this.proof = proof;
        this.sequencer = sequencer;
    }

    @Override
    public boolean isKeeper() {
        return sequencer.holds();
    }

    @Override
    public long size() {
        return proof.head().total();
    }

    @Override
    public List<Count> countActs(long from, long to) {
        return jdbc.sql(ACTS)
                .param("from", from)
                .param("to", to)
                .query((row, n) ->
                        new Count(row.getString("actor"), row.getString("act"), hour(row), row.getLong("acts")))
                .list();
    }

    @Override
    public List<Place> listPlaces(long from, long to) {
        return jdbc.sql(PLACES)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Place(
                        row.getString("actor"),
                        row.getString("act"),
                        hour(row),
                        middle(row.getLong("cell_x")),
                        middle(row.getLong("cell_y"))))
                .list();
    }

    private static Instant hour(ResultSet row) throws SQLException {
        return Instant.ofEpochSecond(row.getLong("hour_no") * HOUR);
    }

    private static double middle(long cell) {
        return (cell + 0.5) / CELLS;
    }
}
