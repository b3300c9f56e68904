package org.cuntu.core.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a process may be made of (contracts 10): elements with their attributes; what is not here is refused. */
final class BpmnWords {
    static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    static final String DD = "http://www.omg.org/spec/DD/20100524/DI";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    static final String CUNTU = "urn:cuntu:bpmn";

    /** What a service task may ask for; each only writes rows. */
    static final List<String> DELEGATES =
            List.of("review", "number", "paper", "publish", "archive", "notify", "fan-out");
    /** What a receive task may wait for. */
    static final List<String> MESSAGES = List.of("review", "paper", "children", "withdrawn");

    static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "userTask",
            "receiveTask",
            "serviceTask",
            "callActivity",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "boundaryEvent",
            "subProcess");
    /** Elements that hold a text. */
    static final Set<String> TEXTS = Set.of("incoming", "outgoing", "conditionExpression", "timeDuration");

    private static final Set<String> NAMED = Set.of("id", "name", "cuntu:en");
    private static final Map<String, Set<String>> MODELLED = Map.ofEntries(
            Map.entry("definitions", Set.of("id", "name", "targetNamespace")),
            Map.entry("process", Set.of("id", "name", "cuntu:en", "isExecutable")),
            Map.entry("startEvent", NAMED),
            Map.entry("endEvent", NAMED),
            Map.entry("userTask", NAMED),
            Map.entry("receiveTask", Set.of("id", "name", "cuntu:en", "messageRef")),
            Map.entry("serviceTask", Set.of("id", "name", "cuntu:en", "implementation", "cuntu:delegate")),
            Map.entry("callActivity", Set.of("id", "name", "cuntu:en", "calledElement")),
            Map.entry("exclusiveGateway", Set.of("id", "name", "cuntu:en", "default", "gatewayDirection")),
            Map.entry("parallelGateway", Set.of("id", "name", "cuntu:en", "gatewayDirection")),
            Map.entry("inclusiveGateway", Set.of("id", "name", "cuntu:en", "default", "gatewayDirection")),
            Map.entry("boundaryEvent", Set.of("id", "name", "cuntu:en", "attachedToRef", "cancelActivity")),
            Map.entry("subProcess", NAMED),
            Map.entry("sequenceFlow", Set.of("id", "name", "cuntu:en", "sourceRef", "targetRef")),
            Map.entry("conditionExpression", Set.of("xsi:type")),
            Map.entry("message", Set.of("id", "name")),
            Map.entry("timerEventDefinition", Set.of("id")),
            Map.entry("timeDuration", Set.of("xsi:type")),
            Map.entry("messageEventDefinition", Set.of("id", "messageRef")),
            Map.entry("incoming", Set.of()),
            Map.entry("outgoing", Set.of()));
    private static final Map<String, Map<String, Set<String>>> ELEMENTS = Map.of(
            MODEL,
            MODELLED,
            DI,
            Map.of(
                    "BPMNDiagram", Set.of("id"),
                    "BPMNPlane", Set.of("id", "bpmnElement"),
                    "BPMNShape", Set.of("id", "bpmnElement", "isExpanded", "isMarkerVisible", "isHorizontal"),
                    "BPMNEdge", Set.of("id", "bpmnElement"),
                    "BPMNLabel", Set.of("id")),
            DC,
            Map.of("Bounds", Set.of("x", "y", "width", "height")),
            DD,
            Map.of("waypoint", Set.of("x", "y")));

    private BpmnWords() {}

    static boolean hasElement(String namespace, String name) {
        return ELEMENTS.getOrDefault(namespace, Map.of()).containsKey(name);
    }

    /** @param attribute with {@code cuntu:} or {@code xsi:} before it where it is of those namespaces */
    static boolean hasAttribute(String namespace, String element, String attribute) {
        return ELEMENTS.getOrDefault(namespace, Map.of())
                .getOrDefault(element, Set.of())
                .contains(attribute);
    }
}
