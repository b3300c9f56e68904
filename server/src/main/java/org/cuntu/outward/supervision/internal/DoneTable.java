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
import java.util.UUID;
import org.cuntu.platform.calendar.WorkingDays;
import org.cuntu.platform.database.DbTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done between two instants: cases decided, steps done, cases accepted. */
@Component
class DoneTable {
    private static final String CASES = """
            select c.id as id, c.matter as matter, c.division as division, c.opened_on as opened, c.decided_at as at,
                c.promised_limit as own_limit, c.statutory_limit as statutory, '' as kind, '' as unit, '' as person
            from case_file c where c.decided_at > :from and c.decided_at <= :to and c.opened_on is not null and %s""";
    private static final String TASKS = """
            select c.id as id, c.matter as matter, c.division as division, t.opened_on as opened, t.done_at as at,
                t.step_limit as own_limit, 0 as statutory, t.kind as kind, coalesce(t.unit, '') as unit,
                coalesce(t.done_by, '') as person
            from case_task t join case_file c on c.id = t.case_id
            where t.done_at > :from and t.done_at <= :to and t.conclusion is not null and t.kind <> 'CORRECT' and %s""";

    private final JdbcClient jdbc;
    private final WorkingDays days;

    DoneTable(JdbcClient jdbc, WorkingDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /**
     * A case decided or a step done.
     *
     * @param limit promised, or the step's
     * @param statutory 0 of a step
     */
    record Item(
            UUID caseId,
            String matter,
            String division,
            LocalDate opened,
            LocalDate done,
            int limit,
            int statutory,
            String kind,
            String unit,
            String person) {}

    /** @param to the day on which a suspension ended; null: it lasts */
    record Span(LocalDate from, @Nullable LocalDate to) {}

    List<Item> cases(ReachSql reach, Instant from, Instant to) {
        return list(CASES.formatted(reach.condition()), reach, from, to);
    }

    List<Item> tasks(ReachSql reach, Instant from, Instant to) {
        return list(TASKS.formatted(reach.condition()), reach, from, to);
    }

    private List<Item> list(String sql, ReachSql reach, Instant from, Instant to) {
        return jdbc.sql(sql)
                .param("from", DbTime.of(from))
                .param("to", DbTime.of(to))
                .params(reach.values())
                .query((row, n) -> item(row))
                .list();
    }

    /** The days on which cases were accepted. */
    List<LocalDate> accepted(ReachSql reach, Instant from, Instant to) {
        return jdbc.sql(
                        "select c.accepted_at from case_file c where c.accepted_at > :from and c.accepted_at <= :to and "
                                + reach.condition())
                .param("from", DbTime.of(from))
                .param("to", DbTime.of(to))
                .params(reach.values())
                .query((row, n) -> days.day(DbTime.read(row, "accepted_at")))
                .list();
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
                days.day(DbTime.read(row, "at")),
                row.getInt("own_limit"),
                row.getInt("statutory"),
                row.getString("kind"),
                row.getString("unit"),
                row.getString("person"));
    }
}
