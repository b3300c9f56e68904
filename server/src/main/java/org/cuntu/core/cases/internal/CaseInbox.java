package org.cuntu.core.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.database.DivisionSql;
import org.cuntu.platform.database.PastRows;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.search.SearchIndex;
import org.cuntu.platform.search.SearchText;
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
    /** Counts beside the views end earlier: nobody reads on there. */
    static final int MOST_OF_VIEW = 1_000;

    private static final int DAYS = 90;
    private static final int REACHES_KEPT = 200;
    /** Beyond so many cases that words may mean they are looked for in the order of the list. */
    private static final int FEW = 1_000;

    /** Of rows c of case_file and t of case_task. */
    private static final String LIGHT = """
            case when c.suspended then 'GREY'
             when t.due_on < :today or (c.decided_at is null and (c.promised_due < :today or c.statutory_due < :today))
              or (c.deferred and c.deferred_due < :today) then 'RED'
             when t.open and t.step_limit > 0 and t.due_on is null
              or (c.opened_on is not null and c.decided_at is null and c.promised_due is null) then 'UNKNOWN'
             when t.warn_on <= :today or (c.decided_at is null and (c.promised_warn <= :today or c.statutory_warn <= :today))
              then 'YELLOW'
             else 'GREEN' end""";

    private final JdbcClient jdbc;
    private final CasePersons persons;
    private final CurrentUser current;
    private final Organisation organisation;
    private final CityClock clock;
    private final SearchIndex index;
    private final PastRows<DecidedAsked, Decided> decided = new PastRows<>(REACHES_KEPT);

    CaseInbox(
            JdbcClient jdbc,
            CasePersons persons,
            CurrentUser current,
            Organisation organisation,
            CityClock clock,
            SearchIndex index) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.current = current;
        this.organisation = organisation;
        this.clock = clock;
        this.index = index;
    }

    /** What is asked; what is null does not narrow. */
    record Asked(
            String view,
            @Nullable String light,
            @Nullable String step,
            @Nullable String matter,
            @Nullable String division,
            @Nullable String words,
            @Nullable String quick,
            boolean byArrival,
            int page,
            int size) {
        /** Whether it is all that waits for the caller. */
        boolean isPlainMine() {
            return view.equals("mine") && matter == null && division == null && words == null;
        }

        /** Whether what has ended can be in it: that has no step, and its light is out. */
        boolean hasEnded() {
            return !isNarrowed() && !view.equals("mine") && !view.equals("check");
        }

        boolean isNarrowed() {
            return light != null || step != null || quick != null;
        }
    }

    /** @param task null: no step of it is open */
    record Line(UUID caseId, @Nullable UUID task, String light) {}

    record Condition(String where, Map<String, @Nullable Object> params) {
        Condition and(Condition other) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>(params);
            all.putAll(other.params);
            return new Condition(where + " and " + other.where, all);
        }
    }

    /** A line for each open step; a case of which none is open has one as well. */
    private static final String UNDER_WAY =
            " from case_file c left join case_task t on t.case_id = c.id and t.open where c.ended_at is null and ";

    /** What is under way by what burns; after all of it what has ended, the last first. */
    List<Line> list(Asked asked) {
        Condition condition = condition(asked, true);
        long skipped = (long) asked.page() * asked.size();
        List<Line> lines = new ArrayList<>(listUnderWay(condition, asked, skipped));
        if (lines.size() == asked.size() || !asked.hasEnded()) return lines;
        long before = lines.isEmpty() && skipped > 0 ? countUnderWay(condition, MOST) : skipped + lines.size();
        Condition ended = ended(condition, asked);
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

    private List<Line> listUnderWay(Condition condition, Asked asked, long skipped) {
        String order = asked.byArrival()
                ? "arrived desc, c_id"
                : "case when light = 'RED' then 0 when light = 'YELLOW' then 1 when light = 'UNKNOWN' then 2 else 3 end,"
                        + " due, arrived, c_id";
        String inner = "select c.id as c_id, t.id as t_id, coalesce(t.due_on, c.promised_due, :never) as due,"
                + " coalesce(t.arrived_at, c.created_at) as arrived, " + LIGHT + " as light" + UNDER_WAY
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

    private JdbcClient.StatementSpec with(String sql, Condition condition) {
        JdbcClient.StatementSpec spec = jdbc.sql(sql).param("today", clock.today());
        for (var param : condition.params().entrySet()) spec = spec.param(param.getKey(), param.getValue());
        return spec;
    }

    /** The condition on what has ended; where the words are those of few cases these are named, so that no others are read. */
    private Condition ended(Condition condition, Asked asked) {
        if (asked.words() == null) return condition;
        List<UUID> few = index.find(SearchText.of(asked.words()), CaseNoun.NOUN, List.of(""), FEW).stream()
                .map(candidate -> UUID.fromString(candidate.id()))
                .toList();
        if (few.size() == FEW || SearchText.of(asked.words()).plain().isEmpty()) return condition;
        return few.isEmpty() ? new Condition("1 = 0", Map.of()) : condition.and(one("c.id in (:few)", "few", few));
    }

    /** How many lines there are, at most so many. */
    private int count(Asked asked, int most) {
        Condition condition = condition(asked, true);
        int underWay = countUnderWay(condition, most);
        return underWay < most && asked.hasEnded()
                ? underWay + countEnded(ended(condition, asked), most - underWay)
                : underWay;
    }

    private int countUnderWay(Condition condition, int most) {
        return counted("select 1 as one" + UNDER_WAY + condition.where(), condition, most);
    }

    private int countEnded(Condition condition, int most) {
        return counted(
                "select 1 as one from case_file c where c.ended_at is not null and " + condition.where(),
                condition,
                most);
    }

    private int counted(String sql, Condition condition, int most) {
        return with("select count(*) from (" + sql + " fetch first " + most + " rows only) x", condition)
                .query(Integer.class)
                .single();
    }

    /** How many are under way, and of these how many by light, step and quick sign; and of what falls due today. */
    record Figures(
            int total, int due, Map<String, Integer> lights, Map<String, Integer> steps, Map<String, Integer> quick) {}

    /** Of what is asked but for light, step and quick sign. */
    Figures figures(Asked asked) {
        return figures(condition(asked, false));
    }

    private Figures figures(Condition condition) {
        Map<String, Integer> lights = new TreeMap<>();
        Map<String, Integer> steps = new TreeMap<>();
        Map<String, Integer> quick = new TreeMap<>(Map.of("farmland", 0, "major", 0, "deferred", 0));
        int[] all = new int[2];
        String inner = "select " + LIGHT + " as light, t.kind as kind, c.farmland, c.major, c.deferred,"
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

    /** How many lines there are of what is asked. @param figures of it */
    int total(Asked asked, Figures figures) {
        if (asked.isNarrowed()) return count(asked, MOST);
        int underWay = StrictMath.min(MOST, figures.total());
        return underWay < MOST && asked.hasEnded()
                ? underWay + countEnded(ended(condition(asked, true), asked), MOST - underWay)
                : underWay;
    }

    /** How many steps wait for the caller, at most {@link #MOST}. */
    int waiting() {
        return countUnderWay(view("mine").and(seen()), MOST);
    }

    /** What waits for the caller. */
    Figures mine() {
        return figures(view("mine").and(seen()));
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
        for (String view : List.of("done", "followed", "created", "all"))
            counts.put(view, count(new Asked(view, null, null, null, null, null, null, false, 0, 0), MOST_OF_VIEW));
        return counts;
    }

    private Condition condition(Asked asked, boolean narrowed) {
        Condition all = view(asked.view()).and(seen());
        if (asked.matter() != null) all = all.and(one("c.matter = :matter", "matter", asked.matter()));
        if (asked.division() != null) all = all.and(new Condition(within(asked.division()), Map.of()));
        if (asked.words() != null)
            all = all.and(one(
                    "(lower(c.name) like :words or lower(c.number) like :words)",
                    "words",
                    "%" + asked.words().strip().toLowerCase(Locale.ROOT) + "%"));
        if (!narrowed) return all;
        if (asked.light() != null) all = all.and(one(LIGHT + " = :light", "light", asked.light()));
        if (asked.step() != null) all = all.and(one("t.kind = :kind", "kind", asked.step()));
        if (asked.quick() != null)
            all = all.and(
                    switch (asked.quick()) {
                        case "farmland" -> new Condition("c.farmland", Map.of());
                        case "major" -> new Condition("c.major", Map.of());
                        case "deferred" -> new Condition("c.deferred", Map.of());
                        default -> new Condition("1 = 1", Map.of());
                    });
        return all;
    }

    /** What somebody asked for may be no division at all. */
    private static String within(String asked) {
        String digits = Reach.significant(asked);
        return digits.matches("[0-9]{1,12}") ? DivisionSql.within("c.division", digits) : "1 = 0";
    }

    private static Condition one(String where, String name, Object value) {
        return new Condition(where, Map.of(name, value));
    }

    private Condition view(String view) {
        return switch (view) {
            case "mine" -> mine(List.of(MatterStep.Kind.values()));
            case "check" -> mine(List.of(MatterStep.Kind.CHECK, MatterStep.Kind.DECIDE));
            case "done" -> one("c.id in (select d.case_id from case_task d where d.done_by = :me)", "me", persons.id());
            case "followed" ->
                one("c.id in (select f.case_id from case_follow f where f.account = :me)", "me", persons.id());
            case "created" -> one("c.created_by = :me", "me", persons.id());
            default -> new Condition("c.state <> 'DRAFT'", Map.of());
        };
    }

    /** Open steps that the caller has, or that nobody has and the caller may take. */
    private Condition mine(List<MatterStep.Kind> kinds) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("me", persons.id());
        params.put("kinds", kinds.stream().map(Enum::name).toList());
        StringBuilder free = new StringBuilder("1 = 0");
        int number = 0;
        for (MatterStep.Kind kind : kinds) {
            for (Reach.Part part : current.reach(permission(kind)).parts()) {
                if (part.level() < CasePersons.LEVEL) continue;
                String n = String.valueOf(++number);
                free.append(
                        " or (t.kind = :kind" + n + " and " + DivisionSql.within("t.division", part.division()) + ")");
                params.put("kind" + n, kind.name());
            }
        }
        String unit = "t.unit is null";
        if (!persons.isOwner()) {
            List<String> units = units(kinds);
            if (!units.isEmpty()) {
                unit = "(t.unit is null or t.unit in (:units))";
                params.put("units", units);
            }
        } else unit = "1 = 1";
        return new Condition(
                "t.kind in (:kinds) and (t.holder = :me or (t.holder is null and (" + free + ") and " + unit + "))",
                params);
    }

    private static String permission(MatterStep.Kind kind) {
        return "cases:step:" + kind.name().toLowerCase(Locale.ROOT);
    }

    /** Every unit whose steps are the caller's. */
    private List<String> units(List<MatterStep.Kind> kinds) {
        Set<String> own =
                persons.units(kinds.stream().map(CaseInbox::permission).toList());
        List<String> all = new ArrayList<>();
        LocalDate today = clock.today();
        for (Organisation.Unit unit : organisation.listUnits(today))
            if (!unit.kind().equals("village") && persons.isOf(unit.id(), own)) all.add(unit.id());
        return all;
    }

    /** Rows c that the caller sees. */
    Condition seen() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("self", persons.id());
        StringBuilder where = new StringBuilder("(c.applicant_account = :self or c.created_by = :self");
        for (Reach.Part part : current.reach(CasePersons.READ).parts()) {
            if (part.level() < CasePersons.LEVEL) continue;
            where.append(" or (c.state <> 'DRAFT' and ")
                    .append(DivisionSql.within("c.division", part.division()))
                    .append(')');
        }
        return new Condition(where.append(")").toString(), params);
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

    private record DecidedAsked(Condition seen, Instant from, Instant to) {}

    Map<String, @Nullable Object> today(Figures mine) {
        Instant today = clock.endOf(clock.today().minusDays(1));
        DecidedAsked past = new DecidedAsked(seen(), clock.endOf(clock.today().minusDays(DAYS + 1)), today);
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
