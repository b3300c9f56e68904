package org.cuntu.core.conformity.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * A ruled table: cells wrap, heads are repeated on every page, figures stand to the right. A table too wide for the page
 * is printed in parts one below the other, each with the first columns again.
 */
final class PdfTable {
    /** @param weight how much of the spare width a column of words takes; 0 for figures */
    record Column(String title, String group, boolean numeric, float weight) {}

    record Cell(String text, boolean heavy, Color colour) {}

    private static final float SIZE = 7.6f;
    private static final float PAD = 3.5f;
    private static final float LEADING = SIZE * 1.35f;

    private final PdfSheet sheet;
    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Boolean> strong = new ArrayList<>();
    private final int fixed;

    /** @param fixed how many columns are repeated when the table is printed in parts */
    PdfTable(PdfSheet sheet, List<Column> columns, int fixed) {
        this.sheet = sheet;
        this.columns = columns;
        this.fixed = fixed;
    }

    void row(List<Cell> cells, boolean total) {
        rows.add(cells);
        strong.add(total);
    }

    void print() {
        float room = PdfSheet.RIGHT - PdfSheet.LEFT;
        float repeated = 0;
        float all = 0;
        for (int i = 0; i < columns.size(); i++) {
            all += least(i);
            if (i < fixed) repeated += least(i);
        }
        int count = all <= room ? 1 : (int) Math.ceil((all - repeated) / (room - repeated));
        for (List<Integer> part : parts(repeated, (all - repeated) / count + repeated, room)) {
            print(part);
            sheet.y += 6;
        }
    }

    /** Parts of about equal width, none wider than the room. */
    private List<List<Integer>> parts(float repeated, float even, float room) {
        List<List<Integer>> parts = new ArrayList<>();
        List<Integer> part = new ArrayList<>();
        float width = 0;
        for (int i = 0; i < columns.size(); i++) {
            float least = least(i);
            boolean full = part.size() > fixed && (width + least > room || width + least / 2 > even + 0.5f);
            if (full) {
                parts.add(part);
                part = new ArrayList<>();
                for (int k = 0; k < fixed; k++) part.add(k);
                width = repeated;
            }
            part.add(i);
            width += least;
        }
        parts.add(part);
        return parts;
    }

    /** The narrowest a column may be: its widest figure or head, or 46 points of words. */
    private float least(int column) {
        float width = 0;
        for (List<Cell> row : rows)
            width = Math.max(width, sheet.fonts.width(row.get(column).text(), true, SIZE));
        float head = sheet.fonts.width(columns.get(column).title(), true, SIZE);
        if (columns.get(column).numeric())
            return Math.max(Math.max(width, Math.min(head, 48)), groupShare(column)) + 2 * PAD + 1;
        return Math.min(Math.max(width, head), 52) + 2 * PAD + 1;
    }

    /** What of the group's heading falls on each of its columns. */
    private float groupShare(int column) {
        String group = columns.get(column).group();
        if (group.isEmpty()) return 0;
        long members = columns.stream().filter(c -> c.group().equals(group)).count();
        return members > 2 ? 0 : sheet.fonts.width(group, true, SIZE) / members;
    }

    private void print(List<Integer> part) {
        float[] widths = widths(part);
        float headHeight = headHeight(part, widths);
        sheet.need(headHeight + 3 * LEADING);
        head(part, widths);
        for (int r = 0; r < rows.size(); r++) {
            float height = height(part, widths, rows.get(r), strong.get(r));
            if (sheet.y + height > PdfSheet.BOTTOM) {
                sheet.newPage();
                head(part, widths);
            }
            row(part, widths, rows.get(r), height, strong.get(r));
        }
    }

    private float[] widths(List<Integer> part) {
        float[] widths = new float[part.size()];
        float used = 0;
        float weights = 0;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = least(part.get(i));
            used += widths[i];
            weights += columns.get(part.get(i)).weight();
        }
        float spare = PdfSheet.RIGHT - PdfSheet.LEFT - used;
        for (int i = 0; i < widths.length; i++)
            widths[i] += weights > 0
                    ? spare * columns.get(part.get(i)).weight() / weights
                    : spare / widths.length;
        return widths;
    }

    private boolean grouped(List<Integer> part) {
        return part.stream().anyMatch(i -> !columns.get(i).group().isEmpty());
    }

    private float headHeight(List<Integer> part, float[] widths) {
        float lines = 1;
        for (int i = 0; i < widths.length; i++)
            lines = Math.max(lines, title(part.get(i), widths[i]).size());
        return lines * LEADING + 2 * PAD + (grouped(part) ? LEADING + 2 * PAD : 0);
    }

    private List<String> title(int column, float width) {
        return sheet.wrap(columns.get(column).title(), true, SIZE, width - 2 * PAD);
    }

    private void head(List<Integer> part, float[] widths) {
        float height = headHeight(part, widths);
        float over = grouped(part) ? LEADING + 2 * PAD : 0;
        float x = PdfSheet.LEFT;
        sheet.fill(x, sheet.y, PdfSheet.RIGHT - x, height, PdfSheet.HEAD);
        for (int i = 0; i < widths.length; ) {
            Column column = columns.get(part.get(i));
            if (column.group().isEmpty()) {
                headCell(part.get(i), x, sheet.y, widths[i], height);
                x += widths[i++];
                continue;
            }
            float from = x;
            int k = i;
            while (k < widths.length && columns.get(part.get(k)).group().equals(column.group())) {
                headCell(part.get(k), x, sheet.y + over, widths[k], height - over);
                x += widths[k++];
            }
            sheet.frame(from, sheet.y, x - from, over, PdfSheet.LINE);
            float centre = from + (x - from - sheet.fonts.width(column.group(), true, SIZE)) / 2;
            sheet.text(Math.max(centre, from + 1), sheet.y + PAD + SIZE, column.group(), true, SIZE, PdfSheet.INK);
            i = k;
        }
        sheet.y += height;
    }

    private void headCell(int column, float x, float top, float width, float height) {
        sheet.frame(x, top, width, height, PdfSheet.LINE);
        float y = top + PAD;
        for (String line : title(column, width)) {
            float at = columns.get(column).numeric()
                    ? x + width - PAD - sheet.fonts.width(line, true, SIZE)
                    : x + PAD;
            sheet.text(at, y + SIZE, line, true, SIZE, PdfSheet.INK);
            y += LEADING;
        }
    }

    private List<String> lines(Cell cell, int column, float width, boolean total) {
        if (columns.get(column).numeric()) return List.of(cell.text());
        return sheet.wrap(cell.text(), cell.heavy() || total, SIZE, width - 2 * PAD);
    }

    private float height(List<Integer> part, float[] widths, List<Cell> row, boolean total) {
        int lines = 1;
        for (int i = 0; i < widths.length; i++)
            lines = Math.max(lines, lines(row.get(part.get(i)), part.get(i), widths[i], total).size());
        return lines * LEADING + 2 * PAD;
    }

    private void row(List<Integer> part, float[] widths, List<Cell> row, float height, boolean total) {
        float x = PdfSheet.LEFT;
        if (total) sheet.fill(x, sheet.y, PdfSheet.RIGHT - x, height, PdfSheet.HEAD);
        for (int i = 0; i < widths.length; i++) {
            Cell cell = row.get(part.get(i));
            sheet.frame(x, sheet.y, widths[i], height, PdfSheet.LINE);
            float y = sheet.y + PAD;
            for (String line : lines(cell, part.get(i), widths[i], total)) {
                boolean heavy = cell.heavy() || total;
                float at = columns.get(part.get(i)).numeric()
                        ? x + widths[i] - PAD - sheet.fonts.width(line, heavy, SIZE)
                        : x + PAD;
                sheet.text(at, y + SIZE, line, heavy, SIZE, cell.colour());
                y += LEADING;
            }
            x += widths[i];
        }
        sheet.y += height;
    }
}
