package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.business.planning.AreaLedger;
import org.cuntu.business.planning.ControlLine.Bound;
import org.cuntu.business.planning.LineRule;
import org.cuntu.business.planning.LineTarget;
import org.cuntu.business.planning.RuleAnswer;
import org.cuntu.business.planning.RuleAnswer.Outcome;
import org.cuntu.business.planning.RuleAnswer.TargetFigure;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/**
 * The assigned target is kept by every county that changes, and by the city. A target that was not kept before, and is missed by
 * no more than it was, does not stop a change for the better: then the answer is INFO. A changed county without a target of its
 * own is not answered, and neither is the city.
 */
final class TargetCheck {
    private TargetCheck() {}

    static RuleAnswer answer(LineRule rule, LineChecks.Asked asked) {
        AreaLedger ledger = asked.ledgers().getLast();
        Map<String, Area[]> figures = new TreeMap<>();
        for (AreaLedger.Row row : ledger.rows()) {
            Area[] sums = figures.computeIfAbsent(row.county(), code -> new Area[] {Area.ZERO, Area.ZERO, Area.ZERO});
            sums[0] = sums[0].plus(row.before());
            sums[1] = sums[1].plus(row.after());
            sums[2] = sums[2].plus(row.out()).plus(row.in());
        }
        List<TargetFigure> lines = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        Outcome worst = Outcome.PASS;
        Area by = Area.ZERO;
        for (var entry : figures.entrySet()) {
            Area[] sums = entry.getValue();
            if (entry.getKey().isEmpty() || sums[2].isZero()) continue;
            TargetFigure line = figure(asked, entry.getKey(), sums[0], sums[1]);
            lines.add(line);
            worst = worse(worst, outcome(asked.line().bound(), line));
            if (line.target() == null) missing.add(entry.getKey());
            by = max(by, missed(line));
        }
        TargetFigure city =
                figure(asked, asked.city(), ledger.sum(AreaLedger.Row::before), ledger.sum(AreaLedger.Row::after));
        lines.add(city);
        worst = worse(worst, outcome(asked.line().bound(), city));
        if (city.target() == null) missing.add(asked.city());
        return new RuleAnswer(
                rule,
                rule.test().word(),
                worst,
                max(by, missed(city)),
                Map.of(
                        "measure",
                        ledger.measure().name(),
                        "bound",
                        asked.line().bound().name()),
                missing,
                List.of(),
                0,
                lines);
    }

    private static TargetFigure figure(LineChecks.Asked asked, String division, Area before, Area after) {
        LineTarget target = asked.targets().get(division);
        Area margin = target == null ? null : margin(asked.line().bound(), target.quantity(), after);
        return new TargetFigure(
                division,
                target == null ? null : target.quantity(),
                before,
                after,
                margin,
                margin != null && margin.hundredths() >= 0);
    }

    private static Area margin(Bound bound, Area target, Area area) {
        return switch (bound) {
            case AT_LEAST -> area.minus(target);
            case AT_MOST -> target.minus(area);
        };
    }

    private static Outcome outcome(Bound bound, TargetFigure line) {
        if (line.target() == null) return Outcome.NOT_ANSWERED;
        if (line.kept()) return Outcome.PASS;
        Area was = margin(bound, line.target(), line.before());
        Area is = margin(bound, line.target(), line.after());
        boolean noWorse = was.hundredths() < 0 && is.compareTo(was) >= 0;
        return noWorse ? Outcome.INFO : Outcome.FAIL;
    }

    private static Outcome worse(Outcome one, Outcome other) {
        return rank(other) > rank(one) ? other : one;
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case PASS -> 0;
            case INFO -> 1;
            case NOT_ANSWERED -> 2;
            case FAIL -> 3;
        };
    }

    /** By how much a target is missed; nothing when it is kept. */
    private static Area missed(TargetFigure line) {
        @Nullable Area margin = line.margin();
        return margin == null || margin.hundredths() >= 0 ? Area.ZERO : Area.ZERO.minus(margin);
    }

    private static Area max(Area one, Area other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
