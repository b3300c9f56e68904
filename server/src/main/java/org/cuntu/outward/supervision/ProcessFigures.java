package org.cuntu.outward.supervision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cuntu.core.cases.MatterStep;
import org.jspecify.annotations.Nullable;

/**
 * How the process stands and went. Days are working days; shares are per cent with one place; null: nothing to reckon with.
 *
 * @param day on which it stands so
 * @param weekly whether the trend goes by weeks; else by months
 * @param total of cases
 * @param rows of tasks by section and person, of cases by matter and county
 */
public record ProcessFigures(
        LocalDate day,
        By by,
        LocalDate from,
        LocalDate to,
        boolean weekly,
        Figures total,
        List<Row> rows,
        List<Step> steps,
        List<Period> trend) {
    public ProcessFigures {
        rows = List.copyOf(rows);
        steps = List.copyOf(steps);
        trend = List.copyOf(trend);
    }

    public enum By {
        SECTION,
        MATTER,
        COUNTY,
        PERSON
    }

    /**
     * What waits: counted once under the worst of its lights.
     *
     * @param unknown of which no due day is known, for a year has no calendar
     * @param oldest the day since which the oldest waits
     */
    public record Waiting(
            int open,
            int yellow,
            int red,
            int suspended,
            int unknown,
            @Nullable LocalDate oldest) {
        public static final Waiting NONE = new Waiting(0, 0, 0, 0, 0, null);
    }

    /**
     * What was done: cases decided, or steps done.
     *
     * @param onTime share done within the promised limit, or the step's
     * @param early share done before its last day
     * @param average working days without suspensions
     * @param promised limit on average
     * @param statutory limit on average; of steps null
     * @param compression 压缩率: 1 − promised / statutory
     */
    public record Done(
            int finished,
            @Nullable BigDecimal onTime,
            @Nullable BigDecimal early,
            @Nullable BigDecimal average,
            @Nullable BigDecimal promised,
            @Nullable BigDecimal statutory,
            @Nullable BigDecimal compression) {
        public static final Done NONE = new Done(0, null, null, null, null, null, null);
    }

    public record Figures(Waiting waiting, Done done) {}

    /** @param key the unit, matter, county or account; empty: nobody holds it yet */
    public record Row(String key, Figures figures) {}

    public record Step(
            MatterStep.Kind kind,
            Waiting waiting,
            int done,
            @Nullable BigDecimal average) {}

    /** @param late of the finished, how many beyond the promised limit */
    public record Period(LocalDate from, LocalDate to, int accepted, int finished, int late) {}
}
