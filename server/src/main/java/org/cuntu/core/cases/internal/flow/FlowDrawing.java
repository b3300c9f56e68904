package org.cuntu.core.cases.internal.flow;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.Processes.Drawing;
import org.cuntu.core.cases.Processes.Edge;
import org.cuntu.core.cases.Processes.Node;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.GraphicInfo;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.SubProcess;

/** The picture of a matter's process, from its diagram (BPMN DI), with where the token is and was. Thread safe. */
final class FlowDrawing {
    private final Map<String, BpmnModel> models = new ConcurrentHashMap<>();

    /**
     * @param passed ids of nodes and flows
     * @param open ids of nodes that hold a token
     */
    Drawing of(Matter matter, Set<String> passed, Set<String> open) {
        BpmnModel model = models.computeIfAbsent(matter.hash(), hash -> read(matter.process()));
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (FlowElement element : elements(model.getMainProcess().getFlowElements())) {
            if (element instanceof SequenceFlow flow) edges.add(edge(model, flow, passed));
            else if (model.getGraphicInfo(element.getId()) != null) nodes.add(node(model, element, passed, open));
        }
        return new Drawing(nodes, edges);
    }

    private static BpmnModel read(String bpmn) {
        byte[] bytes = bpmn.getBytes(StandardCharsets.UTF_8);
        return new BpmnXMLConverter().convertToBpmnModel(() -> new ByteArrayInputStream(bytes), false, true);
    }

    private static List<FlowElement> elements(Collection<FlowElement> of) {
        List<FlowElement> all = new ArrayList<>();
        for (FlowElement element : of) {
            all.add(element);
            if (element instanceof SubProcess within) all.addAll(elements(within.getFlowElements()));
        }
        return all;
    }

    private static Node node(BpmnModel model, FlowElement element, Set<String> passed, Set<String> open) {
        GraphicInfo box = model.getGraphicInfo(element.getId());
        String kind = element.getClass().getSimpleName();
        String state = open.contains(element.getId()) ? "OPEN" : passed.contains(element.getId()) ? "DONE" : "TO_COME";
        return new Node(
                element.getId(),
                Character.toLowerCase(kind.charAt(0)) + kind.substring(1),
                element.getName() == null ? "" : element.getName(),
                box.getX(),
                box.getY(),
                box.getWidth(),
                box.getHeight(),
                state);
    }

    private static Edge edge(BpmnModel model, SequenceFlow flow, Set<String> passed) {
        List<GraphicInfo> bends = model.getFlowLocationGraphicInfo(flow.getId());
        List<Double> points = new ArrayList<>();
        if (bends != null)
            for (GraphicInfo bend : bends) {
                points.add(bend.getX());
                points.add(bend.getY());
            }
        return new Edge(
                flow.getId(),
                flow.getSourceRef(),
                flow.getTargetRef(),
                flow.getName() == null ? "" : flow.getName(),
                points,
                passed.contains(flow.getId()));
    }
}
