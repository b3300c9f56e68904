package org.cuntu.platform.audit.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.cuntu.platform.audit.CoveredReads;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofEntry;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.audit.Proven;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.proof.ConsistencyProof;
import org.cuntu.platform.proof.HashKind;
import org.cuntu.platform.proof.InclusionProof;
import org.cuntu.platform.proof.MerkleTree;
import org.cuntu.platform.proof.SignedHead;
import org.cuntu.platform.proof.TreeHead;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Component
class DbProofLog implements ProofLog {
    private static final long LOOK_NANOS = 20_000_000L;

    private final JdbcClient jdbc;
    private final CityClock clock;
    private final EntryRows rows;
    private final Epochs epochs;
    private final Heads heads;
    private final KeyRing keys;
    private final SequencerBell bell;
    private final ObjectProvider<CoveredReads> covered;
    private final RequestOrigin origin;
    private final HashKind hash;

    DbProofLog(
            JdbcClient jdbc,
            CityClock clock,
            EntryRows rows,
            Epochs epochs,
            Heads heads,
            KeyRing keys,
            SequencerBell bell,
            ObjectProvider<CoveredReads> covered,
            RequestOrigin origin,
            Settings settings) {
        this.covered = covered;
        this.origin = origin;
        this.jdbc = jdbc;
        this.clock = clock;
        this.rows = rows;
        this.epochs = epochs;
        this.heads = heads;
        this.keys = keys;
        this.bell = bell;
        this.hash = HashKind.valueOf(settings.proof().hash().name());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String append(ProofAct given) {
        Optional<String> stands =
                covered.stream().flatMap(reads -> reads.cover(given).stream()).findFirst();
        if (stands.isPresent()) return stands.get();
        ProofAct act = origin.on(given);
        UUID id = UUID.randomUUID();
        Instant at = clock.now();
        CanonicalAct canonical = CanonicalAct.of(id, act, at, hash);
        String leaf = hash.leaf(canonical.body());
        rows.add(id, leaf, canonical, act, at, hash);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
        return leaf;
    }

    @Override
    public Optional<ProofEntry> find(String leaf) {
        return first(jdbc.sql(EntryRows.SELECT + "where leaf = :leaf")
                .param("leaf", leaf)
                .query(EntryRows::entry)
                .list());
    }

    @Override
    public Optional<ProofEntry> find(String act, String object) {
        return first(jdbc.sql(EntryRows.SELECT
                        + "where object = :object and act = :act order by at, id fetch first 1 rows only")
                .param("object", object)
                .param("act", act)
                .query(EntryRows::entry)
                .list());
    }

    private Optional<ProofEntry> first(List<ProofEntry> found) {
        return rows.withPersonal(found).stream().findFirst();
    }

    @Override
    public List<ProofEntry> listNewest(int limit) {
        return rows.withPersonal(jdbc.sql(EntryRows.SELECT + "order by at desc, id fetch first :limit rows only")
                .param("limit", limit)
                .query(EntryRows::entry)
                .list());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<InclusionProof> prove(String leaf) {
        return find(leaf).flatMap(this::proven).map(Proven::inclusion);
    }

    @Override
    public Optional<Proven> await(String leaf, Duration patience) {
        Optional<ProofEntry> entry = find(leaf);
        long end = System.nanoTime() + patience.toNanos();
        while (entry.isPresent()) {
            Optional<Proven> proven = proven(entry.get());
            if (proven.isPresent() || System.nanoTime() > end) return proven;
            bell.ring();
            LockSupport.parkNanos(LOOK_NANOS);
            entry = find(leaf);
        }
        return Optional.empty();
    }

    private Optional<Proven> proven(ProofEntry entry) {
        Long number = entry.index();
        if (number == null) return Optional.empty();
        Epochs.Epoch epoch = epochs.of(number);
        return heads.newestOf(epoch.number())
                .filter(head -> number < head.head().total())
                .map(signed -> {
                    TreeHead head = signed.head();
                    long place = number - epoch.start();
                    InclusionProof inclusion = new InclusionProof(
                            place, head.size(), head.root(), texts(tree(epoch).path(place, head.size())));
                    return new Proven(
                            entry, inclusion, signed, keys.find(signed.key()).orElse(null));
                });
    }

    private MerkleTree tree(Epochs.Epoch epoch) {
        return new MerkleTree(epoch.hash(), epochs.nodes(epoch));
    }

    @Override
    public TreeHead head() {
        return heads.newest()
                .map(SignedHead::head)
                .orElseGet(() -> new TreeHead(
                        heads.log(), 0, hash, 0, 0, HexFormat.of().formatHex(hash.empty()), Instant.EPOCH));
    }

    @Override
    public List<SignedHead> listHeads(long below, int limit) {
        return heads.list(below, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ConsistencyProof> consistency(long first, long second) {
        if (first < 1 || first > second || second > head().total()) return Optional.empty();
        Epochs.Epoch epoch = epochs.of(first - 1);
        if (epochs.of(second - 1).number() != epoch.number()) return Optional.empty();
        MerkleTree tree = tree(epoch);
        long from = first - epoch.start();
        long to = second - epoch.start();
        return Optional.of(new ConsistencyProof(
                from,
                HexFormat.of().formatHex(tree.root(from)),
                to,
                HexFormat.of().formatHex(tree.root(to)),
                texts(tree.consistency(from, to))));
    }

    private static List<String> texts(List<byte[]> hashes) {
        return hashes.stream().map(HexFormat.of()::formatHex).toList();
    }
}
