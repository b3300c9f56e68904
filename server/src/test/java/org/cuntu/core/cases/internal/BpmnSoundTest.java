package org.cuntu.core.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cuntu.engine.problem.Problem;
import org.junit.jupiter.api.Test;

/** Small processes, each line a node with where it leads: {@code kind id → next, next}. */
class BpmnSoundTest {
    @Test
    void straightWayIsSound() {
        assertThat(wrong("startEvent s → t", "userTask t → e", "endEvent e →")).isEmpty();
    }

    @Test
    void forkInsideAForkHasTheNearestJoin() {
        assertThat(wrong(
                        "startEvent s → f",
                        "parallelGateway f → a, g",
                        "userTask a → outer",
                        "parallelGateway outer → e",
                        "parallelGateway g → b, c",
                        "userTask b → inner",
                        "userTask c → inner",
                        "parallelGateway inner → outer",
                        "endEvent e →"))
                .isEmpty();
    }

    @Test
    void branchThatEndsByItselfIsNotJoined() {
        assertThat(wrong(
                        "startEvent s → f",
                        "parallelGateway f → a, b",
                        "userTask a → e",
                        "userTask b → d",
                        "endEvent e →",
                        "endEvent d →"))
                .containsExactly("matters.bpmn-fork f");
    }

    @Test
    void joinOfWhatAnExclusiveGatewayDividedWouldWaitForEver() {
        assertThat(wrong(
                        "startEvent s → x",
                        "exclusiveGateway x → a, b",
                        "userTask a → j",
                        "userTask b → j",
                        "parallelGateway j → e",
                        "endEvent e →"))
                .contains("matters.bpmn-join j");
    }

    @Test
    void nodeThatNothingLeadsToIsNotReached() {
        assertThat(wrong("startEvent s → e", "userTask t → e", "endEvent e →"))
                .containsExactly("matters.bpmn-unreached t");
    }

    @Test
    void taskWithTwoWaysOutIsNoGateway() {
        assertThat(wrong("startEvent s → t", "userTask t → e, d", "endEvent e →", "endEvent d →"))
                .containsExactly("matters.bpmn-split t");
    }

    @Test
    void choiceNeedsADefault() {
        assertThat(wrong("startEvent s → x", "exclusiveGateway x → e, d", "endEvent e →", "endEvent d →"))
                .contains("matters.bpmn-default x");
    }

    private static List<String> wrong(String... lines) {
        List<BpmnGraph.Node> nodes = new ArrayList<>();
        List<BpmnGraph.Flow> flows = new ArrayList<>();
        Set<String> drawn = new HashSet<>();
        for (String line : lines) {
            String[] halves = line.split(" →", -1);
            String[] node = halves[0].split(" ");
            nodes.add(new BpmnGraph.Node(node[1], node[0], "", "p", null, null, null, null, nodes.size() + 1));
            drawn.add(node[1]);
            for (String to :
                    halves[1].isBlank() ? new String[0] : halves[1].strip().split(", ")) {
                flows.add(new BpmnGraph.Flow(node[1] + "-" + to, node[1], to, null, nodes.size()));
                drawn.add(node[1] + "-" + to);
            }
        }
        List<Problem> problems = new ArrayList<>();
        BpmnSound.check("a/process.bpmn", new BpmnGraph(nodes, flows, drawn), problems);
        return problems.stream()
                .map(problem -> problem.code() + " " + problem.args().get("id"))
                .toList();
    }
}
