package org.cuntu.platform.audit.internal;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.proof.HashKind;
import org.cuntu.platform.proof.MerkleTree;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The trees of the log, one for each hash it has had, and their full nodes; rows that are only ever added. */
@Component
class Epochs {
    private final JdbcClient jdbc;

    Epochs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param start the number of its first entry in the whole log */
    record Epoch(int number, HashKind hash, long start) {}

    List<Epoch> listAll() {
        return jdbc.sql("select epoch, hash, start_idx from proof_epoch order by epoch")
                .query((row, n) ->
                        new Epoch(row.getInt("epoch"), HashKind.of(row.getString("hash")), row.getLong("start_idx")))
                .list();
    }

    Optional<Epoch> newest() {
        List<Epoch> all = listAll();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The one that holds an entry. */
    Epoch of(long number) {
        return listAll().reversed().stream()
                .filter(epoch -> epoch.start() <= number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no epoch holds " + number));
    }

    void begin(Epoch epoch, Instant at) {
        jdbc.sql("insert into proof_epoch (epoch, hash, start_idx, begun_at) values (:epoch, :hash, :start, :at)")
                .param("epoch", epoch.number())
                .param("hash", epoch.hash().label())
                .param("start", epoch.start())
                .param("at", DbTime.of(at))
                .update();
    }

    MerkleTree.Nodes nodes(Epoch epoch) {
        return (level, place) ->
                HexFormat.of().parseHex(level == 0 ? leaf(epoch.start() + place) : node(epoch.number(), level, place));
    }

    private String leaf(long index) {
        return jdbc.sql("select leaf from proof_entry where idx = :idx")
                .param("idx", index)
                .query(String.class)
                .single();
    }

    private String node(int epoch, int level, long place) {
        return jdbc.sql("select hash from proof_tree where epoch = :epoch and level = :level and place = :place")
                .param("epoch", epoch)
                .param("level", level)
                .param("place", place)
                .query(String.class)
                .single();
    }
}
