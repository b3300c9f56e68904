package org.cuntu.core.cases.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The attributes of an element of a process: those on the list, none with an expression. */
final class BpmnAttributes {
    private BpmnAttributes() {}

    /** @param forbidden told of each that is not allowed, as it is written */
    static Map<String, String> read(XMLStreamReader xml, Consumer<String> forbidden) {
        String element = xml.getLocalName();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = name(xml, i);
            String value = xml.getAttributeValue(i);
            boolean allowed = BpmnWords.hasAttribute(namespace(xml.getNamespaceURI()), element, name);
            if (allowed && !value.contains("${")) attributes.put(name, value);
            else
                forbidden.accept("<" + element + " " + written(xml.getAttributePrefix(i), xml.getAttributeLocalName(i))
                        + "=\"" + value + "\">");
        }
        return attributes;
    }

    /** With a {@code ?} where it is of a namespace that is not ours. */
    private static String name(XMLStreamReader xml, int index) {
        String local = xml.getAttributeLocalName(index);
        return switch (namespace(xml.getAttributeNamespace(index))) {
            case "" -> local;
            case BpmnWords.CUNTU -> "cuntu:" + local;
            case BpmnWords.XSI -> "xsi:" + local;
            default -> "?" + local;
        };
    }

    private static String namespace(@Nullable String uri) {
        return uri == null ? "" : uri;
    }

    static String written(@Nullable String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }
}
