package org.cuntu.core.cases.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterDecisions;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.ValueTest;
import org.cuntu.core.rules.ValueTests;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Compiles the expressions of each version of a matter once. */
@Component
class CelMatterDecisions implements MatterDecisions {
    private final ValueTests tests;
    private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

    CelMatterDecisions(ValueTests tests) {
        this.tests = tests;
    }

    private record Compiled(
            Map<String, ValueTests.Type> fields, Map<String, ValueTest> decisions, Map<String, ValueTest> needs) {}

    @Override
    public Map<String, Boolean> decide(Matter matter, Facts facts) {
        Compiled of = compiled(matter);
        Map<String, @Nullable Object> values = values(of.fields, facts.form());
        CaseFile.AttachedReview review = facts.review();
        values.put("conclusion", facts.conclusion().name());
        values.put("step", facts.step());
        values.put("review.conclusion", review == null ? "" : review.conclusion());
        values.put("review.conflicts", review == null ? 0L : (long) review.conflicts());
        values.put("review.notAnswered", review == null ? 0L : (long) review.notAnswered());
        values.put("materials", facts.materials());
        values.put("children", facts.children());
        Map<String, Boolean> decided = new TreeMap<>();
        of.decisions.forEach((name, test) -> decided.put(name, test.holds(values)));
        return decided;
    }

    @Override
    public boolean isNeeded(Matter matter, MaterialNeed need, Map<String, ?> form) {
        Compiled of = compiled(matter);
        ValueTest test = of.needs.get(need.id());
        return test == null || test.holds(values(of.fields, form));
    }

    private static Map<String, @Nullable Object> values(Map<String, ValueTests.Type> fields, Map<String, ?> form) {
        Map<String, @Nullable Object> values = new HashMap<>();
        fields.forEach((name, type) -> {
            Object value = form.get(name);
            boolean decimal = type == ValueTests.Type.DECIMAL;
            values.put(
                    "form." + name,
                    value instanceof Number number ? decimal ? number.doubleValue() : number.longValue() : value);
        });
        return values;
    }

    private Compiled compiled(Matter matter) {
        return compiled.computeIfAbsent(matter.hash(), hash -> compile(matter));
    }

    private Compiled compile(Matter matter) {
        String file = matter.code() + "/" + MatterFolder.MATTER;
        Map<String, ValueTests.Type> fields =
                MatterForm.fields(JsonMapper.shared().readTree(matter.form()));
        Map<String, ValueTests.Type> names = new TreeMap<>();
        fields.forEach((name, type) -> names.put("form." + name, type));
        Map<String, ValueTest> needs = new LinkedHashMap<>();
        for (MaterialNeed need : matter.materials()) {
            String when = need.when();
            if (when != null) needs.put(need.id(), tests.compile(file, need.id(), when, names));
        }
        names.put("conclusion", ValueTests.Type.TEXT);
        names.put("step", ValueTests.Type.TEXT);
        names.put("review.conclusion", ValueTests.Type.TEXT);
        names.put("review.conflicts", ValueTests.Type.INTEGER);
        names.put("review.notAnswered", ValueTests.Type.INTEGER);
        names.put("materials", ValueTests.Type.TEXT_BY_NAME);
        names.put("children", ValueTests.Type.TEXTS);
        Map<String, ValueTest> decisions = new LinkedHashMap<>();
        matter.decisions()
                .forEach((name, expression) -> decisions.put(name, tests.compile(file, name, expression, names)));
        return new Compiled(fields, decisions, needs);
    }

    /** Whether every expression compiles, and answers for an application with everything in it. */
    void check(Matter matter, List<Problem> problems) {
        String file = matter.code() + "/" + MatterFolder.MATTER;
        Map<String, Object> form = new HashMap<>();
        try {
            Compiled of = compile(matter);
            of.fields.forEach((name, type) -> form.put(name, sample(type)));
            Map<String, String> given = new HashMap<>();
            matter.materials().forEach(need -> given.put(need.id(), "GIVEN"));
            for (MatterStep step : matter.steps())
                for (MatterStep.Conclusion conclusion : step.conclusions())
                    decide(matter, new Facts(step.id(), conclusion, form, null, given, List.of("ISSUED", "REFUSED")));
            for (MaterialNeed need : matter.materials()) isNeeded(matter, need, form);
        } catch (InputRefused e) {
            problems.addAll(e.problems());
        } catch (Rule.Undecided e) {
            String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            problems.add(Problem.refused(
                    "matters.decision-undecided", Problem.Place.file(file), "message", String.valueOf(why)));
        }
    }

    private static Object sample(ValueTests.Type type) {
        return switch (type) {
            case TEXT, ANY -> "x";
            case INTEGER -> 1L;
            case DECIMAL -> 1.0;
            case FLAG -> true;
            case TEXTS -> List.of("x");
            case TEXT_BY_NAME -> Map.of();
        };
    }
}
