package org.cuntu.core.cases.internal.flow;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.Processes.Drawing;
import org.cuntu.core.cases.Processes.Edge;
import org.cuntu.core.cases.Processes.Node;
import org.cuntu.core.rules.Words;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.GraphicInfo;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.SubProcess;
import org.jspecify.annotations.Nullable;

/** The picture of a matter's process, from its diagram (BPMN DI), with where the token is and was. Thread safe. */
final class FlowDrawing {
    private static final String CUNTU = "urn:cuntu:bpmn";

    private final Map<String, Sheet> sheets = new ConcurrentHashMap<>();

    /** @param english names by the ids of nodes and flows; the engine's own model knows one language */
    private record Sheet(BpmnModel model, Map<String, String> english) {
        Words name(String id, @Nullable String zh) {
            String name = zh == null ? "" : zh;
            return new Words(name, english.getOrDefault(id, name));
        }
    }

    /**
     * @param passed ids of nodes and flows
     * @param open ids of nodes that hold a token
     */
    Drawing of(Matter matter, Set<String> passed, Set<String> open) {
        Sheet sheet = sheets.computeIfAbsent(
                matter.hash(), hash -> new Sheet(read(matter.process()), english(matter.process())));
        BpmnModel model = sheet.model();
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (FlowElement element : elements(model.getMainProcess().getFlowElements())) {
            if (element instanceof SequenceFlow flow) edges.add(edge(sheet, flow, passed));
            else if (model.getGraphicInfo(element.getId()) != null) nodes.add(node(sheet, element, passed, open));
        }
        return new Drawing(nodes, edges);
    }

    private static BpmnModel read(String bpmn) {
        byte[] bytes = bpmn.getBytes(StandardCharsets.UTF_8);
        return new BpmnXMLConverter().convertToBpmnModel(() -> new ByteArrayInputStream(bytes), false, true);
    }

    private static Map<String, String> english(String bpmn) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Map<String, String> names = new HashMap<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(bpmn));
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) continue;
                String id = reader.getAttributeValue(null, "id");
                String name = reader.getAttributeValue(CUNTU, "en");
                if (id != null && name != null) names.put(id, name);
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a matter's process was read before and is no XML now", e);
        }
        return names;
    }

    private static List<FlowElement> elements(Collection<FlowElement> of) {
        List<FlowElement> all = new ArrayList<>();
        for (FlowElement element : of) {
            all.add(element);
            if (element instanceof SubProcess within) all.addAll(elements(within.getFlowElements()));
        }
        return all;
    }

    private static Node node(Sheet sheet, FlowElement element, Set<String> passed, Set<String> open) {
        GraphicInfo box = sheet.model().getGraphicInfo(element.getId());
        String kind = element.getClass().getSimpleName();
        String state = open.contains(element.getId()) ? "OPEN" : passed.contains(element.getId()) ? "DONE" : "TO_COME";
        return new Node(
                element.getId(),
                Character.toLowerCase(kind.charAt(0)) + kind.substring(1),
                sheet.name(element.getId(), element.getName()),
                box.getX(),
                box.getY(),
                box.getWidth(),
                box.getHeight(),
                state);
    }

    private static Edge edge(Sheet sheet, SequenceFlow flow, Set<String> passed) {
        List<GraphicInfo> bends = sheet.model().getFlowLocationGraphicInfo(flow.getId());
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
                sheet.name(flow.getId(), flow.getName()),
                points,
                passed.contains(flow.getId()));
    }
}
