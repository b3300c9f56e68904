package org.cuntu.outward.supervision.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.cuntu.outward.supervision.ProcessFigures.By;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.database.PastRows;
import org.cuntu.platform.home.CityClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was done between two instants: cases decided, steps done, cases accepted. The days before today are read once, and again when
 * there are more or fewer of them; today is read each time.
 */
@Component
class DoneTable {
    /** Alike ones are one row with how many they are; those that a suspension touched keep the case's id. */
    private static final String CASES = """
            select s.case_id as id, %s as matter, %s as division, c.opened_on as opened,
                cast(c.decided_at at time zone :zone as date) as done, c.promised_limit as own_limit,
                c.statutory_limit as statutory, '' as kind, '' as unit, '' as person
            from case_file c left join (select distinct case_id from case_suspension where promised = true) s on s.case_id = c.id
            where c.decided_at > :from and c.decided_at <= :to and c.opened_on is not null and %s""";

    private static final String TASKS = """
            select s.case_id as id, '' as matter, '' as division, t.opened_on as opened,
                cast(t.done_at at time zone :zone as date) as done, t.step_limit as own_limit, 0 as statutory, t.kind as kind,
                %s as unit, %s as person
            from case_task t left join (select distinct case_id from case_suspension where promised = true) s on s.case_id = t.case_id
            where t.done_at > :from and t.done_at <= :to and t.conclusion is not null and t.kind <> 'CORRECT' and %s""";
    private static final String ALIKE = """
            select id, matter, division, opened, done, own_limit, statutory, kind, unit, person, count(*) as alike from (%s) item
            group by id, matter, division, opened, done, own_limit, statutory, kind, unit, person""";

    private static final String FILE = "case_file";
    private static final int KEPT = 100;

    private record Asked(String sql, Map<String, Object> values, Instant from, Instant to) {}

    private final JdbcClient jdbc;
    private final CityClock clock;
    private final PastRows<Asked, List<Item>> items = new PastRows<>(KEPT);
    private final PastRows<Asked, Map<LocalDate, Integer>> days = new PastRows<>(KEPT);

    DoneTable(JdbcClient jdbc, CityClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Cases decided or steps done that are alike in everything that is counted.
     *
     * @param caseId of one that a suspension touched, which stands alone; null: its days follow from opened and done
     * @param matter empty unless it is asked by matter; so are division, unit and person
     * @param limit promised, or the step's
     * @param statutory 0 of a step
     */
    record Item(
            @Nullable UUID caseId,
            String matter,
            String division,
            LocalDate opened,
            LocalDate done,
            int limit,
            int statutory,
            String kind,
            String unit,
            String person,
            int alike) {}

    /** @param to the day on which a suspension ended; null: it lasts */
    record Span(LocalDate from, @Nullable LocalDate to) {}

    List<Item> cases(By by, ReachSql reach, Instant from, Instant to) {
        String matter = by == By.MATTER ? "c.matter" : "''";
        String division = by == By.COUNTY ? "substring(c.division, 1, 6)" : "''";
        return list(FILE, "decided_at", CASES.formatted(matter, division, reach.condition()), reach, from, to);
    }

    /** @param reach on {@code t.division}: a step lies where its case does */
    List<Item> tasks(By by, ReachSql reach, Instant from, Instant to) {
        String unit = by == By.SECTION ? "coalesce(t.unit, '')" : "''";
        String person = by == By.PERSON ? "coalesce(t.done_by, '')" : "''";
        return list("case_task", "done_at", TASKS.formatted(unit, person, reach.condition()), reach, from, to);
    }

    private List<Item> list(String table, String time, String sql, ReachSql reach, Instant from, Instant to) {
        Instant cut = cut(from, to);
        Asked past = new Asked(sql, reach.values(), from, cut);
        List<Item> all = new ArrayList<>(items.get(past, mark(table, time, past), () -> read(past)));
        all.addAll(read(new Asked(sql, reach.values(), cut, to)));
        return all;
    }

    /** Where today begins, or whichever of both ends is nearer to it. */
    private Instant cut(Instant from, Instant to) {
        Instant today = clock.endOf(clock.today().minusDays(1));
        return today.isBefore(from) ? from : today.isAfter(to) ? to : today;
    }

    private PastRows.Mark mark(String table, String time, Asked asked) {
        return PastRows.mark(jdbc, table, time, asked.from, asked.to);
    }

    private List<Item> read(Asked asked) {
        if (!asked.from.isBefore(asked.to)) return List.of();
        return asked(ALIKE.formatted(asked.sql), asked)
                .query((row, n) -> item(row))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Asked asked) {
        return jdbc.sql(sql)
                .param("zone", clock.zone().getId())
                .param("from", DbTime.of(asked.from))
                .param("to", DbTime.of(asked.to))
                .params(asked.values);
    }

    /** How many cases were accepted on which day. */
    Map<LocalDate, Integer> accepted(ReachSql reach, Instant from, Instant to) {
        String sql = """
                select on_day, count(*) as n from (select cast(c.accepted_at at time zone :zone as date) as on_day
                from case_file c where c.accepted_at > :from and c.accepted_at <= :to and %s) one
                group by on_day""".formatted(reach.condition());
        Instant cut = cut(from, to);
        Asked past = new Asked(sql, reach.values(), from, cut);
        Map<LocalDate, Integer> found =
                new TreeMap<>(days.get(past, mark(FILE, "accepted_at", past), () -> readDays(past)));
        found.putAll(readDays(new Asked(sql, reach.values(), cut, to)));
        return found;
    }

    private Map<LocalDate, Integer> readDays(Asked asked) {
        Map<LocalDate, Integer> found = new TreeMap<>();
        if (asked.from.isBefore(asked.to))
            asked(asked.sql, asked)
                    .query((row, n) -> found.put(row.getObject("on_day", LocalDate.class), row.getInt("n")))
                    .list();
        return found;
    }

    /** Suspensions that stop the promised clock and began by a day, by case. */
    Map<UUID, List<Span>> suspensions(LocalDate before) {
        Map<UUID, List<Span>> found = new HashMap<>();
        jdbc.sql("select case_id, from_on, to_on from case_suspension where promised = true and from_on <= :before")
                .param("before", before)
                .query((row, n) -> found.computeIfAbsent(row.getObject("case_id", UUID.class), id -> new ArrayList<>())
                        .add(new Span(
                                Objects.requireNonNull(row.getObject("from_on", LocalDate.class)),
                                row.getObject("to_on", LocalDate.class))))
                .list();
        return found;
    }

    private Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("matter"),
                row.getString("division"),
                row.getObject("opened", LocalDate.class),
                row.getObject("done", LocalDate.class),
                row.getInt("own_limit"),
                row.getInt("statutory"),
                row.getString("kind"),
                row.getString("unit"),
                row.getString("person"),
                row.getInt("alike"));
    }
}
