package org.cuntu.platform.audit.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofEntry;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.proof.HashKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of entries and of their personal values. */
@Component
class EntryRows {
    static final String SELECT =
            "select id, leaf, body, actor, act, object, digest, at, hash, west, south, east, north, idx from proof_entry ";

    private final JdbcClient jdbc;

    EntryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, String leaf, CanonicalAct canonical, ProofAct act, Instant at, HashKind hash) {
        Box box = act.box();
        jdbc.sql("""
                insert into proof_entry (id, leaf, body, actor, act, object, digest, at, hash, west, south, east, north)
                values (:id, :leaf, :body, :actor, :act, :object, :digest, :at, :hash, :west, :south, :east, :north)""")
                .param("id", id)
                .param("leaf", leaf)
                .param("body", canonical.body().getBytes(StandardCharsets.UTF_8))
                .param("actor", act.actor())
                .param("act", act.act())
                .param("object", act.object())
                .param("digest", act.digest())
                .param("at", DbTime.of(at))
                .param("hash", hash.label())
                .param("west", box == null ? null : box.west(), java.sql.Types.DOUBLE)
                .param("south", box == null ? null : box.south(), java.sql.Types.DOUBLE)
                .param("east", box == null ? null : box.east(), java.sql.Types.DOUBLE)
                .param("north", box == null ? null : box.north(), java.sql.Types.DOUBLE)
                .update();
        act.personal().forEach((name, value) -> jdbc.sql("""
                        insert into proof_personal (entry, name, salt, content) values (:entry, :name, :salt, :content)""")
                .param("entry", id)
                .param("name", name)
                .param("salt", canonical.salts().get(name))
                .param("content", value)
                .update());
    }

    static ProofEntry entry(ResultSet row, int number) throws SQLException {
        long index = row.getLong("idx");
        boolean waits = row.wasNull();
        double west = row.getDouble("west");
        Box box = row.wasNull()
                ? null
                : new Box(west, row.getDouble("south"), row.getDouble("east"), row.getDouble("north"));
        ProofAct act = new ProofAct(
                row.getString("actor"),
                row.getString("act"),
                row.getString("object"),
                row.getString("digest"),
                box,
                Map.of());
        return new ProofEntry(
                row.getObject("id", UUID.class),
                row.getString("leaf"),
                new String(row.getBytes("body"), StandardCharsets.UTF_8),
                act,
                DbTime.read(row, "at"),
                HashKind.of(row.getString("hash")),
                waits ? null : index);
    }

    /** The same entries with those of their personal values that are not erased. */
    List<ProofEntry> withPersonal(List<ProofEntry> entries) {
        List<UUID> some = entries.stream()
                .filter(entry -> entry.body().contains("\"personal:"))
                .map(ProofEntry::id)
                .toList();
        if (some.isEmpty()) return entries;
        Map<UUID, Map<String, String>> found = new HashMap<>();
        jdbc.sql("select entry, name, content from proof_personal where entry in (:ids)")
                .param("ids", some)
                .query((row, n) -> found.computeIfAbsent(row.getObject("entry", UUID.class), id -> new TreeMap<>())
                        .put(row.getString("name"), row.getString("content")))
                .list();
        List<ProofEntry> all = new ArrayList<>();
        for (ProofEntry entry : entries) {
            ProofAct act = entry.act();
            Map<String, String> personal = found.getOrDefault(entry.id(), Map.of());
            all.add(new ProofEntry(
                    entry.id(),
                    entry.leaf(),
                    entry.body(),
                    new ProofAct(act.actor(), act.act(), act.object(), act.digest(), act.box(), personal),
                    entry.at(),
                    entry.hash(),
                    entry.index()));
        }
        return all;
    }
}
