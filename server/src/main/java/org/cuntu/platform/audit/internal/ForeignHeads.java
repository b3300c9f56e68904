package org.cuntu.platform.audit.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.audit.Witnesses;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.proof.CanonicalText;
import org.cuntu.platform.proof.HashKind;
import org.cuntu.platform.proof.ProofJson;
import org.cuntu.platform.proof.ProofKey;
import org.cuntu.platform.proof.SignedHead;
import org.cuntu.platform.proof.SigningKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Heads of other units that this installation is the witness of: of one size there is one root, for ever. */
@Component
class ForeignHeads {
    private final JdbcClient jdbc;
    private final ProofLog proof;
    private final CityClock clock;
    private final KeyRing keys;
    private final Heads heads;
    private final List<String> accepted;

    ForeignHeads(JdbcClient jdbc, ProofLog proof, CityClock clock, KeyRing keys, Heads heads, Settings settings) {
        this.jdbc = jdbc;
        this.proof = proof;
        this.clock = clock;
        this.keys = keys;
        this.heads = heads;
        this.accepted = settings.proof().witness().acceptedKeys().stream()
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Transactional
    Witnesses.SignedReceipt keep(SignedHead signed, ProofKey key) {
        if (!accepted.contains(key.fingerprint())) throw refused("key " + key.id());
        if (!signed.isBy(key)) throw refused("signature");
        String log = signed.head().log();
        Optional<String> held = jdbc.sql(
                        "select root from proof_witnessed where log = :log and epoch = :epoch and size = :size")
                .param("log", log)
                .param("epoch", signed.head().epoch())
                .param("size", signed.head().size())
                .query(String.class)
                .optional();
        if (held.filter(root -> !root.equals(signed.head().root())).isPresent()) throw refused("root");
        Instant now = clock.now();
        if (held.isEmpty()) add(signed, now);
        String hash = HashKind.SHA_256.plain(signed.head().statement());
        String statement = "cuntu-witness-1\n"
                + CanonicalText.of(Map.of(
                        "at",
                        now.toString(),
                        "head",
                        hash,
                        "log",
                        log,
                        "size",
                        Long.toString(signed.head().total())));
        SigningKey mine =
                keys.signing(heads.newest().map(head -> head.head().total()).orElse(0L));
        byte[] signature = mine.sign(statement.getBytes(StandardCharsets.UTF_8));
        return new Witnesses.SignedReceipt(
                statement, mine.key().id(), HexFormat.of().formatHex(signature));
    }

    private void add(SignedHead signed, Instant now) {
        jdbc.sql("""
                insert into proof_witnessed (log, epoch, size, root, head, key_id, signature, received_at)
                values (:log, :epoch, :size, :root, :head, :key, :signature, :at)""")
                .param("log", signed.head().log())
                .param("epoch", signed.head().epoch())
                .param("size", signed.head().size())
                .param("root", signed.head().root())
                .param("head", ProofJson.line(ProofJson.of(signed)))
                .param("key", signed.key())
                .param("signature", signed.signature())
                .param("at", DbTime.of(now))
                .update();
        proof.append(new ProofAct(
                CurrentActor.LOCAL,
                "audit:head:witness",
                signed.head().log() + " " + signed.head().total(),
                HashKind.SHA_256.plain(signed.head().statement())));
    }

    private static InputRefused refused(String why) {
        return new InputRefused(Problem.refused("proof.witness-refused", Problem.Place.UNKNOWN, "why", why));
    }
}
