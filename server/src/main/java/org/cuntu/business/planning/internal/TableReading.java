package org.cuntu.business.planning.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.business.planning.PlanIndicator;
import org.cuntu.business.planning.PlanSchemes.Heads;
import org.cuntu.platform.formats.SheetCells;
import org.cuntu.platform.formats.SheetCells.Cell;
import org.cuntu.platform.formats.SheetCells.Row;
import org.jspecify.annotations.Nullable;

/**
 * Finds the indicators of a plan in its table: below a row that has a head of names and a head of values. A unit stands in its own
 * column, behind the number, or in brackets at the head or the name.
 */
final class TableReading {
    private final Heads heads;
    private final Map<String, Written> found = new LinkedHashMap<>();

    private TableReading(Heads heads) {
        this.heads = heads;
    }

    /** By indicator what the table says of it; the first row counts. */
    static Map<String, Written> read(List<SheetCells.Sheet> sheets, List<PlanIndicator> indicators, Heads heads) {
        Map<String, PlanIndicator> byName = new HashMap<>();
        for (PlanIndicator indicator : indicators)
            for (String name : indicator.names()) byName.putIfAbsent(plain(name), indicator);
        TableReading reading = new TableReading(heads);
        for (SheetCells.Sheet sheet : sheets) reading.sheet(sheet, byName);
        return reading.found;
    }

    private record Columns(int name, int value, int unit, String headUnit) {}

    private void sheet(SheetCells.Sheet sheet, Map<String, PlanIndicator> byName) {
        Columns columns = null;
        for (Row row : sheet.rows()) {
            Columns head = head(row);
            if (head != null) {
                columns = head;
                continue;
            }
            if (columns == null) continue;
            String name = text(row, columns.name);
            PlanIndicator indicator = byName.get(plain(name));
            if (indicator == null || found.containsKey(indicator.id())) continue;
            take(sheet, row, columns, name, indicator);
        }
    }

    private void take(SheetCells.Sheet sheet, Row row, Columns columns, String name, PlanIndicator indicator) {
        String unit = text(row, columns.unit);
        if (unit.isEmpty()) unit = bracketed(name);
        if (unit.isEmpty()) unit = columns.headUnit;
        String letters = new Cell(columns.value, "").letters();
        String place = (sheet.name().isEmpty() ? "" : sheet.name() + " ") + letters + row.number();
        Optional<Written> written = Written.parse(text(row, columns.value), unit, place, name);
        written.ifPresent(value -> found.put(indicator.id(), value));
    }

    private @Nullable Columns head(Row row) {
        int name = column(row, heads.names());
        int value = column(row, heads.values());
        if (name < 0 || value < 0 || name == value) return null;
        return new Columns(name, value, column(row, heads.units()), bracketed(text(row, value)));
    }

    /** The column of the first head in the order of the list; -1: none. */
    private static int column(Row row, List<String> words) {
        for (String word : words)
            for (Cell cell : row.cells()) if (plain(cell.text()).equals(plain(word))) return cell.column();
        return -1;
    }

    private static String text(Row row, int column) {
        return row.cells().stream()
                .filter(cell -> cell.column() == column)
                .map(Cell::text)
                .findFirst()
                .orElse("");
    }

    /** Without blanks, and without what stands in brackets at its end. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\\u3000*＊]", "").replaceAll("[（(][^（()）]*[）)]$", "");
    }

    private static String bracketed(String text) {
        int open = StrictMath.max(text.lastIndexOf('（'), text.lastIndexOf('('));
        String end = open < 0
                ? ""
                : text.substring(open + 1).replaceAll("[）)]\\s*$", "").strip();
        return end.length() == text.length() - open - 1 ? "" : end;
    }
}
