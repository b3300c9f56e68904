package org.cuntu.core.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.database.PastRows;
import org.cuntu.platform.home.CityClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lists of an officer: by due dates that are stored and today, so that no calendar and no process is asked. Counts end at ten
 * thousand.
 */
@Component
class CaseInbox {
    static final int MOST = 10_000;
    /** Counts beside the views end earlier, and so do those of what was searched for: nobody reads on there. */
    static final int MOST_OF_VIEW = 1_000;

    private static final int MOST_OF_WORDS = 1_000;

    private static final int DAYS = 90;
    private static final int PEOPLE_KEPT = 1_000;

    /** A line for each open step; a case of which none is open has one as well. */
    private static final String UNDER_WAY =
            " from case_file c left join case_task t on t.case_id = c.id and t.open where c.ended_at is null and ";

    private final JdbcClient jdbc;
    private final CaseConditions conditions;
    private final CasePersons persons;
    private final CityClock clock;
    private final PastRows<DecidedAsked, Decided> decided = new PastRows<>(PEOPLE_KEPT);

    CaseInbox(JdbcClient jdbc, CaseConditions conditions, CasePersons persons, CityClock clock) {
        this.jdbc = jdbc;
        this.conditions = conditions;
        this.persons = persons;
        this.clock = clock;
    }

    /** @param task null: no step of it is open */
    record Line(UUID caseId, @Nullable UUID task, String light) {}

    /**
     * A page of a list.
     *
     * @param mine what waits for the caller
     * @param figures of what is asked but for light, step and quick sign
     * @param total how many lines there are
     * @param more whether counting ended before they did
     */
    record Page(List<Line> lines, Figures mine, Figures figures, int total, boolean more) {}

    Page page(CaseAsked asked) {
        CaseConditions.Condition underWay = conditions.of(asked, true);
        CaseConditions.Condition ended = asked.hasEnded() ? conditions.ended(underWay, asked) : underWay;
        List<Line> lines = list(asked, underWay, ended);
        Figures mine = mine();
        Figures figures = asked.isPlainMine() ? mine : figures(conditions.of(asked, false));
        int most = asked.words() == null ? MOST : MOST_OF_WORDS;
        int total = StrictMath.min(
                most,
                asked.narrowed(figures)
                        .orElseGet(() -> asked.isNarrowed() ? countUnderWay(underWay, most) : figures.total()));
        if (total < most && asked.hasEnded()) total += countEnded(ended, most - total);
        return new Page(lines, mine, figures, total, total == most);
    }

    /** What is under way by what burns; after all of it what has ended, the last first. */
    private List<Line> list(CaseAsked asked, CaseConditions.Condition underWay, CaseConditions.Condition ended) {
        long skipped = (long) asked.page() * asked.size();
        List<Line> lines = new ArrayList<>(listUnderWay(underWay, asked, skipped));
        if (lines.size() == asked.size() || !asked.hasEnded()) return lines;
        long before = lines.isEmpty() && skipped > 0 ? countUnderWay(underWay, MOST) : skipped + lines.size();
        with(
                        "select c.id as c_id from case_file c where c.ended_at is not null and " + ended.where()
                                + " order by c.ended_at desc, c.id offset :skipped rows fetch first :rowCount rows only",
                        ended)
                .param("skipped", StrictMath.max(0, skipped - before))
                .param("rowCount", asked.size() - lines.size())
                .query(row -> {
                    lines.add(new Line(row.getObject("c_id", UUID.class), null, "GREEN"));
                });
        return lines;
    }

    private List<Line> listUnderWay(CaseConditions.Condition condition, CaseAsked asked, long skipped) {
        String order = asked.byArrival()
                ? "arrived desc, c_id"
                : "case when light = 'RED' then 0 when light = 'YELLOW' then 1 when light = 'UNKNOWN' then 2 else 3 end,"
                        + " due, arrived, c_id";
        String inner = "select c.id as c_id, t.id as t_id, coalesce(t.due_on, c.promised_due, :never) as due,"
                + " coalesce(t.arrived_at, c.created_at) as arrived, " + CaseConditions.LIGHT + " as light" + UNDER_WAY
                + condition.where();
        String sql = "select * from (" + inner + ") x order by " + order
                + " offset :skipped rows fetch first :rowCount rows only";
        return with(sql, condition)
                .param("never", LocalDate.of(9999, 12, 31))
                .param("skipped", skipped)
                .param("rowCount", asked.size())
                .query((row, n) -> new Line(
                        row.getObject("c_id", UUID.class), row.getObject("t_id", UUID.class), row.getString("light")))
                .list();
    }

    private JdbcClient.StatementSpec with(String sql, CaseConditions.Condition condition) {
        JdbcClient.StatementSpec spec = jdbc.sql(sql).param("today", clock.today());
        for (var param : condition.params().entrySet()) spec = spec.param(param.getKey(), param.getValue());
        return spec;
    }

    private int countUnderWay(CaseConditions.Condition condition, int most) {
        return counted("select 1 as one" + UNDER_WAY + condition.where(), condition, most);
    }

    private int countEnded(CaseConditions.Condition condition, int most) {
        return counted(
                "select 1 as one from case_file c where c.ended_at is not null and " + condition.where(),
                condition,
                most);
    }

    private int counted(String sql, CaseConditions.Condition condition, int most) {
        return with("select count(*) from (" + sql + " fetch first " + most + " rows only) x", condition)
                .query(Integer.class)
                .single();
    }

    /** How many are under way, and of these how many by light, step and quick sign; and of what falls due today. */
    record Figures(
            int total, int due, Map<String, Integer> lights, Map<String, Integer> steps, Map<String, Integer> quick) {}

    private Figures figures(CaseConditions.Condition condition) {
        Map<String, Integer> lights = new TreeMap<>();
        Map<String, Integer> steps = new TreeMap<>();
        Map<String, Integer> quick = new TreeMap<>(Map.of("farmland", 0, "major", 0, "deferred", 0));
        int[] all = new int[2];
        String inner = "select " + CaseConditions.LIGHT + " as light, t.kind as kind, c.farmland, c.major, c.deferred,"
                + " case when t.due_on = :today then 1 else 0 end as due" + UNDER_WAY + condition.where();
        with(
                        "select light, kind, farmland, major, deferred, due, count(*) as n from (" + inner
                                + ") x group by light, kind, farmland, major, deferred, due",
                        condition)
                .query(row -> {
                    int n = row.getInt("n");
                    all[0] += n;
                    all[1] += n * row.getInt("due");
                    lights.merge(row.getString("light"), n, Integer::sum);
                    if (row.getString("kind") != null) steps.merge(row.getString("kind"), n, Integer::sum);
                    for (String sign : List.of("farmland", "major", "deferred"))
                        if (row.getBoolean(sign)) quick.merge(sign, n, Integer::sum);
                });
        return new Figures(all[0], all[1], lights, steps, quick);
    }

    /** How many steps wait for the caller, at most {@link #MOST}. */
    int waiting() {
        return countUnderWay(conditions.view("mine").and(conditions.seen()), MOST);
    }

    /** What waits for the caller. */
    private Figures mine() {
        return figures(conditions.view("mine").and(conditions.seen()));
    }

    /**
     * How many are in each view; those of what waits to their end, of the others at most {@link #MOST_OF_VIEW}.
     *
     * @param mine what waits for the caller
     */
    Map<String, Integer> views(Figures mine) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("mine", StrictMath.min(MOST, mine.total()));
        counts.put("check", mine.steps().getOrDefault("CHECK", 0) + mine.steps().getOrDefault("DECIDE", 0));
        for (String view : List.of("done", "followed", "created", "all")) counts.put(view, countOfView(view));
        return counts;
    }

    /** A case has a line at least: where there are many cases nobody need look at their steps. */
    private int countOfView(String view) {
        if (view.equals("done") && countDoneBy() >= MOST_OF_VIEW) return MOST_OF_VIEW;
        CaseConditions.Condition cases = conditions.view(view).and(conditions.seen());
        if (counted("select 1 as one from case_file c where " + cases.where(), cases, MOST_OF_VIEW) >= MOST_OF_VIEW)
            return MOST_OF_VIEW;
        int underWay = countUnderWay(cases, MOST_OF_VIEW);
        return underWay < MOST_OF_VIEW ? underWay + countEnded(cases, MOST_OF_VIEW - underWay) : underWay;
    }

    /** Of how many cases the caller did a step, seen or not. */
    private int countDoneBy() {
        CaseConditions.Condition me = CaseConditions.one("d.done_by = :me", "me", persons.id());
        return counted("select distinct d.case_id from case_task d where " + me.where(), me, MOST_OF_VIEW);
    }

    /** Of the decisions of the last ninety days that the caller sees: sums, which add up from day to day. */
    private record Decided(int cases, int early, long used, long promised) {
        Decided plus(Decided other) {
            return new Decided(cases + other.cases, early + other.early, used + other.used, promised + other.promised);
        }

        private @Nullable Double average(long sum) {
            return cases == 0 ? null : StrictMath.rint(10.0 * sum / cases) / 10;
        }
    }

    private record DecidedAsked(CaseConditions.Condition seen, Instant from, Instant to) {}

    Map<String, @Nullable Object> today(Figures mine) {
        Instant today = clock.endOf(clock.today().minusDays(1));
        DecidedAsked past =
                new DecidedAsked(conditions.seen(), clock.endOf(clock.today().minusDays(DAYS + 1)), today);
        PastRows.Mark mark = PastRows.mark(jdbc, "case_file", "decided_at", past.from, past.to);
        Decided sums = decided.get(past, mark, () -> readDecided(past))
                .plus(readDecided(new DecidedAsked(past.seen, today, clock.now())));
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("due", mine.due());
        figures.put("earlyRate", sums.cases == 0 ? null : StrictMath.rint(1000.0 * sums.early / sums.cases) / 1000);
        figures.put("averageDays", sums.average(sums.used));
        figures.put("promisedDays", sums.average(sums.promised));
        return figures;
    }

    private Decided readDecided(DecidedAsked asked) {
        return with(
                        "select count(*) as n, sum(case when c.decided_early then 1 else 0 end) as early,"
                                + " sum(c.decided_used) as used, sum(c.promised_limit) as promised from case_file c"
                                + " where c.decided_at > :from and c.decided_at <= :to and c.decided_used is not null and "
                                + asked.seen.where(),
                        asked.seen)
                .param("from", DbTime.of(asked.from))
                .param("to", DbTime.of(asked.to))
                .query((row, n) ->
                        new Decided(row.getInt("n"), row.getInt("early"), row.getLong("used"), row.getLong("promised")))
                .single();
    }
}
