package org.cuntu.platform.audit.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ErasureRefused;
import org.cuntu.platform.audit.Erasures;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.proof.HashKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class DbErasures implements Erasures {
    private final JdbcClient jdbc;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;

    DbErasures(JdbcClient jdbc, ProofLog proof, CurrentActor actor, CityClock clock) {
        this.jdbc = jdbc;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
    }

    private record Item(UUID entry, String name, String leaf) {}

    @Override
    @Transactional
    public Erasure ask(List<String> leaves, String reason) {
        String why = reason.strip();
        if (why.length() < 4 || why.length() > 500) throw refused("proof.erasure-reason");
        List<Item> items = leaves.isEmpty() ? List.of() : items(leaves);
        if (items.isEmpty()) throw refused("proof.erasure-nothing");
        UUID id = UUID.randomUUID();
        String list =
                items.stream().map(item -> item.leaf() + " " + item.name()).collect(Collectors.joining("\n"));
        String digest = HashKind.SHA_256.plain(list.getBytes(StandardCharsets.UTF_8));
        Instant now = clock.now();
        jdbc.sql("""
                insert into proof_erasure (id, reason, asked_by, asked_at, state, digest, items)
                values (:id, :reason, :by, :at, 'ASKED', :digest, :items)""")
                .param("id", id)
                .param("reason", why)
                .param("by", actor.id())
                .param("at", DbTime.of(now))
                .param("digest", digest)
                .param("items", items.size())
                .update();
        for (Item item : items)
            jdbc.sql("insert into proof_erasure_item (erasure, entry, name) values (:erasure, :entry, :name)")
                    .param("erasure", id)
                    .param("entry", item.entry())
                    .param("name", item.name())
                    .update();
        proof.append(new ProofAct(actor.id(), "audit:erasure:ask", id + " values " + items.size(), digest));
        return get(id);
    }

    private List<Item> items(List<String> leaves) {
        return jdbc.sql("""
                select p.entry, p.name, e.leaf from proof_personal p join proof_entry e on e.id = p.entry
                where e.leaf in (:leaves) order by e.leaf, p.name""")
                .param("leaves", leaves)
                .query((row, n) ->
                        new Item(row.getObject("entry", UUID.class), row.getString("name"), row.getString("leaf")))
                .list();
    }

    private static InputRefused refused(String code) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN));
    }

    @Override
    @Transactional
    public Erasure decide(UUID id, boolean erase) {
        Erasure asked = jdbc.sql("select * from proof_erasure where id = :id for update")
                .param("id", id)
                .query(DbErasures::erasure)
                .optional()
                .orElseThrow(() -> forbidden("proof.erasure-unknown", id));
        if (asked.state() != State.ASKED) throw forbidden("proof.erasure-decided", id);
        if (asked.askedBy().equals(actor.id())) throw forbidden("proof.erasure-same-person", id);
        if (erase) jdbc.sql("""
                    delete from proof_personal where exists (select 1 from proof_erasure_item i
                    where i.erasure = :id and i.entry = proof_personal.entry and i.name = proof_personal.name)""").param("id", id).update();
        jdbc.sql("update proof_erasure set state = :state, decided_by = :by, decided_at = :at where id = :id")
                .param("state", (erase ? State.DONE : State.REFUSED).name())
                .param("by", actor.id())
                .param("at", DbTime.of(clock.now()))
                .param("id", id)
                .update();
        String digest = jdbc.sql("select digest from proof_erasure where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        String act = erase ? "audit:erasure:do" : "audit:erasure:refuse";
        proof.append(new ProofAct(actor.id(), act, id + " values " + asked.items(), digest));
        return get(id);
    }

    private static ErasureRefused forbidden(String code, UUID id) {
        return new ErasureRefused(Problem.refused(code, Problem.Place.UNKNOWN, "id", id));
    }

    private Erasure get(UUID id) {
        return jdbc.sql("select * from proof_erasure where id = :id")
                .param("id", id)
                .query(DbErasures::erasure)
                .single();
    }

    @Override
    public List<Erasure> listNewest(int limit) {
        return jdbc.sql("select * from proof_erasure order by asked_at desc, id fetch first :limit rows only")
                .param("limit", limit)
                .query(DbErasures::erasure)
                .list();
    }

    private static Erasure erasure(ResultSet row, int number) throws SQLException {
        return new Erasure(
                row.getObject("id", UUID.class),
                row.getString("reason"),
                row.getString("asked_by"),
                DbTime.read(row, "asked_at"),
                State.valueOf(row.getString("state")),
                row.getString("decided_by"),
                DbTime.find(row, "decided_at"),
                row.getInt("items"));
    }
}
