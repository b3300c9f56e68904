package org.cuntu.outward.supervision.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.outward.supervision.ProcessFigures.By;
import org.cuntu.outward.supervision.ProcessFigures.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits, read from the rows of cases: each once, under the worst of its lights, which are those of the officers' lists. */
@Component
class WaitingTable {
    /** Cases under way, each with its open steps: a row for each of them, one where none is open; {@code nth} is 1 once a case. */
    private static final String ROWS = """
            select %s as of_case, %s as of_task, t.kind as kind, c.suspended as suspended, c.promised_due as d1,
                c.statutory_due as d2, min(t.due_on) over w as case_due, t.due_on as task_due, c.promised_warn as w1,
                c.statutory_warn as w2, min(t.warn_on) over w as case_warn, t.warn_on as task_warn, c.opened_on as case_opened,
                t.opened_on as task_opened, case when c.deferred = true then c.deferred_due end as d4,
                case when c.decided_at is null then 1 else 0 end as undecided,
                case when c.unknown_year > 0 then 1 else 0 end as case_unknown,
                case when t.unknown_year > 0 then 1 else 0 end as task_unknown,
                case when row_number() over w = 1 then 1 else 0 end as nth
            from case_file c left join case_task t on t.case_id = c.id and t.open = true
            where c.state in ('SUBMITTED', 'CORRECTING', 'IN_REVIEW', 'APPROVED') and %s
            window w as (partition by c.id)""";

    /** Of a row of the above; %1$s is case or task. */
    private static final String LIGHT = """
            case when suspended = true then 'GREY'
                when %1$s_due < :today or d4 < :today or undecided = 1 and (d1 < :today or d2 < :today) then 'RED'
                when %1$s_unknown = 1 then 'UNKNOWN'
                when %1$s_warn <= :today or undecided = 1 and (w1 <= :today or w2 <= :today) then 'YELLOW'
                else 'GREEN' end as %1$s_light""";

    private static final String COUNTED = """
            select of_case, of_task, kind, nth, case_light, task_light, count(*) as n, min(case_opened) as case_oldest,
                min(task_opened) as task_oldest
            from (select of_case, of_task, kind, nth, case_opened, task_opened, %s, %s from (%s) item) lit
            group by of_case, of_task, kind, nth, case_light, task_light""";

    private final JdbcClient jdbc;

    WaitingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param by under its unit, person, matter or county
     * @param steps by kind; a case waits at as many as are open
     */
    record All(Waiting whole, Map<String, Waiting> by, Map<String, Waiting> steps) {}

    /** One question, whatever is asked for. */
    All read(By by, ReachSql reach, LocalDate today) {
        String none = "''";
        boolean ofTasks = by == By.SECTION || by == By.PERSON;
        String task = by == By.SECTION ? "coalesce(t.unit, '')" : by == By.PERSON ? "coalesce(t.holder, '')" : none;
        String file = by == By.MATTER ? "c.matter" : by == By.COUNTY ? "substring(c.division, 1, 6)" : none;
        String rows = ROWS.formatted(file, task, reach.condition());
        Map<String, Waiting> keys = new TreeMap<>();
        Map<String, Waiting> steps = new TreeMap<>();
        Map<String, Waiting> whole = new TreeMap<>();
        jdbc.sql(COUNTED.formatted(LIGHT.formatted("case"), LIGHT.formatted("task"), rows))
                .param("today", today)
                .params(reach.values())
                .query(row -> {
                    String kind = row.getString("kind");
                    if (kind != null) {
                        Waiting step = waiting(row, "task");
                        steps.merge(kind, step, WaitingTable::sum);
                        if (ofTasks) keys.merge(row.getString("of_task"), step, WaitingTable::sum);
                    }
                    if (row.getInt("nth") != 1) return;
                    Waiting one = waiting(row, "case");
                    whole.merge("", one, WaitingTable::sum);
                    if (!ofTasks) keys.merge(row.getString("of_case"), one, WaitingTable::sum);
                });
        return new All(whole.getOrDefault("", Waiting.NONE), keys, steps);
    }

    /** @param of case or task */
    private static Waiting waiting(ResultSet row, String of) throws SQLException {
        int n = row.getInt("n");
        String light = row.getString(of + "_light");
        return new Waiting(
                n,
                light.equals("YELLOW") ? n : 0,
                light.equals("RED") ? n : 0,
                light.equals("GREY") ? n : 0,
                light.equals("UNKNOWN") ? n : 0,
                row.getObject(of + "_oldest", LocalDate.class));
    }

    private static Waiting sum(Waiting one, Waiting other) {
        return new Waiting(
                one.open() + other.open(),
                one.yellow() + other.yellow(),
                one.red() + other.red(),
                one.suspended() + other.suspended(),
                one.unknown() + other.unknown(),
                earlier(one.oldest(), other.oldest()));
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) return one == null ? other : one;
        return one.isBefore(other) ? one : other;
    }
}
