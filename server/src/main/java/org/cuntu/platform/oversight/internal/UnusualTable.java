package org.cuntu.platform.oversight.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.oversight.UnusualAct;
import org.cuntu.platform.oversight.UnusualActs;
import org.cuntu.platform.oversight.UnusualKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the look. What writes is called in a transaction. */
@Component
class UnusualTable implements UnusualActs {
    private final JdbcClient jdbc;

    UnusualTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is counted together. @param part the division, else empty */
    record Slot(String person, UnusualKind kind, Instant at, String part) {
        Slot whole() {
            return new Slot(person, kind, at, "");
        }
    }

    /** The number of the first entry that was not looked at. */
    long next() {
        return jdbc.sql("select next_idx from unusual_look where name = 'log'")
                .query(Long.class)
                .single();
    }

    /** Whether the look was here and goes on there; no other look does before this transaction ends. */
    boolean goOn(long from, long to) {
        return jdbc.sql("update unusual_look set next_idx = :to where name = 'log' and next_idx = :from")
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    void add(Slot slot, long acts) {
        int there = jdbc.sql("""
                update unusual_count set acts = acts + :acts
                where person = :person and kind = :kind and slot_at = :at and part = :part""").params(names(slot)).param("acts", acts).update();
        if (there == 1) return;
        jdbc.sql("""
                insert into unusual_count (person, kind, slot_at, part, acts)
                values (:person, :kind, :at, :part, :acts)""").params(names(slot)).param("acts", acts).update();
    }

    private static Map<String, Object> names(Slot slot) {
        Map<String, Object> names = new HashMap<>();
        names.put("person", slot.person());
        names.put("kind", slot.kind().name());
        names.put("at", DbTime.of(slot.at()));
        names.put("part", slot.part());
        return names;
    }

    /** Acts of a slot; of divisions how many there are. */
    long count(Slot whole) {
        String sum = whole.kind() == UnusualKind.DIVISIONS ? "count(*)" : "coalesce(sum(acts), 0)";
        return jdbc.sql("select " + sum
                        + " from unusual_count where person = :person and kind = :kind and slot_at = :at")
                .param("person", whole.person())
                .param("kind", whole.kind().name())
                .param("at", DbTime.of(whole.at()))
                .query(Long.class)
                .single();
    }

    boolean isNoticed(String person, UnusualKind kind, LocalDate day) {
        return jdbc.sql("select count(*) from unusual_act where person = :person and kind = :kind and on_day = :day")
                        .param("person", person)
                        .param("kind", kind.name())
                        .param("day", day)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void add(UnusualAct act) {
        jdbc.sql("""
                insert into unusual_act (person, kind, on_day, slot_at, acts, most, noticed_at, leaf)
                values (:person, :kind, :day, :slot, :acts, :most, :at, :leaf)""")
                .param("person", act.person())
                .param("kind", act.kind().name())
                .param("day", act.day())
                .param("slot", DbTime.of(act.slot()))
                .param("acts", act.acts())
                .param("most", act.most())
                .param("at", DbTime.of(act.noticedAt()))
                .param("leaf", act.leaf())
                .update();
    }

    /** Counts of which nothing is added any more. */
    void forgetCountsBefore(Instant slot) {
        jdbc.sql("delete from unusual_count where slot_at < :slot")
                .param("slot", DbTime.of(slot))
                .update();
    }

    @Override
    public List<UnusualAct> listNewest(@Nullable String person, @Nullable UnusualKind kind, int limit) {
        Map<String, Object> params = new HashMap<>(Map.of("limit", limit));
        String where = "where 1 = 1";
        if (person != null) {
            where += " and person = :person";
            params.put("person", person);
        }
        if (kind != null) {
            where += " and kind = :kind";
            params.put("kind", kind.name());
        }
        return jdbc.sql("select * from unusual_act " + where
                        + " order by noticed_at desc, person, kind, on_day fetch first :limit rows only")
                .params(params)
                .query(UnusualTable::read)
                .list();
    }

    @Override
    public long countSince(Instant from) {
        return jdbc.sql("select count(*) from unusual_act where noticed_at >= :from")
                .param("from", DbTime.of(from))
                .query(Long.class)
                .single();
    }

    private static UnusualAct read(ResultSet row, int number) throws SQLException {
        return new UnusualAct(
                row.getString("person"),
                UnusualKind.valueOf(row.getString("kind")),
                row.getObject("on_day", LocalDate.class),
                DbTime.read(row, "slot_at"),
                row.getLong("acts"),
                row.getLong("most"),
                DbTime.read(row, "noticed_at"),
                row.getString("leaf"));
    }
}
