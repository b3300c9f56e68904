package org.cuntu.platform.audit.internal;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.cuntu.platform.audit.MerkleTree;
import org.cuntu.platform.audit.TreeHead;
import org.cuntu.platform.database.DbTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tree's full nodes and its heads, as rows that are only ever added. */
@Component
class ProofTree implements MerkleTree.Nodes {
    private static final int BATCH = 500;
    private static final String EMPTY = HexFormat.of().formatHex(new MerkleTree((level, place) -> new byte[0]).root(0));

    private final JdbcClient jdbc;

    ProofTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    TreeHead head() {
        return jdbc.sql("select size, root, at from proof_head order by size desc fetch first 1 rows only")
                .query((row, n) -> new TreeHead(row.getLong("size"), row.getString("root"), DbTime.read(row, "at")))
                .optional()
                .orElse(new TreeHead(0, EMPTY, Instant.EPOCH));
    }

    @Override
    public byte[] get(int level, long place) {
        String hash = level == 0
                ? jdbc.sql("select leaf from proof_entry where idx = :place")
                        .param("place", place)
                        .query(String.class)
                        .single()
                : jdbc.sql("select hash from proof_node where level = :level and place = :place")
                        .param("level", level)
                        .param("place", place)
                        .query(String.class)
                        .single();
        return HexFormat.of().parseHex(hash);
    }

    private record Waiting(UUID id, String leaf) {}

    /**
     * Gives the entries that wait their places, as long as the caller's lease holds; the lease row stays locked until the
     * batch is committed, so that two sequencers never number at once.
     *
     * @return how many were numbered
     */
    @Transactional
    int extend(String holder, Instant now) {
        boolean mine = jdbc.sql("select holder from lease where name = 'proof-sequencer' for update")
                .query(String.class)
                .optional()
                .filter(holder::equals)
                .isPresent();
        if (!mine) return 0;
        List<Waiting> batch = jdbc.sql("""
                        select id, leaf from proof_entry where idx is null
                        order by at, id fetch first :batch rows only for update skip locked""")
                .param("batch", BATCH)
                .query((row, n) -> new Waiting(row.getObject("id", UUID.class), row.getString("leaf")))
                .list();
        if (batch.isEmpty()) return 0;
        long size = head().size();
        for (Waiting entry : batch) append(entry, size++);
        jdbc.sql("insert into proof_head (size, root, at) values (:size, :root, :at)")
                .param("size", size)
                .param("root", HexFormat.of().formatHex(new MerkleTree(this).root(size)))
                .param("at", DbTime.of(now))
                .update();
        return batch.size();
    }

    private void append(Waiting entry, long index) {
        jdbc.sql("update proof_entry set idx = :idx where id = :id and idx is null")
                .param("idx", index)
                .param("id", entry.id())
                .update();
        byte[] hash = HexFormat.of().parseHex(entry.leaf());
        long place = index;
        for (int level = 1; place % 2 == 1; level++) {
            hash = MerkleTree.node(get(level - 1, place - 1), hash);
            place /= 2;
            jdbc.sql("insert into proof_node (level, place, hash) values (:level, :place, :hash)")
                    .param("level", level)
                    .param("place", place)
                    .param("hash", HexFormat.of().formatHex(hash))
                    .update();
        }
    }

    /** When the oldest entry without a place was written; null when none waits. */
    @org.jspecify.annotations.Nullable
    Instant oldestWaiting() {
        return jdbc.sql("select min(at) as oldest from proof_entry where idx is null")
                .query((row, n) -> java.util.Optional.ofNullable(DbTime.find(row, "oldest")))
                .single()
                .orElse(null);
    }
}
