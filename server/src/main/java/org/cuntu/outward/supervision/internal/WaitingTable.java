package org.cuntu.outward.supervision.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.outward.supervision.ProcessFigures.By;
import org.cuntu.outward.supervision.ProcessFigures.Waiting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits, read from the rows of cases: each once, under the worst of its lights, which are those of the officers' lists. */
@Component
class WaitingTable {
    /** A case under way, with what its open steps say of their days. */
    private static final String CASES = """
            select %s as k, %s as kind, c.suspended as suspended, c.promised_due as d1, c.statutory_due as d2, s.due_on as d3,
                c.promised_warn as w1, c.statutory_warn as w2, s.warn_on as w3, c.opened_on as opened,
                case when c.deferred = true then c.deferred_due end as d4,
                case when c.decided_at is null then 1 else 0 end as undecided,
                case when c.unknown_year > 0 then 1 else 0 end as no_calendar
            from case_file c left join (select case_id, min(due_on) as due_on, min(warn_on) as warn_on
                from case_task where open = true group by case_id) s on s.case_id = c.id
            where c.state in ('SUBMITTED', 'CORRECTING', 'IN_REVIEW', 'APPROVED') and %s""";
    /** A step that is open. */
    private static final String TASKS = """
            select %s as k, %s as kind, c.suspended as suspended, c.promised_due as d1, c.statutory_due as d2, t.due_on as d3,
                c.promised_warn as w1, c.statutory_warn as w2, t.warn_on as w3, t.opened_on as opened,
                case when c.deferred = true then c.deferred_due end as d4,
                case when c.decided_at is null then 1 else 0 end as undecided,
                case when t.unknown_year > 0 then 1 else 0 end as no_calendar
            from case_task t join case_file c on c.id = t.case_id
            where t.open = true and %s""";

    private static final String COUNTED = """
            select k, kind, count(*) as n, min(opened) as oldest,
                sum(case when light = 'RED' then 1 else 0 end) as red, sum(case when light = 'YELLOW' then 1 else 0 end) as yellow,
                sum(case when light = 'GREY' then 1 else 0 end) as grey, sum(case when light = 'UNKNOWN' then 1 else 0 end) as uncounted
            from (select k, kind, opened, case when suspended = true then 'GREY'
                when d3 < :today or d4 < :today or undecided = 1 and (d1 < :today or d2 < :today) then 'RED'
                when no_calendar = 1 then 'UNKNOWN'
                when w3 <= :today or undecided = 1 and (w1 <= :today or w2 <= :today) then 'YELLOW'
                else 'GREEN' end as light from (%s) item) lit
            group by k, kind""";

    private final JdbcClient jdbc;

    WaitingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param by under its unit, person, matter or county @param steps by kind; a case waits at as many as are open */
    record All(Waiting whole, Map<String, Waiting> by, Map<String, Waiting> steps) {}

    /** Two questions, whatever is asked: of the cases and of their open steps. */
    All read(By by, ReachSql reach, LocalDate today) {
        String none = "''";
        boolean ofTasks = by == By.SECTION || by == By.PERSON;
        String task = by == By.SECTION ? "coalesce(t.unit, '')" : by == By.PERSON ? "coalesce(t.holder, '')" : none;
        String file = by == By.MATTER ? "c.matter" : by == By.COUNTY ? "substring(c.division, 1, 6)" : none;
        Map<String, Waiting> keys = new TreeMap<>();
        Map<String, Waiting> steps = new TreeMap<>();
        Map<String, Waiting> whole = new TreeMap<>();
        count(TASKS.formatted(task, "t.kind", reach.condition()), reach, today, (key, kind, waiting) -> {
            steps.merge(kind, waiting, WaitingTable::sum);
            if (ofTasks) keys.merge(key, waiting, WaitingTable::sum);
        });
        count(CASES.formatted(file, none, reach.condition()), reach, today, (key, kind, waiting) -> {
            whole.merge("", waiting, WaitingTable::sum);
            if (!ofTasks) keys.merge(key, waiting, WaitingTable::sum);
        });
        return new All(whole.getOrDefault("", Waiting.NONE), keys, steps);
    }

    private interface Counted {
        void add(String key, String kind, Waiting waiting);
    }

    private void count(String items, ReachSql reach, LocalDate today, Counted to) {
        jdbc.sql(COUNTED.formatted(items))
                .param("today", today)
                .params(reach.values())
                .query(row -> {
                    to.add(row.getString("k"), row.getString("kind"), waiting(row));
                });
    }

    private static Waiting sum(Waiting one, Waiting other) {
        LocalDate oldest = one.oldest();
        LocalDate others = other.oldest();
        boolean later = oldest == null || others != null && others.isBefore(oldest);
        return new Waiting(
                one.open() + other.open(),
                one.yellow() + other.yellow(),
                one.red() + other.red(),
                one.suspended() + other.suspended(),
                one.unknown() + other.unknown(),
                later ? others : oldest);
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getInt("n"),
                row.getInt("yellow"),
                row.getInt("red"),
                row.getInt("grey"),
                row.getInt("uncounted"),
                row.getObject("oldest", LocalDate.class));
    }
}
