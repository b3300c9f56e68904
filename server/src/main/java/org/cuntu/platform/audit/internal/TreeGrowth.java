package org.cuntu.platform.audit.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.proof.Frontier;
import org.cuntu.platform.proof.HashKind;
import org.cuntu.platform.proof.SignedHead;
import org.cuntu.platform.proof.SigningKey;
import org.cuntu.platform.proof.TreeHead;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives entries their places: batch by batch, each ending in a signed head. Used by the sequencer's thread alone. */
@Component
class TreeGrowth {
    static final int BATCH = 2_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final EntryRows rows;
    private final Epochs epochs;
    private final Heads heads;
    private final KeyRing keys;
    private @Nullable Edge known;

    TreeGrowth(JdbcClient jdbc, JdbcTemplate batches, EntryRows rows, Epochs epochs, Heads heads, KeyRing keys) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rows = rows;
        this.epochs = epochs;
        this.heads = heads;
        this.keys = keys;
    }

    private record Waiting(UUID id, String leaf, HashKind hash) {}

    /** The right edge of an epoch's tree, kept from one batch to the next. */
    private record Edge(Epochs.Epoch epoch, Frontier frontier) {
        long total() {
            return epoch.start() + frontier.size();
        }
    }

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
        List<Waiting> waiting = jdbc.sql("""
                        select id, leaf, hash from proof_entry where idx is null
                        order by at, id fetch first :batch rows only for update skip locked""")
                .param("batch", BATCH)
                .query((row, n) -> new Waiting(
                        row.getObject("id", UUID.class), row.getString("leaf"), HashKind.of(row.getString("hash"))))
                .list();
        if (waiting.isEmpty()) return 0;
        Optional<SignedHead> before = heads.newest();
        List<Waiting> batch = new ArrayList<>();
        // an epoch has one hash: a batch ends where it changes
        for (Waiting entry : waiting)
            if (entry.hash() == waiting.getFirst().hash()) batch.add(entry);
            else break;
        Edge edge = edge(before, batch, now);
        number(edge, batch);
        SigningKey key = keys.signing(before.map(head -> head.head().total()).orElse(0L));
        TreeHead head = new TreeHead(
                heads.log(),
                edge.epoch().number(),
                edge.epoch().hash(),
                edge.epoch().start(),
                edge.frontier().size(),
                HexFormat.of().formatHex(edge.frontier().root()),
                now);
        heads.add(key.sign(head));
        known = edge;
        return batch.size();
    }

    /** The edge that the batch goes on from; a batch of another hash begins an epoch. */
    private Edge edge(Optional<SignedHead> before, List<Waiting> batch, Instant now) {
        HashKind hash = batch.getFirst().hash();
        Epochs.Epoch last = epochs.newest().orElse(null);
        if (last == null) return begun(new Epochs.Epoch(0, hash, 0), now);
        if (last.hash() == hash) return reached(before, last);
        TreeHead closed = before.map(SignedHead::head)
                .orElseThrow(() -> new IllegalStateException("an epoch without a head: " + last));
        if (before.filter(SignedHead::isSigned).isEmpty())
            heads.sign(keys.signing(closed.total()).sign(closed));
        Edge begun = begun(new Epochs.Epoch(last.number() + 1, hash, closed.total()), now);
        UUID id = UUID.randomUUID();
        String object = "epoch " + begun.epoch().number() + " " + hash.label() + " after " + closed.size() + " of "
                + last.hash().label();
        ProofAct act = new ProofAct(CurrentActor.LOCAL, "audit:epoch:begin", object, closed.root());
        CanonicalAct canonical = CanonicalAct.of(id, act, now, hash);
        String leaf = hash.leaf(canonical.body());
        rows.add(id, leaf, canonical, act, now, hash);
        batch.addFirst(new Waiting(id, leaf, hash));
        return begun;
    }

    private Edge begun(Epochs.Epoch epoch, Instant now) {
        epochs.begin(epoch, now);
        return new Edge(epoch, new Frontier(epoch.hash()));
    }

    private Edge reached(Optional<SignedHead> before, Epochs.Epoch epoch) {
        Edge kept = known;
        long total = before.map(head -> head.head().total()).orElse(epoch.start());
        boolean fits = kept != null
                && kept.epoch().equals(epoch)
                && kept.total() == total
                && before.filter(head -> head.head()
                                .root()
                                .equals(HexFormat.of().formatHex(kept.frontier().root())))
                        .isPresent();
        // after a batch that was rolled back, or one of another node, the edge is read anew
        return kept != null && fits
                ? new Edge(epoch, kept.frontier().copy())
                : new Edge(epoch, Frontier.of(epoch.hash(), total - epoch.start(), epochs.nodes(epoch)));
    }

    private void number(Edge edge, List<Waiting> batch) {
        List<Object[]> places = new ArrayList<>();
        List<Object[]> nodes = new ArrayList<>();
        for (Waiting entry : batch) {
            places.add(new Object[] {edge.total(), entry.id()});
            edge.frontier()
                    .append(
                            HexFormat.of().parseHex(entry.leaf()),
                            (level, place, hash) -> nodes.add(new Object[] {
                                edge.epoch().number(),
                                level,
                                place,
                                HexFormat.of().formatHex(hash)
                            }));
        }
        batches.batchUpdate("update proof_entry set idx = ? where id = ? and idx is null", places);
        batches.batchUpdate("insert into proof_tree (epoch, level, place, hash) values (?, ?, ?, ?)", nodes);
    }

    /** When the oldest entry without a place was written; null when none waits. */
    @Nullable
    Instant oldestWaiting() {
        return jdbc.sql("select min(at) as oldest from proof_entry where idx is null")
                .query((row, n) -> Optional.ofNullable(DbTime.find(row, "oldest")))
                .single()
                .orElse(null);
    }

    long waiting() {
        return jdbc.sql("select count(*) from proof_entry where idx is null")
                .query(Long.class)
                .single();
    }
}
