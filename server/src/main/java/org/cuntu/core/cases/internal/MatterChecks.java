package org.cuntu.core.cases.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterResult;
import org.cuntu.core.cases.MatterReview;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.MatterStep.Conclusion;
import org.cuntu.core.cases.MatterStep.Kind;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.Nearest;
import org.jspecify.annotations.Nullable;

/** What {@code matter.yaml} says held against its process, its form and the city. */
final class MatterChecks {
    private static final List<Kind> APART = List.of(Kind.ACCEPT, Kind.EXAMINE, Kind.DECIDE);

    private final Matter matter;
    private final Set<String> fields;
    private final List<Problem> problems;
    private final Set<String> steps = new TreeSet<>();

    private MatterChecks(Matter matter, Set<String> fields, List<Problem> problems) {
        this.matter = matter;
        this.fields = fields;
        this.problems = problems;
        matter.steps().forEach(step -> {
            if (!steps.add(step.id())) problem("matters.twice", "what", "steps", "id", step.id());
        });
    }

    /**
     * @param units ids of organisation.yaml
     * @param suspensions codes of cases.yaml
     * @param fields of the form
     * @param problems where what is wrong is added
     */
    static void check(
            Matter matter,
            BpmnGraph graph,
            Set<String> units,
            Set<String> suspensions,
            Set<String> fields,
            List<Problem> problems) {
        MatterChecks checks = new MatterChecks(matter, fields, problems);
        checks.limits();
        for (MatterStep step : matter.steps()) checks.step(step, units);
        checks.exclusions();
        checks.materials();
        checks.reasons(suspensions);
        checks.resultAndReview();
        checks.process(graph);
    }

    private void limits() {
        int statutory = matter.limits().statutory();
        int promised = matter.limits().promised();
        if (promised > statutory) problem("matters.promised-longer", "promised", promised, "statutory", statutory);
    }

    private void step(MatterStep step, Set<String> units) {
        String unit = step.unit();
        if (unit != null && !unit.equals("county") && !unit.equals("township") && !units.contains(unit))
            problem("matters.unknown-unit", "step", step.id(), "unit", unit, "nearest", nearest(unit, units));
        for (Conclusion conclusion : step.conclusions())
            if (!may(step.kind()).contains(conclusion))
                problem("matters.conclusion", "step", step.id(), "kind", step.kind(), "conclusion", conclusion);
        for (String back : step.back()) known(back);
        if (step.kind() == Kind.DECIDE && !step.conclusions().containsAll(List.of(Conclusion.AGREE, Conclusion.REFUSE)))
            problem("matters.decide-both", "step", step.id());
    }

    private static Set<Conclusion> may(Kind kind) {
        return switch (kind) {
            case ACCEPT -> EnumSet.of(Conclusion.ACCEPT, Conclusion.NOT_ACCEPT, Conclusion.CORRECT);
            case EXAMINE -> EnumSet.of(Conclusion.AGREE, Conclusion.REFUSE, Conclusion.CORRECT, Conclusion.RETURN);
            case JOIN, CHECK, DECIDE -> EnumSet.of(Conclusion.AGREE, Conclusion.REFUSE, Conclusion.RETURN);
            case ISSUE, VISIT -> EnumSet.of(Conclusion.DONE, Conclusion.RETURN);
            case CORRECT -> EnumSet.of(Conclusion.DONE);
        };
    }

    private void known(String step) {
        if (!steps.contains(step)) problem("matters.unknown-step", "step", step, "nearest", nearest(step, steps));
    }

    /** 受理 ≠ 审查 ≠ 审定: no matter may leave it out. */
    private void exclusions() {
        matter.exclusions().forEach(set -> set.forEach(this::known));
        for (Kind one : APART)
            for (Kind other : APART)
                if (one.compareTo(other) < 0)
                    for (MatterStep first : ofKind(one))
                        for (MatterStep second : ofKind(other))
                            if (matter.exclusions().stream()
                                    .noneMatch(set -> set.contains(first.id()) && set.contains(second.id())))
                                problem("matters.not-apart", "one", first.id(), "other", second.id());
    }

    private List<MatterStep> ofKind(Kind kind) {
        return matter.steps().stream().filter(step -> step.kind() == kind).toList();
    }

    private void materials() {
        Set<String> seen = new HashSet<>();
        for (MaterialNeed need : matter.materials()) {
            if (!seen.add(need.id())) problem("matters.twice", "what", "materials", "id", need.id());
            if (need.main() && need.deferDays() > 0) problem("matters.main-deferred", "material", need.id());
            if (need.source() == MaterialNeed.Source.APPLICANT && need.forms().isEmpty())
                problem("matters.no-forms", "material", need.id());
        }
    }

    private void reasons(Set<String> known) {
        for (String code : matter.suspensions())
            if (!known.contains(code))
                problem("matters.unknown-suspension", "reason", code, "nearest", nearest(code, known));
    }

    private void resultAndReview() {
        MatterResult result = matter.result();
        if (result != null) for (MatterResult.Field field : result.fields()) fieldOf(field.from());
        MatterReview review = matter.review();
        if (review == null) return;
        known(review.step());
        fieldOf(review.purpose());
        fieldOf(review.level());
    }

    private void fieldOf(@Nullable String from) {
        if (from == null || !from.startsWith("form:")) return;
        String field = from.substring(5);
        if (!fields.contains(field))
            problem("matters.unknown-field", "field", field, "nearest", nearest(field, fields));
    }

    private void process(BpmnGraph graph) {
        Set<String> tasks = new TreeSet<>();
        graph.ofKind("userTask").forEach(node -> tasks.add(node.id()));
        for (String step : steps) if (!tasks.contains(step)) problem("matters.step-without-task", "step", step);
        for (BpmnGraph.Node node : graph.ofKind("userTask"))
            if (!steps.contains(node.id())) inProcess(node.line(), "matters.task-without-step", "task", node.id());
        Map<String, String> decisions = matter.decisions();
        for (BpmnGraph.Flow flow : graph.flows()) {
            String condition = flow.condition();
            if (condition == null) continue;
            String name = condition.startsWith("!") ? condition.substring(1) : condition;
            if (!decisions.containsKey(name))
                inProcess(
                        flow.line(),
                        "matters.unknown-decision",
                        "decision",
                        name,
                        "nearest",
                        nearest(name, decisions.keySet()));
        }
        for (BpmnGraph.Node node : graph.nodes()) {
            if ("fan-out".equals(node.delegate()) && !matter.parent())
                inProcess(node.line(), "matters.fan-out", "id", node.id());
            if ("number".equals(node.delegate()) && matter.result() == null)
                inProcess(node.line(), "matters.number-without-result", "id", node.id());
            if (node.is("callActivity") && !matter.children().contains(String.valueOf(node.message())))
                inProcess(node.line(), "matters.unknown-child", "code", node.message());
        }
    }

    /** Over all matters of the city: what one names of another. */
    static void checkTogether(List<Matter> matters, List<Problem> problems) {
        List<String> codes = matters.stream().map(Matter::code).toList();
        for (Matter matter : matters) {
            MatterChecks checks = new MatterChecks(matter, Set.of(), new ArrayList<>());
            List<String> named = new ArrayList<>(matter.children());
            MatterResult result = matter.result();
            if (result != null && result.needs() != null) named.add(result.needs());
            matter.guide().questions().forEach(question -> question.answers().stream()
                    .filter(answer -> answer.leads().startsWith("matter:"))
                    .forEach(answer -> named.add(answer.leads().substring(7))));
            for (String code : named)
                if (!codes.contains(code))
                    checks.problem("matters.unknown-matter", "code", code, "nearest", nearest(code, codes));
            for (Matter child : matters)
                if (matter.children().contains(child.code()) && child.parent())
                    checks.problem("matters.pack-in-pack", "code", child.code());
            problems.addAll(checks.problems);
        }
    }

    private static String nearest(String written, Iterable<String> known) {
        List<String> names = new ArrayList<>();
        known.forEach(names::add);
        return Nearest.to(written, names).orElse("-");
    }

    private void problem(String code, Object... args) {
        problems.add(Problem.refused(code, Problem.Place.file(matter.code() + "/" + MatterFolder.MATTER), args));
    }

    private void inProcess(int line, String code, Object... args) {
        problems.add(Problem.refused(code, Problem.Place.line(matter.code() + "/" + MatterFolder.PROCESS, line), args));
    }
}
