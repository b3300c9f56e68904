package org.cuntu.core.cases.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a process file says: its nodes, the flows between them and where each is drawn.
 *
 * @param drawn ids of the nodes and flows that have a shape or an edge
 */
record BpmnGraph(List<Node> nodes, List<Flow> flows, Set<String> drawn) {
    BpmnGraph {
        nodes = List.copyOf(nodes);
        flows = List.copyOf(flows);
        drawn = Set.copyOf(drawn);
    }

    /**
     * @param kind the element's name, for example {@code userTask}
     * @param scope id of the process or subprocess that it lies in
     * @param attached of a boundary event: the node that it hangs on
     * @param otherwise id of the default flow
     * @param delegate of a service task
     * @param message name of the message that it waits for, or the code that a call activity calls
     */
    record Node(
            String id,
            String kind,
            String name,
            String scope,
            @Nullable String attached,
            @Nullable String otherwise,
            @Nullable String delegate,
            @Nullable String message,
            int line) {
        boolean is(String wanted) {
            return kind.equals(wanted);
        }
    }

    /** @param condition name of the decision that opens it, with {@code !} before it where it must not hold; null: none */
    record Flow(String id, String from, String to, @Nullable String condition, int line) {}

    Optional<Node> find(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    List<Flow> into(String id) {
        return flows.stream().filter(flow -> flow.to().equals(id)).toList();
    }

    List<Flow> outOf(String id) {
        return flows.stream().filter(flow -> flow.from().equals(id)).toList();
    }

    List<Node> ofKind(String kind) {
        return nodes.stream().filter(node -> node.is(kind)).toList();
    }
}
