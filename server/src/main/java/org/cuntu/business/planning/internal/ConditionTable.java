package org.cuntu.business.planning.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cuntu.business.planning.PlanCondition;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of plan-condition sheets, their events and checks. What writes is called inside a transaction. */
@Component
class ConditionTable {
    private static final String ROWS = """
            select c.*, (select r.id from plan_condition r where r.replaces = c.id and r.state not in ('DRAFT', 'DISCARDED')
              order by r.changed_at desc fetch first 1 rows only) as replaced_by from plan_condition c""";

    private final JdbcClient jdbc;

    ConditionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a sheet holds besides its row. */
    record Content(String text, String ground, @Nullable String part) {}

    void add(PlanCondition c, Content content, Set<String> lenders) {
        jdbc.sql("""
                        insert into plan_condition (id, name, purpose, applicant, unit, plots, division, significant,
                          classification, area, as_of, known, snapshot, content, hash, ground, part, searched, state, drafted_by,
                          lent_by, drafted_at, replaces, invented, changed_at)
                        values (:id, :name, :purpose, :applicant, :unit, :plots, :division, :significant,
                          :classification, :area, :asOf, :known, :snapshot, :content, :hash, :ground, :part, :searched, :state, :by,
                          :lentBy, :at, :replaces, :invented, :at)""")
                .param("id", c.id())
                .param("name", c.name())
                .param("purpose", c.purpose())
                .param("applicant", c.applicant())
                .param("unit", c.unit())
                .param("plots", String.join("\n", c.plots()))
                .param("division", c.division())
                .param("significant", Reach.significant(c.division()))
                .param("classification", c.classification())
                .param("area", c.area().hundredths())
                .param("asOf", c.asOf())
                .param("known", DbTime.of(c.known()))
                .param("snapshot", c.snapshot())
                .param("content", content.text())
                .param("hash", c.hash())
                .param("ground", content.ground())
                .param("part", content.part(), Types.VARCHAR)
                .param("searched", searched(c))
                .param("state", c.state().name())
                .param("by", c.draftedBy())
                .param("lentBy", String.join(" ", lenders))
                .param("at", DbTime.of(c.draftedAt()))
                .param("replaces", c.replaces())
                .param("invented", c.invented())
                .update();
    }

    private static String searched(PlanCondition c) {
        return String.join("\n", c.name(), c.applicant(), c.unit(), String.join("\n", c.plots()))
                .toLowerCase(Locale.ROOT);
    }

    /** Waits until nobody else takes a number; held until the end of the transaction. */
    String nextNumber(String letters, int year) {
        jdbc.sql("select id from plan_condition_lock where id = 1 for update")
                .query(Integer.class)
                .single();
        String beginning = letters + "-" + year + "-";
        int taken = jdbc.sql("select count(*) from plan_condition where number like :beginning")
                .param("beginning", beginning + "%")
                .query(Integer.class)
                .single();
        return beginning + String.format(Locale.ROOT, "%04d", taken + 1);
    }

    void issued(UUID id, String number, String by, LocalDate on, LocalDate until, Instant at) {
        jdbc.sql("""
                update plan_condition set state = 'ISSUED', number = :number, issued_by = :by, issued_on = :on_, valid_until = :until,
                  searched = :lower || searched, changed_at = :at where id = :id""")
                .param("id", id)
                .param("number", number)
                .param("by", by)
                .param("on_", on)
                .param("until", until)
                .param("lower", number.toLowerCase(Locale.ROOT) + "\n")
                .param("at", DbTime.of(at))
                .update();
    }

    void stand(UUID id, PlanCondition.State state, Instant at) {
        jdbc.sql("update plan_condition set state = :state, changed_at = :at where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("at", DbTime.of(at))
                .update();
    }

    void happened(UUID sheet, PlanCondition.Act act, String actor, Instant at, String words) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from plan_condition_act where sheet = :id")
                .param("id", sheet)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                insert into plan_condition_act (sheet, number, act, actor, at, words)
                values (:id, :number, :act, :actor, :at, :words)""")
                .param("id", sheet)
                .param("number", number)
                .param("act", act.name())
                .param("actor", actor)
                .param("at", DbTime.of(at))
                .param("words", words)
                .update();
    }

    Optional<PlanCondition> find(UUID id, boolean lock) {
        if (lock)
            jdbc.sql("select id from plan_condition where id = :id for update")
                    .param("id", id)
                    .query((row, n) -> n)
                    .list();
        return jdbc.sql(ROWS + " where c.id = :id")
                .param("id", id)
                .query((row, n) -> condition(row))
                .optional();
    }

    Optional<PlanCondition> findNumber(String number) {
        return jdbc.sql(ROWS + " where c.number = :number")
                .param("number", number)
                .query((row, n) -> condition(row))
                .optional();
    }

    /** @param text lower case; the last changed first */
    List<PlanCondition> list(String text, int most) {
        return jdbc.sql(ROWS + " where c.searched like :text escape '!' order by c.changed_at desc, c.id"
                        + " fetch first :rowCount rows only")
                .param("text", "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%")
                .param("rowCount", most)
                .query((row, n) -> condition(row))
                .list();
    }

    List<PlanCondition> listIssued() {
        return jdbc.sql(ROWS + " where c.state = 'ISSUED' order by c.number")
                .query((row, n) -> condition(row))
                .list();
    }

    boolean hasIssued() {
        return jdbc.sql("select count(*) from plan_condition where state = 'ISSUED'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Content content(UUID id) {
        return jdbc.sql("select content, ground, part from plan_condition where id = :id")
                .param("id", id)
                .query((row, n) ->
                        new Content(row.getString("content"), row.getString("ground"), row.getString("part")))
                .single();
    }

    /** Accounts that had a hand in the draft: nobody of them issues it. */
    List<String> drafters(UUID id) {
        return jdbc.sql("select drafted_by || ' ' || lent_by from plan_condition where id = :id")
                .param("id", id)
                .query((row, n) -> List.of(row.getString(1).strip().split(" ")))
                .single();
    }

    List<PlanCondition.Event> listEvents(UUID id) {
        return jdbc.sql("select * from plan_condition_act where sheet = :id order by number desc")
                .param("id", id)
                .query((row, n) -> new PlanCondition.Event(
                        row.getInt("number"),
                        PlanCondition.Act.valueOf(row.getString("act")),
                        row.getString("actor"),
                        DbTime.read(row, "at"),
                        row.getString("words")))
                .list();
    }

    /** The kept answer of a check as JSON; empty when the version was not compared with the sheet yet. */
    Optional<String> findCheck(UUID id, String snapshot) {
        return jdbc.sql("select changes from plan_condition_check where sheet = :id and snapshot = :snapshot")
                .param("id", id)
                .param("snapshot", snapshot)
                .query((row, n) -> row.getString("changes"))
                .optional();
    }

    void check(UUID id, String snapshot, String changes, Instant at) {
        jdbc.sql("""
                insert into plan_condition_check (sheet, snapshot, changes, at) values (:id, :snapshot, :changes, :at)""")
                .param("id", id)
                .param("snapshot", snapshot)
                .param("changes", changes)
                .param("at", DbTime.of(at))
                .update();
    }

    private static PlanCondition condition(ResultSet row) throws SQLException {
        return new PlanCondition(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("name"),
                row.getString("purpose"),
                row.getString("applicant"),
                row.getString("unit"),
                List.of(row.getString("plots").split("\n")),
                row.getString("division"),
                row.getInt("classification"),
                new Area(row.getLong("area")),
                row.getObject("as_of", LocalDate.class),
                DbTime.read(row, "known"),
                row.getString("snapshot"),
                row.getString("hash"),
                PlanCondition.State.valueOf(row.getString("state")),
                row.getString("drafted_by"),
                DbTime.read(row, "drafted_at"),
                row.getString("issued_by"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("replaces", UUID.class),
                row.getObject("replaced_by", UUID.class),
                row.getBoolean("invented"),
                DbTime.read(row, "changed_at"));
    }
}
