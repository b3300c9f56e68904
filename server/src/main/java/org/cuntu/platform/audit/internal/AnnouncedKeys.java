package org.cuntu.platform.audit.internal;

import java.time.Instant;
import java.util.List;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofKeys;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.proof.ProofKey;
import org.cuntu.platform.proof.SignatureKind;
import org.cuntu.platform.proof.SigningKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A key is announced by an entry whose digest is its fingerprint, before it signs. */
@Component
class AnnouncedKeys implements ProofKeys {
    private final KeyRing ring;
    private final Heads heads;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SignatureKind wanted;

    AnnouncedKeys(
            KeyRing ring,
            Heads heads,
            ProofLog proof,
            CurrentActor actor,
            CityClock clock,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Settings settings) {
        this.ring = ring;
        this.heads = heads;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.wanted = SignatureKind.valueOf(settings.proof().signature().name());
    }

    /** At the start of the sequencer: there is a key of the kind that is set, and this database knows it. */
    synchronized void ensure() {
        List<SigningKey> own = ring.own();
        if (own.isEmpty() || own.getLast().key().kind() != wanted) rotate();
        // a database from a backup may not know a key of this home
        for (SigningKey key : ring.own()) if (ring.find(key.key().id()).isEmpty()) announce(key.key());
    }

    @Override
    public synchronized ProofKey rotate() {
        SigningKey made = wanted.generate();
        // the file first: a key that is announced and cannot be read would sign nothing
        ring.add(made);
        announce(made.key());
        return made.key();
    }

    private void announce(ProofKey key) {
        transaction.executeWithoutResult(status -> {
            String leaf = proof.append(new ProofAct(actor.id(), "audit:key:begin", key.id(), key.fingerprint()));
            jdbc.sql("""
                    insert into proof_key (id, algorithm, public_key, made_at, leaf)
                    values (:id, :algorithm, :key, :at, :leaf)""")
                    .param("id", key.id())
                    .param("algorithm", key.kind().name())
                    .param("key", key.base64())
                    .param("at", DbTime.of(clock.now()))
                    .param("leaf", leaf)
                    .update();
        });
    }

    private record Row(ProofKey key, Instant madeAt, String leaf) {}

    @Override
    public List<Known> listAll() {
        String active = heads.newest().map(head -> head.key()).orElse("");
        return jdbc
                .sql("select algorithm, public_key, made_at, leaf from proof_key order by made_at, id")
                .query((row, n) -> new Row(
                        ProofKey.of(SignatureKind.valueOf(row.getString("algorithm")), row.getString("public_key")),
                        DbTime.read(row, "made_at"),
                        row.getString("leaf")))
                .list()
                .stream()
                .map(row -> new Known(
                        row.key(), row.madeAt(), row.leaf(), row.key().id().equals(active)))
                .toList();
    }
}
