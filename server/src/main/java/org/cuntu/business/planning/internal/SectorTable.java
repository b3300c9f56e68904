package org.cuntu.business.planning.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.business.planning.SectorEntry;
import org.cuntu.business.planning.SectorPlans.Act;
import org.cuntu.business.planning.SectorPlans.Event;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the list of sector plans and what happened to them. What writes is called inside a transaction. */
@Component
class SectorTable {
    private final JdbcClient jdbc;

    SectorTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the code is taken */
    void add(SectorEntry entry, Instant at) {
        jdbc.sql("""
                        insert into sector_entry (code, significant, content, changed_at)
                        values (:code, :significant, :content, :at)""")
                .param("code", entry.code())
                .param("significant", Reach.significant(entry.division()))
                .param("content", write(entry))
                .param("at", DbTime.of(at))
                .update();
    }

    /** As it stands now, with what happened. */
    void happened(SectorEntry after, Act act, String actor, @Nullable String proposedBy, Instant at, String reason) {
        String content = write(after);
        jdbc.sql("""
                        update sector_entry set significant = :significant, content = :content, changed_at = :at
                        where code = :code""")
                .param("code", after.code())
                .param("significant", Reach.significant(after.division()))
                .param("content", content)
                .param("at", DbTime.of(at))
                .update();
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from sector_event where code = :code")
                .param("code", after.code())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into sector_event (code, number, act, actor, proposed_by, at, reason, content)
                        values (:code, :number, :act, :actor, :proposedBy, :at, :reason, :content)""")
                .param("code", after.code())
                .param("number", number)
                .param("act", act.name())
                .param("actor", actor)
                .param("proposedBy", proposedBy, Types.VARCHAR)
                .param("at", DbTime.of(at))
                .param("reason", reason)
                .param("content", content)
                .update();
    }

    List<SectorEntry> list() {
        return jdbc.sql("select content from sector_entry order by code")
                .query((row, n) -> read(row.getString(1)))
                .list();
    }

    /** As it was known at an instant. */
    List<SectorEntry> list(Instant known) {
        Map<String, SectorEntry> last = new LinkedHashMap<>();
        jdbc.sql("select code, content from sector_event where at <= :known order by code, number")
                .param("known", DbTime.of(known))
                .query((row, n) -> last.put(row.getString(1), read(row.getString(2))))
                .list();
        return List.copyOf(last.values());
    }

    Optional<SectorEntry> find(String code, boolean lock) {
        return jdbc.sql("select content from sector_entry where code = :code" + (lock ? " for update" : ""))
                .param("code", code)
                .query((row, n) -> read(row.getString(1)))
                .optional();
    }

    List<Event> listEvents(String code) {
        return jdbc.sql("select * from sector_event where code = :code order by number desc")
                .param("code", code)
                .query((row, n) -> event(row))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getString("code"),
                row.getInt("number"),
                Act.valueOf(row.getString("act")),
                row.getString("actor"),
                row.getString("proposed_by"),
                DbTime.read(row, "at"),
                row.getString("reason"),
                read(row.getString("content")));
    }

    static String write(SectorEntry entry) {
        return JsonMapper.shared().writeValueAsString(entry);
    }

    static SectorEntry read(String text) {
        return JsonMapper.shared().readValue(text, SectorEntry.class);
    }
}
