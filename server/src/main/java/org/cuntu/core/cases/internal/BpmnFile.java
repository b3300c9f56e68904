package org.cuntu.core.cases.internal;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads a process file element by element. Nothing outside of the file is opened, no entity is resolved, and whatever
 * {@link BpmnWords} does not have is a problem with its line. Not thread safe; one for each reading.
 */
final class BpmnFile {
    private static final int MOST = 500;
    private static final int DEEPEST = 12;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern DRAWN_ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,80}");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{(!?[a-z][A-Za-z0-9]*)}");
    private static final Pattern DURATION = Pattern.compile("P([0-9]{1,3}D|T[0-9]{1,3}H)");

    private final String file;
    private final List<Problem> problems;
    private final List<BpmnGraph.Node> nodes = new ArrayList<>();
    private final List<BpmnGraph.Flow> flows = new ArrayList<>();
    private final Map<String, String> messages = new HashMap<>();
    private final Map<String, String> messageOf = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> drawn = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<String> scopes = new ArrayDeque<>();
    private int processes;
    private @Nullable String text;

    private BpmnFile(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** @param problems where what is wrong is added */
    static BpmnGraph read(String file, String bpmn, List<Problem> problems) {
        BpmnFile reading = new BpmnFile(file, problems);
        try {
            reading.read(bpmn);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            reading.problem(line, "matters.bpmn-unreadable", "message", firstLine(e.getMessage()));
        }
        return reading.graph();
    }

    private void read(String bpmn) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(bpmn));
        while (xml.hasNext() && problems.size() < 100) {
            int line = xml.getLocation().getLineNumber();
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> {
                    problem(line, "matters.bpmn-dtd", "tried", "<!DOCTYPE");
                    return;
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    problem(line, "matters.bpmn-dtd", "tried", "&" + xml.getLocalName() + ";");
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> forbidden(line, "<?" + xml.getPITarget());
                case XMLStreamConstants.START_ELEMENT -> begin(xml);
                case XMLStreamConstants.END_ELEMENT -> end(xml);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters(xml);
                default -> {}
            }
            if (nodes.size() + flows.size() > MOST) {
                problem(line, "matters.bpmn-too-many", "most", MOST);
                return;
            }
        }
    }

    private void begin(XMLStreamReader xml) {
        int line = xml.getLocation().getLineNumber();
        String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        String name = xml.getLocalName();
        if (open.size() >= DEEPEST) forbidden(line, "<" + name + "> × " + DEEPEST);
        open.push(name);
        text = BpmnWords.TEXTS.contains(name) ? "" : null;
        if (!BpmnWords.hasElement(namespace, name)) {
            forbidden(line, "<" + BpmnAttributes.written(xml.getPrefix(), name) + ">");
            return;
        }
        Map<String, String> attributes = BpmnAttributes.read(xml, tried -> forbidden(line, tried));
        checkId(line, namespace, attributes.get("id"));
        if (namespace.equals(BpmnWords.MODEL)) model(name, attributes, line);
        else if (attributes.containsKey("bpmnElement")) drawn.add(attributes.get("bpmnElement"));
    }

    private void model(String name, Map<String, String> attributes, int line) {
        String id = attributes.getOrDefault("id", "");
        if (name.equals("process")) {
            processes++;
            scopes.push(id);
        } else if (name.equals("message")) messages.put(id, attributes.getOrDefault("name", ""));
        else if (name.equals("messageEventDefinition"))
            messageOf.put(lastNode(), attributes.getOrDefault("messageRef", ""));
        else if (name.equals("sequenceFlow"))
            flows.add(new BpmnGraph.Flow(
                    id,
                    attributes.getOrDefault("sourceRef", ""),
                    attributes.getOrDefault("targetRef", ""),
                    null,
                    line));
        else if (BpmnWords.NODES.contains(name)) node(name, id, attributes, line);
    }

    private void node(String kind, String id, Map<String, String> attributes, int line) {
        String delegate = attributes.get("cuntu:delegate");
        if (kind.equals("serviceTask")) {
            if (!"##cuntu".equals(attributes.get("implementation")))
                forbidden(
                        line, "<serviceTask implementation=\"" + attributes.getOrDefault("implementation", "") + "\">");
            if (delegate == null || !BpmnWords.DELEGATES.contains(delegate))
                problem(
                        line,
                        "matters.bpmn-delegate",
                        "delegate",
                        delegate == null ? "" : delegate,
                        "known",
                        String.join(", ", BpmnWords.DELEGATES));
        }
        if (attributes.containsKey("messageRef")) messageOf.put(id, attributes.get("messageRef"));
        nodes.add(new BpmnGraph.Node(
                id,
                kind,
                attributes.getOrDefault("name", ""),
                scopes.isEmpty() ? "" : scopes.peek(),
                attributes.get("attachedToRef"),
                attributes.get("default"),
                delegate,
                attributes.get("calledElement"),
                line));
        if (kind.equals("subProcess")) scopes.push(id);
    }

    private void checkId(int line, String namespace, @Nullable String id) {
        if (id == null) return;
        Pattern wanted = namespace.equals(BpmnWords.MODEL) ? ID : DRAWN_ID;
        if (!wanted.matcher(id).matches()) problem(line, "matters.bpmn-id", "id", id);
        if (!ids.add(id)) problem(line, "matters.bpmn-twice", "id", id);
    }

    private void characters(XMLStreamReader xml) {
        if (text != null) text += xml.getText();
        else if (!xml.isWhiteSpace())
            forbidden(xml.getLocation().getLineNumber(), xml.getText().strip());
    }

    private void end(XMLStreamReader xml) {
        int line = xml.getLocation().getLineNumber();
        String name = xml.getLocalName();
        if (name.equals("conditionExpression") && !flows.isEmpty()) condition(line, text == null ? "" : text.strip());
        if (name.equals("timeDuration")
                && (text == null || !DURATION.matcher(text.strip()).matches()))
            forbidden(line, "<timeDuration>" + text);
        if (name.equals("process") || name.equals("subProcess")) scopes.poll();
        text = null;
        open.poll();
    }

    private void condition(int line, String written) {
        var match = CONDITION.matcher(written);
        if (!match.matches()) {
            problem(line, "matters.bpmn-condition", "tried", written);
            return;
        }
        BpmnGraph.Flow flow = flows.removeLast();
        flows.add(new BpmnGraph.Flow(flow.id(), flow.from(), flow.to(), match.group(1), flow.line()));
    }

    private String lastNode() {
        return nodes.isEmpty() ? "" : nodes.getLast().id();
    }

    private BpmnGraph graph() {
        List<BpmnGraph.Node> named = nodes.stream().map(this::withMessage).toList();
        if (processes != 1 && problems.isEmpty()) problem(1, "matters.bpmn-one-process", "count", processes);
        return new BpmnGraph(named, flows, drawn);
    }

    private BpmnGraph.Node withMessage(BpmnGraph.Node node) {
        String ref = messageOf.get(node.id());
        boolean waits = node.is("receiveTask") || ref != null;
        if (!waits) return node;
        String message = ref == null ? "" : messages.getOrDefault(ref, "");
        if (!BpmnWords.MESSAGES.contains(message))
            problem(
                    node.line(),
                    "matters.bpmn-message",
                    "message",
                    message,
                    "known",
                    String.join(", ", BpmnWords.MESSAGES));
        return new BpmnGraph.Node(
                node.id(),
                node.kind(),
                node.name(),
                node.scope(),
                node.attached(),
                node.otherwise(),
                node.delegate(),
                message,
                node.line());
    }

    private void forbidden(int line, String tried) {
        problem(line, "matters.bpmn-forbidden", "tried", tried.length() > 160 ? tried.substring(0, 160) + "…" : tried);
    }

    private void problem(int line, String code, Object... args) {
        problems.add(Problem.refused(code, Problem.Place.line(file, Math.max(1, line)), args));
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? ""
                : message.lines()
                        .skip(message.contains("\n") ? 1 : 0)
                        .findFirst()
                        .orElse("");
    }
}
