package org.cuntu.platform.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.identity.FourEyes.Matter;
import org.cuntu.platform.identity.FourEyes.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code four_eyes}, on either database. What writes is called in a transaction. */
@Component
class MatterTable {
    private static final TypeReference<Map<String, String>> CONTENT = new TypeReference<>() {};

    private final JdbcClient jdbc;

    MatterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lenders who lent the proposer the permission to propose */
    void add(Matter matter, Set<String> lenders) {
        jdbc.sql("""
                insert into four_eyes (id, kind, subject, content, reason, proposed_by, lenders, proposed_at, until, state)
                values (:id, :kind, :subject, :content, :reason, :by, :lenders, :at, :until, :state)""")
                .param("id", matter.id())
                .param("kind", matter.kind())
                .param("subject", matter.subject())
                .param("content", text(matter))
                .param("reason", matter.reason())
                .param("by", matter.proposedBy())
                .param("lenders", String.join(",", lenders))
                .param("at", DbTime.of(matter.proposedAt()))
                .param("until", DbTime.of(matter.until()))
                .param("state", matter.state().name())
                .update();
    }

    void decide(Matter matter) {
        jdbc.sql("""
                update four_eyes set state = :state, decided_by = :by, decided_at = :at, remark = :remark
                where id = :id and state = 'OPEN'""")
                .param("state", matter.state().name())
                .param("by", matter.decidedBy())
                .param("at", DbTime.of(matter.decidedAt()))
                .param("remark", matter.remark())
                .param("id", matter.id())
                .update();
    }

    /** Held until the end of the transaction: one decides at a time. */
    Optional<Matter> lock(UUID id) {
        return jdbc.sql("select * from four_eyes where id = :id for update")
                .param("id", id)
                .query(MatterTable::read)
                .optional();
    }

    Set<String> lenders(UUID id) {
        return Set.of(jdbc.sql("select lenders from four_eyes where id = :id")
                .param("id", id)
                .query(String.class)
                .single()
                .split(","));
    }

    List<Matter> listNewest(int limit) {
        return jdbc.sql("select * from four_eyes order by proposed_at desc, id fetch first :limit rows only")
                .param("limit", limit)
                .query(MatterTable::read)
                .list();
    }

    /** SHA-256 of what is to be done and why. */
    static String digest(Matter matter) {
        return Hashed.sha256(text(matter) + matter.reason());
    }

    private static String text(Matter matter) {
        return JsonMapper.shared().writeValueAsString(new TreeMap<>(matter.content()));
    }

    private static Matter read(ResultSet row, int number) throws SQLException {
        return new Matter(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                JsonMapper.shared().readValue(row.getString("content"), CONTENT),
                row.getString("reason"),
                row.getString("proposed_by"),
                DbTime.read(row, "proposed_at"),
                DbTime.read(row, "until"),
                State.valueOf(row.getString("state")),
                row.getString("decided_by"),
                DbTime.find(row, "decided_at"),
                row.getString("remark"));
    }
}
