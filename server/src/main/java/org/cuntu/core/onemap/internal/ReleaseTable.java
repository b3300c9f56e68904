package org.cuntu.core.onemap.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.database.WriteCount;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The rows of {@code layer_release}: read, and added, never changed. */
@Component
class ReleaseTable {
    private final JdbcClient jdbc;
    private final WriteCount writes;
    private volatile @Nullable Read read;
    private volatile @Nullable Known known;

    ReleaseTable(JdbcClient jdbc, WriteCount writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    /** Waits until nobody else releases; held until the end of the transaction. */
    void lock() {
        jdbc.sql("select id from release_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    /** The greatest committed known-from: under the lock, the last one given. */
    Optional<Instant> greatestKnown() {
        return jdbc.sql("select max(known_from) as known from layer_release")
                .query((row, n) -> Optional.ofNullable(DbTime.find(row, "known")))
                .single();
    }

    /**
     * Each layer's entries with known-from up to an instant, in the order in which they became known. Rows are only added, so they
     * are read again only when there are more of them, or the last of them is another: until then the very same map is given.
     *
     * @param now how far the table goes now
     */
    Map<String, Timeline> timelines(Extent now, Instant known) {
        Read before = read;
        if (before == null || !before.extent.equals(now) || !before.known.equals(known)) {
            before = new Read(now, known, readTimelines(known));
            read = before;
        }
        return before.timelines;
    }

    /** How far the table goes at this moment: each review asks, and while nobody writes anything it has not moved. */
    Extent extent() {
        OptionalLong count = writes.now();
        // a transaction sees what it has written itself
        if (count.isEmpty() || TransactionSynchronizationManager.isActualTransactionActive()) return readExtent();
        Known before = known;
        if (before != null && before.writes == count.getAsLong()) return before.extent;
        Extent extent = readExtent();
        known = new Known(count.getAsLong(), extent);
        return extent;
    }

    private Extent readExtent() {
        return jdbc.sql("""
                        select (select count(*) from layer_release) as rows_there,
                          (select max(known_from) from layer_release) as known,
                          (select cast(id as varchar(36)) from layer_release order by known_from desc limit 1) as latest""")
                .query((row, n) ->
                        new Extent(row.getLong("rows_there"), DbTime.find(row, "known"), row.getString("latest")))
                .single();
    }

    private Map<String, Timeline> readTimelines(Instant known) {
        return jdbc
                .sql("select * from layer_release where known_from <= :known order by known_from")
                .param("known", DbTime.of(known))
                .query(ReleaseTable::entry)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        ReleaseEntry::layer, Collectors.collectingAndThen(Collectors.toList(), Timeline::new)));
    }

    /**
     * How far the table goes.
     *
     * @param known the greatest known-from; null: it is empty
     * @param latest the entry of that instant
     */
    record Extent(
            long rows, @Nullable Instant known, @Nullable String latest) {}

    /** @param writes how often had been written before it was read */
    private record Known(long writes, Extent extent) {}

    private record Read(Extent extent, Instant known, Map<String, Timeline> timelines) {}

    Timeline timeline(String layer) {
        return new Timeline(jdbc.sql("select * from layer_release where layer = :layer order by known_from")
                .param("layer", layer)
                .query(ReleaseTable::entry)
                .list());
    }

    Optional<ReleaseEntry> findByHash(String layer, String hash) {
        return jdbc
                .sql("select * from layer_release where layer = :layer and hash = :hash order by known_from")
                .param("layer", layer)
                .param("hash", hash)
                .query(ReleaseTable::entry)
                .list()
                .stream()
                .findFirst();
    }

    List<String> listHashes() {
        return jdbc.sql("select distinct hash from layer_release where hash is not null")
                .query(String.class)
                .list();
    }

    long countInvented() {
        return jdbc.sql("select count(*) from layer_release where invented = true")
                .query(Long.class)
                .single();
    }

    void add(ReleaseEntry entry) {
        double[] bounds = entry.bounds();
        jdbc.sql("""
                        insert into layer_release (id, layer, act, hash, in_force_from, in_force_to, target, known_from, features,
                          west, south, east, north, invented, source, released_by)
                        values (:id, :layer, :act, :hash, :from, :to, :target, :known, :features,
                          :west, :south, :east, :north, :invented, :source, :by)""")
                .param("id", entry.id())
                .param("layer", entry.layer())
                .param("act", entry.act().name())
                .param("hash", entry.hash())
                .param("from", entry.inForceFrom())
                .param("to", entry.inForceTo())
                .param("target", entry.target())
                .param("known", DbTime.of(entry.knownFrom()))
                .param("features", entry.features())
                .param("west", bounds == null ? null : bounds[0], java.sql.Types.DOUBLE)
                .param("south", bounds == null ? null : bounds[1], java.sql.Types.DOUBLE)
                .param("east", bounds == null ? null : bounds[2], java.sql.Types.DOUBLE)
                .param("north", bounds == null ? null : bounds[3], java.sql.Types.DOUBLE)
                .param("invented", entry.invented())
                .param("source", entry.source())
                .param("by", entry.by())
                .update();
    }

    private static ReleaseEntry entry(ResultSet row, int number) throws SQLException {
        double west = row.getDouble("west");
        double[] bounds = row.wasNull()
                ? null
                : new double[] {west, row.getDouble("south"), row.getDouble("east"), row.getDouble("north")};
        return new ReleaseEntry(
                row.getObject("id", UUID.class),
                row.getString("layer"),
                ReleaseEntry.Act.valueOf(row.getString("act")),
                row.getString("hash"),
                row.getObject("in_force_from", LocalDate.class),
                row.getObject("in_force_to", LocalDate.class),
                row.getObject("target", UUID.class),
                DbTime.read(row, "known_from"),
                row.getLong("features"),
                bounds,
                row.getBoolean("invented"),
                row.getString("source"),
                row.getString("released_by"));
    }
}
