package org.cuntu.outward.supervision.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.outward.supervision.ProcessFigures;
import org.cuntu.outward.supervision.ProcessFigures.By;
import org.cuntu.outward.supervision.ProcessFigures.Done;
import org.cuntu.outward.supervision.ProcessFigures.Figures;
import org.cuntu.outward.supervision.ProcessFigures.Waiting;
import org.cuntu.outward.supervision.ProcessSupervision;
import org.cuntu.platform.calendar.WorkingDays;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.CurrentUser;
import org.springframework.stereotype.Component;

/** The figures from the database, as far as the caller reaches. */
@Component
class StoredSupervision implements ProcessSupervision {
    static final String READ = "supervision:process:read";
    private static final int MOST_DAYS = 3 * 366;
    private static final int WEEKLY_DAYS = 184;

    private final WaitingTable waiting;
    private final DoneTable done;
    private final WorkingDays days;
    private final CityClock clock;
    private final CurrentUser current;

    StoredSupervision(WaitingTable waiting, DoneTable done, WorkingDays days, CityClock clock, CurrentUser current) {
        this.waiting = waiting;
        this.done = done;
        this.days = days;
        this.clock = clock;
        this.current = current;
    }

    @Override
    public ProcessFigures figures(By by, LocalDate from, LocalDate to) {
        long apart = ChronoUnit.DAYS.between(from, to);
        if (apart < 0 || apart > MOST_DAYS)
            throw new InputRefused(Problem.refused("supervision.days", Problem.Place.UNKNOWN, "from", from, "to", to));
        LocalDate today = clock.today();
        ReachSql reach = ReachSql.of(current.reach(READ), "c.division");
        Instant begin = clock.endOf(from.minusDays(1));
        Instant end = clock.endOf(to);
        List<DoneTable.Item> cases = done.cases(by, reach, begin, end);
        List<DoneTable.Item> tasks = done.tasks(by, ReachSql.of(current.reach(READ), "t.division"), begin, end);
        UsedDays used = new UsedDays(days, done.suspensions(to));
        Map<String, DoneSum> whole = sums(cases, item -> "", used);
        boolean weekly = apart <= WEEKLY_DAYS;
        WaitingTable.All open = waiting.read(by, reach, today);
        return new ProcessFigures(
                today,
                by,
                from,
                to,
                weekly,
                new Figures(open.whole(), of(whole, "")),
                rows(open.by(), sums(ofTasks(by) ? tasks : cases, key(by), used)),
                steps(open.steps(), sums(tasks, DoneTable.Item::kind, used)),
                trend(from, to, weekly, cases, done.accepted(reach, begin, end), used));
    }

    private static boolean ofTasks(By by) {
        return by == By.SECTION || by == By.PERSON;
    }

    private static Function<DoneTable.Item, String> key(By by) {
        return switch (by) {
            case SECTION -> DoneTable.Item::unit;
            case PERSON -> DoneTable.Item::person;
            case MATTER -> DoneTable.Item::matter;
            case COUNTY -> DoneTable.Item::division;
        };
    }

    private static Map<String, DoneSum> sums(
            List<DoneTable.Item> items, Function<DoneTable.Item, String> key, UsedDays used) {
        Map<String, DoneSum> sums = new TreeMap<>();
        for (DoneTable.Item item : items)
            sums.computeIfAbsent(key.apply(item), none -> new DoneSum()).add(item, used.of(item));
        return sums;
    }

    private static Done of(Map<String, DoneSum> sums, String key) {
        DoneSum sum = sums.get(key);
        return sum == null ? Done.NONE : sum.done();
    }

    /** What burns most comes first. */
    private static List<ProcessFigures.Row> rows(Map<String, Waiting> waiting, Map<String, DoneSum> done) {
        TreeSet<String> keys = new TreeSet<>(waiting.keySet());
        keys.addAll(done.keySet());
        return keys.stream()
                .map(key -> new ProcessFigures.Row(
                        key, new Figures(waiting.getOrDefault(key, Waiting.NONE), of(done, key))))
                .sorted(Comparator.comparing((ProcessFigures.Row row) ->
                                -row.figures().waiting().red())
                        .thenComparing(row -> -row.figures().waiting().yellow())
                        .thenComparing(row -> -row.figures().waiting().open())
                        .thenComparing(ProcessFigures.Row::key))
                .toList();
    }

    private static List<ProcessFigures.Step> steps(Map<String, Waiting> waiting, Map<String, DoneSum> done) {
        List<ProcessFigures.Step> steps = new ArrayList<>();
        for (MatterStep.Kind kind : MatterStep.Kind.values()) {
            Waiting open = waiting.getOrDefault(kind.name(), Waiting.NONE);
            DoneSum sum = done.get(kind.name());
            boolean always = kind.ordinal() <= MatterStep.Kind.DECIDE.ordinal();
            if (always || open.open() > 0 || sum != null)
                steps.add(new ProcessFigures.Step(
                        kind, open, sum == null ? 0 : sum.finished(), sum == null ? null : sum.average()));
        }
        return steps;
    }

    private static List<ProcessFigures.Period> trend(
            LocalDate from,
            LocalDate to,
            boolean weekly,
            List<DoneTable.Item> cases,
            Map<LocalDate, Integer> accepted,
            UsedDays used) {
        Map<LocalDate, int[]> counts = new HashMap<>();
        accepted.forEach((day, n) -> counts.computeIfAbsent(begin(day, weekly), none -> new int[3])[0] += n);
        for (DoneTable.Item item : cases) {
            int[] count = counts.computeIfAbsent(begin(item.done(), weekly), none -> new int[3]);
            count[1] += item.alike();
            OptionalInt days = used.of(item);
            if (days.isPresent() && days.getAsInt() > item.limit()) count[2] += item.alike();
        }
        List<ProcessFigures.Period> periods = new ArrayList<>();
        for (LocalDate day = begin(from, weekly); !day.isAfter(to); day = next(day, weekly)) {
            int[] count = counts.getOrDefault(day, new int[3]);
            periods.add(new ProcessFigures.Period(day, next(day, weekly).minusDays(1), count[0], count[1], count[2]));
        }
        return periods;
    }

    private static LocalDate begin(LocalDate day, boolean weekly) {
        return weekly ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day.withDayOfMonth(1);
    }

    private static LocalDate next(LocalDate begin, boolean weekly) {
        return weekly ? begin.plusWeeks(1) : begin.plusMonths(1);
    }
}
