package org.cuntu.core.cases.internal.flow;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A matter's process as the engine is to have it: service tasks call our one delegate, joins are taken up by a thread of the engine, one
 * at a time for a case (contracts 10), and nothing of that is the author's to write.
 */
final class FlowText {
    static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CUNTU = "urn:cuntu:bpmn";
    /** The bean that service tasks call; the only one that the engine knows. */
    static final String CALLED = "called";

    private static final String ENGINE = "http://flowable.org/bpmn";

    private FlowText() {}

    /**
     * @param key of the definition
     * @param calls from what a call activity names to the key of that process
     * @throws IllegalArgumentException when it is no XML
     */
    static String of(String bpmn, String key, UnaryOperator<String> calls) {
        Document document = read(bpmn);
        document.getDocumentElement().setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:flowable", ENGINE);
        for (Element process : all(document, "process")) {
            process.setAttribute("id", key);
            process.setAttribute("isExecutable", "true");
        }
        for (Element task : all(document, "serviceTask"))
            task.setAttributeNS(ENGINE, "flowable:delegateExpression", "${" + CALLED + "}");
        for (Element call : all(document, "callActivity")) {
            call.setAttribute("calledElement", calls.apply(call.getAttribute("calledElement")));
            call.setAttributeNS(ENGINE, "flowable:inheritVariables", "true");
        }
        for (String gateway : List.of("parallelGateway", "inclusiveGateway"))
            for (Element join : all(document, gateway)) if (entries(document, join) > 1) later(join);
        for (Element loop : all(document, "multiInstanceLoopCharacteristics")) later((Element) loop.getParentNode());
        return written(document);
    }

    private static void later(Element node) {
        node.setAttributeNS(ENGINE, "flowable:async", "true");
        node.setAttributeNS(ENGINE, "flowable:exclusive", "true");
    }

    private static long entries(Document document, Element node) {
        return all(document, "sequenceFlow").stream()
                .filter(flow -> flow.getAttribute("targetRef").equals(node.getAttribute("id")))
                .count();
    }

    static List<Element> all(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS(MODEL, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) elements.add((Element) found.item(i));
        return elements;
    }

    /** Reads it without opening anything else. */
    static Document read(String bpmn) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // throws; the library's own writes to the terminal
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(bpmn)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException("the process is no XML that may be read", e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String written(Document document) {
        try {
            StringWriter text = new StringWriter();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
