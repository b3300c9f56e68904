package org.cuntu.platform.formats.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The paragraphs of a DOCX: the runs of its main document, deleted ones left out. */
public final class WordParagraphs {
    private static final String DOCUMENT = "word/document.xml";
    private static final int MOST = 200_000;

    private final List<String> found = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    private WordParagraphs() {}

    public static List<String> read(Path file, String name) {
        WordParagraphs reading = new WordParagraphs();
        OfficePackage.open(file, name, parts -> parts.read(DOCUMENT, xml -> reading.take(xml, parts)));
        return reading.found;
    }

    private void take(XMLStreamReader xml, OfficePackage parts) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "t" -> words.append(xml.getElementText());
                    case "tab", "br", "cr" -> words.append(' ');
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("p")) {
                String text = words.toString().strip();
                if (!text.isEmpty()) found.add(text);
                if (found.size() > MOST) throw parts.large();
                words.setLength(0);
            }
        }
    }
}
