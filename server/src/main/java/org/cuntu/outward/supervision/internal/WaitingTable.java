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
            select %s as k, c.suspended as suspended, c.promised_due as d1, c.statutory_due as d2, s.due_on as d3,
                c.promised_warn as w1, c.statutory_warn as w2, s.warn_on as w3, c.opened_on as opened,
                case when c.deferred = true then c.deferred_due end as d4,
                case when c.decided_at is null then 1 else 0 end as undecided,
                case when c.unknown_year > 0 then 1 else 0 end as no_calendar
            from case_file c left join (select case_id, min(due_on) as due_on, min(warn_on) as warn_on
                from case_task where open = true group by case_id) s on s.case_id = c.id
            where c.state in ('SUBMITTED', 'CORRECTING', 'IN_REVIEW', 'APPROVED') and %s""";
    /** A step that is open. */
    private static final String TASKS = """
            select %s as k, c.suspended as suspended, c.promised_due as d1, c.statutory_due as d2, t.due_on as d3,
                c.promised_warn as w1, c.statutory_warn as w2, t.warn_on as w3, t.opened_on as opened,
                case when c.deferred = true then c.deferred_due end as d4,
                case when c.decided_at is null then 1 else 0 end as undecided,
                case when t.unknown_year > 0 then 1 else 0 end as no_calendar
            from case_task t join case_file c on c.id = t.case_id
            where t.open = true and %s""";

    private static final String COUNTED = """
            select k, count(*) as n, min(opened) as oldest,
                sum(case when light = 'RED' then 1 else 0 end) as red, sum(case when light = 'YELLOW' then 1 else 0 end) as yellow,
                sum(case when light = 'GREY' then 1 else 0 end) as grey, sum(case when light = 'UNKNOWN' then 1 else 0 end) as uncounted
            from (select k, opened, case when suspended = true then 'GREY'
                when d3 < :today or d4 < :today or undecided = 1 and (d1 < :today or d2 < :today) then 'RED'
                when no_calendar = 1 then 'UNKNOWN'
                when w3 <= :today or undecided = 1 and (w1 <= :today or w2 <= :today) then 'YELLOW'
                else 'GREEN' end as light from (%s) item) lit
            group by k""";

    private final JdbcClient jdbc;

    WaitingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Waiting> by(By by, ReachSql reach, LocalDate today) {
        return switch (by) {
            case SECTION -> count(TASKS.formatted("coalesce(t.unit, '')", reach.condition()), reach, today);
            case PERSON -> count(TASKS.formatted("coalesce(t.holder, '')", reach.condition()), reach, today);
            case MATTER -> count(CASES.formatted("c.matter", reach.condition()), reach, today);
            case COUNTY -> count(CASES.formatted("substring(c.division, 1, 6)", reach.condition()), reach, today);
        };
    }

    Map<String, Waiting> bySteps(ReachSql reach, LocalDate today) {
        return count(TASKS.formatted("t.kind", reach.condition()), reach, today);
    }

    Waiting whole(ReachSql reach, LocalDate today) {
        return count(CASES.formatted("''", reach.condition()), reach, today).getOrDefault("", Waiting.NONE);
    }

    private Map<String, Waiting> count(String items, ReachSql reach, LocalDate today) {
        Map<String, Waiting> found = new TreeMap<>();
        jdbc.sql(COUNTED.formatted(items))
                .param("today", today)
                .params(reach.values())
                .query((row, n) -> found.put(row.getString("k"), waiting(row)))
                .list();
        return found;
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
