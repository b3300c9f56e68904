package org.cuntu.business.planning.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.ControlLine.Bound;
import org.cuntu.business.planning.ControlLines;
import org.cuntu.business.planning.IndicatorAnswer;
import org.cuntu.business.planning.IndicatorAnswer.Said;
import org.cuntu.business.planning.LineRule;
import org.cuntu.business.planning.LineTarget;
import org.cuntu.business.planning.LineTargets;
import org.cuntu.business.planning.PlanIndicator;
import org.cuntu.business.planning.PlanTest;
import org.cuntu.business.planning.PlanVersion;
import org.cuntu.business.planning.RuleAnswer;
import org.cuntu.business.planning.RuleAnswer.Outcome;
import org.cuntu.business.planning.RuleAnswer.TargetFigure;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.home.CityFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rules about a plan's numbers: among themselves, against what is assigned, and against the plan above. */
@Component
class PlanFigureChecks {
    private final LineTargets targets;
    private final ControlLines lines;
    private final PlanTable plans;
    private final PlanRounds rounds;
    private final CityFolder city;

    PlanFigureChecks(LineTargets targets, ControlLines lines, PlanTable plans, PlanRounds rounds, CityFolder city) {
        this.targets = targets;
        this.lines = lines;
        this.plans = plans;
        this.rounds = rounds;
        this.city = city;
    }

    RuleAnswer agreement(LineRule rule, PlanChecks.Asked asked) {
        long differs = count(asked, IndicatorAnswer.Outcome.DIFFERS);
        long missing = count(asked, IndicatorAnswer.Outcome.MISSING);
        Map<String, String> args = Map.of("differs", String.valueOf(differs), "missing", String.valueOf(missing));
        return RuleAnswer.of(rule, differs + missing > 0 ? Outcome.FAIL : Outcome.PASS, args);
    }

    private static long count(PlanChecks.Asked asked, IndicatorAnswer.Outcome outcome) {
        return asked.indicators().stream()
                .filter(answer -> answer.outcome() == outcome)
                .count();
    }

    /** The parts of every total as the table prints them, in the total's unit and places. */
    RuleAnswer addsUp(LineRule rule, PlanChecks.Asked asked) {
        Map<String, String> args = new LinkedHashMap<>();
        int failing = 0;
        int asking = 0;
        for (IndicatorAnswer total : asked.indicators()) {
            PlanIndicator indicator = total.indicator();
            Said whole = total.table();
            if (indicator.parts().isEmpty() || whole == null) continue;
            asking++;
            BigDecimal sum = BigDecimal.ZERO;
            for (String part : indicator.parts()) {
                Said said = find(asked.indicators(), part)
                        .map(IndicatorAnswer::table)
                        .orElse(null);
                if (said != null) sum = sum.add(in(said, indicator));
            }
            BigDecimal stated = in(whole, indicator);
            if (sum.compareTo(stated) == 0) continue;
            failing++;
            args.putIfAbsent("id", indicator.id());
            args.putIfAbsent("stated", stated.toPlainString());
            args.putIfAbsent("sum", sum.toPlainString());
            args.putIfAbsent("by", sum.subtract(stated).toPlainString());
        }
        args.put("failing", String.valueOf(failing));
        if (asking == 0) args.put("nothing", "table");
        return RuleAnswer.of(rule, failing > 0 ? Outcome.FAIL : Outcome.PASS, args);
    }

    private static BigDecimal in(Said said, PlanIndicator indicator) {
        BigDecimal value = new BigDecimal(said.value());
        String unit = said.unit().isEmpty() ? indicator.unit() : said.unit();
        return AreaUnit.convert(value, unit, indicator.unit())
                .orElse(value)
                .setScale(indicator.places(), RoundingMode.HALF_UP);
    }

    RuleAnswer withinTarget(LineRule rule, PlanTest.WithinTarget test, PlanChecks.Asked asked) {
        String division = asked.version().plan().division();
        ControlLine line = lines.findLine(test.line(), asked.versions().day()).orElse(null);
        LineTarget target =
                targets.inForce(test.line(), asked.versions().day(), null).get(division);
        Area figure = area(asked.indicators(), test.indicator()).orElse(null);
        if (line == null || target == null || figure == null) return silent(rule, division);
        return compared(rule, division, figure, target.quantity(), line.bound(), Map.of("indicator", test.indicator()));
    }

    /** The plan above is the one of the division, else the city's. */
    RuleAnswer withinSuperior(LineRule rule, PlanTest.WithinSuperior test, PlanChecks.Asked asked) {
        String division = asked.version().plan().division();
        PlanVersion above = plans.findInForce(
                        test.above(), division, asked.versions().day())
                .or(() -> plans.findInForce(
                        test.above(), city.code(), asked.versions().day()))
                .orElse(null);
        Area limit = above == null
                ? null
                : rounds.findings(above.id(), above.round())
                        .flatMap(found -> area(found.indicators(), test.other()))
                        .orElse(null);
        Area figure = area(asked.indicators(), test.indicator()).orElse(null);
        if (above == null || limit == null || figure == null)
            return silent(rule, test.above().name());
        Map<String, String> args =
                Map.of("number", above.number(), "plan", above.plan().name());
        return compared(rule, above.plan().division(), figure, limit, test.bound(), args);
    }

    private static RuleAnswer compared(
            LineRule rule, String division, Area figure, Area limit, Bound bound, Map<String, String> args) {
        Area margin =
                switch (bound) {
                    case AT_LEAST -> figure.minus(limit);
                    case AT_MOST -> limit.minus(figure);
                };
        boolean kept = margin.hundredths() >= 0;
        return new RuleAnswer(
                rule,
                rule.test().word(),
                kept ? Outcome.PASS : Outcome.FAIL,
                kept ? Area.ZERO : Area.ZERO.minus(margin),
                args,
                List.of(),
                List.of(),
                0,
                List.of(new TargetFigure(division, limit, figure, figure, margin, kept)));
    }

    private static RuleAnswer silent(LineRule rule, String missing) {
        return new RuleAnswer(
                rule,
                rule.test().word(),
                Outcome.NOT_ANSWERED,
                null,
                Map.of(),
                List.of(missing),
                List.of(),
                0,
                List.of());
    }

    private static Optional<IndicatorAnswer> find(List<IndicatorAnswer> answers, String id) {
        return answers.stream()
                .filter(answer -> answer.indicator().id().equals(id))
                .findFirst();
    }

    /** By the map, else by the table. */
    private static Optional<Area> area(List<IndicatorAnswer> answers, String id) {
        return find(answers, id).flatMap(answer -> {
            String unit = answer.indicator().unit();
            if (answer.exact() != null) return AreaUnit.area(new BigDecimal(answer.exact()), unit);
            @Nullable Said table = answer.table();
            if (table == null) return Optional.empty();
            return AreaUnit.area(new BigDecimal(table.value()), table.unit().isEmpty() ? unit : table.unit());
        });
    }
}
