package org.cuntu.platform.formats.internal;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.platform.formats.SheetCells.Cell;
import org.cuntu.platform.formats.SheetCells.Row;
import org.cuntu.platform.formats.SheetCells.Sheet;

/** Separated values (RFC 4180) as a sheet: by commas, or by tabs or semicolons when the first line has more of those. */
public final class SeparatedCells {
    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private List<Cell> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int column;

    private SeparatedCells(String text) {
        this.text = text;
        this.separator = separator(text.lines().findFirst().orElse(""));
    }

    private static char separator(String head) {
        char best = ',';
        long most = head.chars().filter(c -> c == ',').count();
        for (char other : new char[] {'\t', ';'}) {
            long count = head.chars().filter(c -> c == other).count();
            if (count > most) {
                best = other;
                most = count;
            }
        }
        return best;
    }

    public static Sheet read(String text) {
        SeparatedCells cells = new SeparatedCells(text);
        cells.read();
        return new Sheet("", cells.rows);
    }

    private void read() {
        boolean quoted = false;
        int row = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') cell.append(text.charAt(++i));
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c == separator) endCell();
            else if (!quoted && c == '\n') endRow(row++);
            else if (c != '\r' || quoted) cell.append(c);
        }
        endRow(row);
    }

    private void endCell() {
        String value = cell.toString().strip();
        if (!value.isEmpty()) cells.add(new Cell(column, value));
        column++;
        cell.setLength(0);
    }

    private void endRow(int number) {
        endCell();
        if (!cells.isEmpty()) rows.add(new Row(number, cells));
        cells = new ArrayList<>();
        column = 0;
    }
}
