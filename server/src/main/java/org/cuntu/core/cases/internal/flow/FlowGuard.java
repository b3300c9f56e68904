package org.cuntu.core.cases.internal.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cuntu.core.cases.Matter;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/**
 * The last look before the engine gets a process: whatever was read and checked before, nothing goes in that could run code. Coarser
 * than the check of a matter's folder, and independent of it.
 */
final class FlowGuard {
    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "process",
            "startEvent",
            "endEvent",
            "userTask",
            "receiveTask",
            "serviceTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "boundaryEvent",
            "timerEventDefinition",
            "timeDuration",
            "message",
            "messageEventDefinition",
            "multiInstanceLoopCharacteristics",
            "sequenceFlow",
            "conditionExpression",
            "incoming",
            "outgoing",
            "documentation");
    private static final Set<String> DRAWN = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC");
    private static final Set<String> ATTRIBUTES =
            Set.of(FlowText.CUNTU, "http://www.w3.org/2001/XMLSchema-instance", "http://www.w3.org/2000/xmlns/");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{!?([a-zA-Z][a-zA-Z0-9]*)}");

    private final Matter matter;
    private final List<String> tried = new ArrayList<>();

    private FlowGuard(Matter matter) {
        this.matter = matter;
    }

    /** @throws InputRefused naming everything that may not be in a process */
    static void check(Matter matter) {
        FlowGuard guard = new FlowGuard(matter);
        Document document;
        try {
            document = FlowText.read(matter.process());
        } catch (IllegalArgumentException e) {
            throw guard.refused(List.of(String.valueOf(e.getCause().getMessage())));
        }
        NodeList all = document.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) guard.look((Element) all.item(i));
        if (!guard.tried.isEmpty()) throw guard.refused(guard.tried);
    }

    private void look(Element element) {
        String name = element.getLocalName();
        boolean model = FlowText.MODEL.equals(element.getNamespaceURI());
        boolean known = model ? ELEMENTS.contains(name) : DRAWN.contains(element.getNamespaceURI());
        if (!known) tried.add("<" + element.getTagName() + ">");
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) look(element, attributes.item(i));
        boolean condition = model && name.equals("conditionExpression");
        String text = ownText(element);
        if (condition ? !isDecision(text.strip()) : isExpression(text)) tried.add(text.strip());
    }

    private static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Text part) text.append(part.getData());
        return text.toString();
    }

    private void look(Element element, Node attribute) {
        String space = attribute.getNamespaceURI();
        boolean foreign = space != null && !ATTRIBUTES.contains(space);
        if (foreign || isExpression(attribute.getNodeValue()))
            tried.add("<" + element.getTagName() + " " + attribute.getNodeName() + "=\"" + attribute.getNodeValue()
                    + "\">");
    }

    private boolean isDecision(String text) {
        var written = CONDITION.matcher(text);
        return written.matches() && matter.decisions().containsKey(written.group(1));
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private InputRefused refused(List<String> what) {
        return new InputRefused(what.stream()
                .distinct()
                .map(each -> Problem.refused(
                        "cases.process-forbidden",
                        Problem.Place.UNKNOWN,
                        "matter",
                        matter.code(),
                        "tried",
                        each.length() > 160 ? each.substring(0, 160) + "…" : each))
                .toList());
    }
}
