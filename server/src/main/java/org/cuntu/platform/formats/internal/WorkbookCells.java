package org.cuntu.platform.formats.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cuntu.platform.formats.SheetCells.Cell;
import org.cuntu.platform.formats.SheetCells.Row;
import org.cuntu.platform.formats.SheetCells.Sheet;
import org.jspecify.annotations.Nullable;

/** The cells of an XLSX; numbers with the fifteen digits that spreadsheets show. */
public final class WorkbookCells {
    private static final int MOST_CELLS = 500_000;
    private static final int MOST_COLUMNS = 16_384;
    private static final MathContext SHOWN = new MathContext(15);
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final OfficePackage parts;
    private final List<String> strings = new ArrayList<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private int cells;

    private WorkbookCells(OfficePackage parts) {
        this.parts = parts;
    }

    public static List<Sheet> read(Path file, String name) {
        List<Sheet> found = new ArrayList<>();
        OfficePackage.open(file, name, parts -> {
            WorkbookCells book = new WorkbookCells(parts);
            book.read();
            found.addAll(book.sheets);
        });
        return found;
    }

    private void read() throws IOException {
        Map<String, String> named = new LinkedHashMap<>();
        parts.read(
                "xl/workbook.xml",
                xml -> each(xml, "sheet", () -> {
                    String id = xml.getAttributeValue(RELATIONS, "id");
                    if (id != null) named.put(id, String.valueOf(xml.getAttributeValue(null, "name")));
                }));
        Map<String, String> targets = new HashMap<>();
        parts.read(
                "xl/_rels/workbook.xml.rels",
                xml -> each(
                        xml,
                        "Relationship",
                        () -> targets.put(
                                String.valueOf(xml.getAttributeValue(null, "Id")),
                                String.valueOf(xml.getAttributeValue(null, "Target")))));
        if (parts.has("xl/sharedStrings.xml")) parts.read("xl/sharedStrings.xml", this::strings);
        for (var sheet : named.entrySet()) {
            String target = targets.getOrDefault(sheet.getKey(), "");
            String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
            List<Row> rows = new ArrayList<>();
            parts.read(path, xml -> rows(xml, rows));
            sheets.add(new Sheet(sheet.getValue(), rows));
        }
    }

    private interface Found {
        void take();
    }

    private static void each(XMLStreamReader xml, String element, Found found) throws XMLStreamException {
        while (xml.hasNext())
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals(element)) found.take();
    }

    /** Shared strings: all runs of an item together, readings of characters left out. */
    private void strings(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext())
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                strings.add(texts(xml, "si"));
                if (strings.size() > MOST_CELLS) throw parts.large();
            }
    }

    /** The texts inside an element whose start was read. */
    private static String texts(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean reading = false;
        while (xml.hasNext()) {
            int event = xml.next();
            boolean start = event == XMLStreamConstants.START_ELEMENT;
            boolean end = event == XMLStreamConstants.END_ELEMENT;
            if (!start && !end) continue;
            if (xml.getLocalName().equals("rPh")) reading = start;
            else if (start && xml.getLocalName().equals("t")) {
                String words = xml.getElementText();
                if (!reading) text.append(words);
            } else if (end && xml.getLocalName().equals(element)) break;
        }
        return text.toString();
    }

    private void rows(XMLStreamReader xml, List<Row> rows) throws XMLStreamException {
        List<Cell> row = new ArrayList<>();
        int number = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                row = new ArrayList<>();
                number = number(xml.getAttributeValue(null, "r"), number + 1);
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                cell(xml, row);
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")
                    && !row.isEmpty()) {
                rows.add(new Row(number, row));
            }
        }
    }

    private void cell(XMLStreamReader xml, List<Cell> row) throws XMLStreamException {
        int next = row.isEmpty() ? 0 : row.getLast().column() + 1;
        int column = column(xml.getAttributeValue(null, "r"), next);
        String type = String.valueOf(xml.getAttributeValue(null, "t"));
        String value = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) break;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            if (xml.getLocalName().equals("v")) value = value(type, xml.getElementText());
            else if (xml.getLocalName().equals("is")) value = texts(xml, "is");
        }
        if (++cells > MOST_CELLS) throw parts.large();
        if (!value.isBlank()) row.add(new Cell(column, value.strip()));
    }

    private String value(String type, String text) {
        return switch (type) {
            case "s" -> {
                int index = number(text, -1);
                yield index >= 0 && index < strings.size() ? strings.get(index) : "";
            }
            case "str", "inlineStr", "e", "d" -> text;
            default -> shown(text);
        };
    }

    private static String shown(String text) {
        try {
            BigDecimal number = new BigDecimal(text).round(SHOWN).stripTrailingZeros();
            return StrictMath.abs(number.scale()) > 30 ? text : number.toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static int number(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static int column(@Nullable String place, int otherwise) {
        if (place == null) return otherwise;
        int column = 0;
        for (char c : place.toCharArray()) {
            if (c < 'A' || c > 'Z') break;
            column = column * 26 + (c - 'A' + 1);
            if (column > MOST_COLUMNS) return otherwise;
        }
        return column == 0 ? otherwise : column - 1;
    }
}
