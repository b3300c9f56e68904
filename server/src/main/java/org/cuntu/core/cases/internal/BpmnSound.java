package org.cuntu.core.cases.internal;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cuntu.engine.problem.Problem;

/**
 * Whether a process can be gone through: everything is reached, everything reaches an end, what is split in parallel is joined by a
 * gateway of the same kind on every way, and each choice has a way for when nothing holds.
 */
final class BpmnSound {
    private final String file;
    private final BpmnGraph graph;
    private final List<Problem> problems;
    private final Set<String> joins = new HashSet<>();

    private BpmnSound(String file, BpmnGraph graph, List<Problem> problems) {
        this.file = file;
        this.graph = graph;
        this.problems = problems;
    }

    /** @param problems where what is wrong is added */
    static void check(String file, BpmnGraph graph, List<Problem> problems) {
        new BpmnSound(file, graph, problems).check();
    }

    private void check() {
        boolean whole = true;
        for (BpmnGraph.Flow flow : graph.flows()) whole &= checkEnds(flow);
        if (graph.ofKind("startEvent").stream()
                        .filter(node -> !isInSubprocess(node))
                        .count()
                != 1) problem(1, "matters.bpmn-one-start");
        if (graph.ofKind("endEvent").isEmpty()) problem(1, "matters.bpmn-no-end");
        if (!whole) return;
        for (BpmnGraph.Node node : graph.nodes()) checkNode(node);
        for (BpmnGraph.Node fork : splits()) checkJoined(fork);
        for (BpmnGraph.Node node : graph.nodes())
            if (isParallel(node) && graph.into(node.id()).size() > 1 && !joins.contains(node.id()))
                problem(node.line(), "matters.bpmn-join", "id", node.id());
        for (BpmnGraph.Flow flow : graph.flows())
            if (!graph.drawn().contains(flow.id())) problem(flow.line(), "matters.bpmn-undrawn", "id", flow.id());
    }

    private boolean isInSubprocess(BpmnGraph.Node node) {
        return graph.find(node.scope()).isPresent();
    }

    private boolean checkEnds(BpmnGraph.Flow flow) {
        boolean both =
                graph.find(flow.from()).isPresent() && graph.find(flow.to()).isPresent();
        if (!both) problem(flow.line(), "matters.bpmn-flow", "id", flow.id(), "from", flow.from(), "to", flow.to());
        return both;
    }

    private void checkNode(BpmnGraph.Node node) {
        if (!graph.drawn().contains(node.id())) problem(node.line(), "matters.bpmn-undrawn", "id", node.id());
        if (!reached().contains(node.id())) problem(node.line(), "matters.bpmn-unreached", "id", node.id());
        else if (!endsFrom(node.id(), "")) problem(node.line(), "matters.bpmn-endless", "id", node.id());
        if (node.is("boundaryEvent")
                && graph.find(String.valueOf(node.attached())).isEmpty())
            problem(node.line(), "matters.bpmn-flow", "id", node.id(), "from", node.attached(), "to", node.id());
        List<BpmnGraph.Flow> out = graph.outOf(node.id());
        boolean chooses = node.is("exclusiveGateway") || node.is("inclusiveGateway");
        if (chooses
                && out.size() > 1
                && out.stream().noneMatch(flow -> flow.id().equals(node.otherwise())))
            problem(node.line(), "matters.bpmn-default", "id", node.id());
        for (BpmnGraph.Flow flow : out) {
            boolean wants = chooses && out.size() > 1 && !flow.id().equals(node.otherwise());
            if (wants != (flow.condition() != null))
                problem(
                        flow.line(),
                        wants ? "matters.bpmn-unconditional" : "matters.bpmn-conditional",
                        "id",
                        flow.id());
        }
        if (!chooses && !node.is("parallelGateway") && out.size() > 1)
            problem(node.line(), "matters.bpmn-split", "id", node.id());
    }

    private Set<String> reached() {
        Set<String> seen = new HashSet<>();
        for (BpmnGraph.Node start : graph.ofKind("startEvent"))
            if (!isInSubprocess(start)) walk(start.id(), seen, id -> true);
        return seen;
    }

    /** Whether an end is reached without passing one node. */
    private boolean endsFrom(String from, String without) {
        Set<String> seen = new HashSet<>();
        walk(from, seen, id -> !id.equals(without));
        return seen.stream()
                .map(graph::find)
                .flatMap(Optional::stream)
                .anyMatch(node -> node.is("endEvent") && !isInSubprocess(node)
                        || node.is("endEvent") && node.scope().equals(scope(from)));
    }

    private String scope(String id) {
        return graph.find(id).map(BpmnGraph.Node::scope).orElse("");
    }

    private void walk(String from, Set<String> seen, Predicate<String> may) {
        Deque<String> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            String id = next.pop();
            if (!may.test(id) || !seen.add(id)) continue;
            graph.outOf(id).forEach(flow -> next.push(flow.to()));
            for (BpmnGraph.Node node : graph.nodes()) {
                if (id.equals(node.attached())) next.push(node.id());
                if (node.scope().equals(id) && node.is("startEvent")) next.push(node.id());
            }
        }
    }

    private List<BpmnGraph.Node> splits() {
        return graph.nodes().stream()
                .filter(node -> isParallel(node) && graph.outOf(node.id()).size() > 1)
                .toList();
    }

    private static boolean isParallel(BpmnGraph.Node node) {
        return node.is("parallelGateway") || node.is("inclusiveGateway");
    }

    /** There is a gateway of the fork's kind that no branch goes round; of several the nearest, which still has the others before it. */
    private void checkJoined(BpmnGraph.Node fork) {
        Optional<BpmnGraph.Node> join = graph.nodes().stream()
                .filter(node -> node.is(fork.kind())
                        && !node.id().equals(fork.id())
                        && graph.into(node.id()).size() > 1
                        && graph.outOf(fork.id()).stream().allMatch(flow -> leadsOnlyTo(flow.to(), fork, node)))
                .max(Comparator.comparingInt(this::ahead));
        if (join.isPresent()) joins.add(join.get().id());
        else problem(fork.line(), "matters.bpmn-fork", "id", fork.id());
    }

    private int ahead(BpmnGraph.Node node) {
        Set<String> seen = new HashSet<>();
        walk(node.id(), seen, id -> true);
        return seen.size();
    }

    private boolean leadsOnlyTo(String from, BpmnGraph.Node fork, BpmnGraph.Node join) {
        Set<String> seen = new HashSet<>();
        walk(from, seen, id -> !id.equals(join.id()));
        boolean leaves = seen.contains(fork.id())
                || seen.stream().map(graph::find).flatMap(Optional::stream).anyMatch(node -> node.is("endEvent"));
        Set<String> all = new HashSet<>();
        walk(from, all, id -> true);
        return !leaves && all.contains(join.id());
    }

    private void problem(int line, String code, Object... args) {
        problems.add(Problem.refused(code, Problem.Place.line(file, Math.max(1, line)), args));
    }
}
