package org.cuntu.platform.audit.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.audit.CoveredReads;
import org.cuntu.platform.audit.InclusionProof;
import org.cuntu.platform.audit.MerkleTree;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofEntry;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.audit.TreeHead;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Component
class DbProofLog implements ProofLog {
    private static final String COLUMNS =
            "select id, leaf, body, actor, act, object, digest, at, idx from proof_entry ";

    private final JdbcClient jdbc;
    private final CityClock clock;
    private final ProofTree tree;
    private final SequencerBell bell;
    private final ObjectProvider<CoveredReads> covered;

    DbProofLog(
            JdbcClient jdbc,
            CityClock clock,
            ProofTree tree,
            SequencerBell bell,
            ObjectProvider<CoveredReads> covered) {
        this.covered = covered;
        this.jdbc = jdbc;
        this.clock = clock;
        this.tree = tree;
        this.bell = bell;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String append(ProofAct act) {
        Optional<String> stands =
                covered.stream().flatMap(reads -> reads.cover(act).stream()).findFirst();
        if (stands.isPresent()) return stands.get();
        UUID id = UUID.randomUUID();
        Instant at = clock.now();
        byte[] body = CanonicalAct.of(id, act, at).getBytes(StandardCharsets.UTF_8);
        String leaf = HexFormat.of().formatHex(MerkleTree.leaf(body));
        jdbc.sql("""
                insert into proof_entry (id, leaf, body, actor, act, object, digest, at)
                values (:id, :leaf, :body, :actor, :act, :object, :digest, :at)""")
                .param("id", id)
                .param("leaf", leaf)
                .param("body", body)
                .param("actor", act.actor())
                .param("act", act.act())
                .param("object", act.object())
                .param("digest", act.digest())
                .param("at", DbTime.of(at))
                .update();
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
        return jdbc.sql(COLUMNS + "where leaf = :leaf")
                .param("leaf", leaf)
                .query(DbProofLog::entry)
                .optional();
    }

    @Override
    public List<ProofEntry> listNewest(int limit) {
        return jdbc.sql(COLUMNS + "order by at desc, id fetch first :limit rows only")
                .param("limit", limit)
                .query(DbProofLog::entry)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<InclusionProof> prove(String leaf) {
        TreeHead head = tree.head();
        return find(leaf)
                .map(ProofEntry::index)
                .filter(index -> index < head.size())
                .map(index -> {
                    List<String> path = new MerkleTree(tree)
                            .path(index, head.size()).stream()
                                    .map(HexFormat.of()::formatHex)
                                    .toList();
                    return new InclusionProof(index, head.size(), head.root(), path);
                });
    }

    @Override
    public TreeHead head() {
        return tree.head();
    }

    private static ProofEntry entry(ResultSet row, int number) throws SQLException {
        long index = row.getLong("idx");
        boolean none = row.wasNull();
        return new ProofEntry(
                row.getObject("id", UUID.class),
                row.getString("leaf"),
                new String(row.getBytes("body"), StandardCharsets.UTF_8),
                new ProofAct(
                        row.getString("actor"), row.getString("act"), row.getString("object"), row.getString("digest")),
                DbTime.read(row, "at"),
                none ? null : index);
    }
}
