package org.cuntu.core.cases.internal.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterGuide;
import org.cuntu.core.cases.MatterLimits;
import org.cuntu.core.rules.Words;
import org.cuntu.platform.home.InForce;

/** A matter that is nothing but its process, drawn in a few words. */
final class Flow {
    private static final Words NONE = new Words("", "");

    private final String code;
    private final StringBuilder body = new StringBuilder();
    private final StringBuilder messages = new StringBuilder();
    private final Map<String, String> decisions = new TreeMap<>();
    private final List<String> nodes = new ArrayList<>();
    private int flows;

    private Flow(String code) {
        this.code = code;
    }

    static Flow of(String code) {
        return new Flow(code).node("startEvent", "start", "");
    }

    Flow user(String... ids) {
        for (String id : ids) node("userTask", id, "");
        return this;
    }

    Flow end(String... ids) {
        for (String id : ids) node("endEvent", id, "");
        return this;
    }

    Flow gateway(String kind, String... ids) {
        for (String id : ids) node(kind + "Gateway", id, "");
        return this;
    }

    Flow service(String id, String delegate) {
        return node("serviceTask", id, " implementation=\"##cuntu\" cuntu:delegate=\"" + delegate + "\"");
    }

    Flow receive(String id, String message) {
        messages.append("<message id=\"m-%s\" name=\"%s\"/>".formatted(id, message));
        return node("receiveTask", id, " messageRef=\"m-" + id + "\"");
    }

    Flow call(String id, String other) {
        return node("callActivity", id, " calledElement=\"" + other + "\"");
    }

    Flow timer(String id, String at, String after) {
        return raw(
                "<boundaryEvent id=\"%s\" attachedToRef=\"%s\"><timerEventDefinition><timeDuration>%s</timeDuration></timerEventDefinition></boundaryEvent>"
                        .formatted(id, at, after));
    }

    Flow interruption(String id, String at, String message) {
        messages.append("<message id=\"m-%s\" name=\"%s\"/>".formatted(id, message));
        return raw(
                "<boundaryEvent id=\"%s\" attachedToRef=\"%s\"><messageEventDefinition messageRef=\"m-%s\"/></boundaryEvent>"
                        .formatted(id, at, id));
    }

    /** {@code "a > b > c"}: flows between nodes. */
    Flow way(String way) {
        String[] ids = way.split(" > ");
        for (int i = 1; i < ids.length; i++) flow(ids[i - 1], ids[i], "");
        return this;
    }

    /** A flow that opens when a decision holds, or with {@code !} when it does not. */
    Flow when(String decision, String from, String to) {
        decisions.put(decision.replace("!", ""), "true");
        return flow(from, to, "<conditionExpression>${" + decision + "}</conditionExpression>");
    }

    Flow raw(String xml) {
        body.append(xml);
        return this;
    }

    private Flow node(String kind, String id, String more) {
        nodes.add(id);
        return raw("<%s id=\"%s\"%s/>".formatted(kind, id, more));
    }

    private Flow flow(String from, String to, String condition) {
        return raw("<sequenceFlow id=\"f-%d-%s-%s\" sourceRef=\"%s\" targetRef=\"%s\">%s</sequenceFlow>"
                .formatted(++flows, from, to, from, to, condition));
    }

    private String bpmn() {
        StringBuilder shapes = new StringBuilder();
        for (int i = 0; i < nodes.size(); i++) shapes.append("""
                    <bpmndi:BPMNShape bpmnElement="%s"><dc:Bounds x="%d" y="20" width="40" height="30"/></bpmndi:BPMNShape>""".formatted(nodes.get(i), 60 * i));
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:cuntu="urn:cuntu:bpmn"
                    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                    targetNamespace="urn:cuntu:matters">%s<process id="%s" isExecutable="true">%s</process>
                <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="%s">%s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>""".formatted(messages, code, body, code, shapes);
    }

    Matter matter() {
        return matter("");
    }

    /** @param before what stands before the first element */
    Matter matter(String before) {
        String process = before + bpmn();
        return new Matter(
                code,
                "%08x".formatted(process.hashCode()).repeat(8),
                "",
                NONE,
                "rural",
                List.of(),
                new InForce(LocalDate.of(2026, 1, 1), null, null),
                List.of("natural"),
                false,
                List.of(),
                new MatterLimits(20, 10, 5, 10, 10, false),
                List.of(),
                List.of(),
                decisions,
                List.of(),
                List.of(),
                "{}",
                null,
                null,
                new MatterGuide(NONE, List.of(), List.of(), List.of(), NONE),
                process,
                Map.of());
    }
}
