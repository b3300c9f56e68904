package org.cuntu.platform.database;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was computed of rows of the past, which are not changed any more: it holds as long as there are as many of them and the last is
 * the same. A row that comes late, or one that goes, makes it be computed anew. What was not asked for longest is given up. Thread safe.
 *
 * @param <K> what was asked
 * @param <V> what came of it; not changed afterwards
 */
public final class PastRows<K, V> {
    /** How many rows there are and when the last was; both are read from an index alone. */
    public record Mark(long count, @Nullable Instant last) {}

    private record Kept<V>(Mark mark, V value) {}

    private final Map<K, Kept<V>> kept;

    /** @param most how many answers are kept */
    public PastRows(int most) {
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * Of the rows of a table after an instant and up to another one.
     *
     * @param time the column of the instant, with an index
     */
    public static Mark mark(JdbcClient jdbc, String table, String time, Instant from, Instant to) {
        return jdbc.sql("select count(*) as n, max(" + time + ") as latest from " + table + " where " + time
                        + " > :from and " + time + " <= :to")
                .param("from", DbTime.of(from))
                .param("to", DbTime.of(to))
                .query((row, n) -> new Mark(row.getLong("n"), DbTime.find(row, "latest")))
                .single();
    }

    /**
     * @param mark taken before the rows are read: one that comes in between is read now and makes the next mark another
     * @param computed reads them
     */
    public V get(K asked, Mark mark, Supplier<V> computed) {
        synchronized (kept) {
            Kept<V> found = kept.get(asked);
            if (found != null && Objects.equals(found.mark, mark)) return found.value;
        }
        V value = computed.get();
        synchronized (kept) {
            kept.put(asked, new Kept<>(mark, value));
        }
        return value;
    }
}
