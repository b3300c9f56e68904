package org.cuntu.core.conformity.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A ruled table: cells of words wrap, heads are repeated on every page, figures stand to the right. One that is too wide
 * for an upright page goes on turned pages; one that is too wide for those is printed in groups of columns one below the
 * other, each with the first columns again.
 */
public final class PdfTable {
    /** A column: its head, the head over several, and whether its cells are figures. */
    public record Column(String title, String group, boolean numeric) {}

    /**
     * @param label the verdict in whose label the text is set; empty for none
     * @param disc the verdict in whose colour the text stands on a disc, as on the plates; empty for none
     */
    public record Cell(String text, boolean heavy, String label, String disc) {
        public static Cell plain(String text) {
            return new Cell(text, false, "", "");
        }
    }

    private record Row(List<Cell> cells, boolean total) {}

    static final float SIZE = 7.8f;
    private static final float PAD = 3.6f;
    private static final float LEADING = SIZE * 1.36f;

    private final PdfSheet sheet;
    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();
    private final int fixed;
    private final boolean grouped;
    private float[] least = new float[0];
    private float[] wanted = new float[0];
    private String partWord = "";

    /** @param fixed how many columns are repeated when the table is printed in groups */
    public PdfTable(PdfSheet sheet, List<Column> columns, int fixed) {
        this.sheet = sheet;
        this.columns = columns;
        this.fixed = fixed;
        this.grouped = columns.stream().anyMatch(c -> !c.group().isEmpty());
    }

    public void row(List<Cell> cells, boolean total) {
        rows.add(new Row(cells, total));
    }

    /** The sentence over each group of columns, with {part} and {parts}. */
    PdfTable parts(String word) {
        partWord = word;
        return this;
    }

    /** @param heading printed on the page on which the table begins, at least with its head and three rows */
    public void print(Runnable heading) {
        measure();
        float all = sum(least, 0, least.length);
        sheet.turn(all > PdfTableParts.uprightRoom());
        heading.run();
        List<List<Integer>> parts = PdfTableParts.of(least, fixed, sheet.room());
        for (int i = 0; i < parts.size(); i++) {
            if (parts.size() > 1 && !partWord.isEmpty()) {
                sheet.need(headHeight(parts.get(i), widths(parts.get(i))) + 5 * LEADING);
                String text = partWord.replace("{part}", String.valueOf(i + 1))
                        .replace("{parts}", String.valueOf(parts.size()));
                sheet.paragraph(text, PdfFace.TEXT, 7.5f, PdfSheet.FAINT, 0);
            }
            print(parts.get(i));
            sheet.y += 6;
        }
    }

    private static float sum(float[] values, int from, int to) {
        float sum = 0;
        for (int i = from; i < to; i++) sum += values[i];
        return sum;
    }

    /** The narrowest and the best width of each column. */
    private void measure() {
        least = new float[columns.size()];
        wanted = new float[columns.size()];
        for (int i = 0; i < least.length; i++) {
            Column column = columns.get(i);
            float width = 0;
            for (Row row : rows) width = Math.max(width, cellWidth(row.cells().get(i)));
            float head = sheet.fonts.width(column.title(), PdfFace.BOLD, SIZE);
            if (column.numeric()) {
                least[i] = Math.max(Math.max(width, Math.min(head, 58)), groupShare(i)) + 2 * PAD + 1;
                wanted[i] = Math.max(least[i], head + 2 * PAD + 1);
            } else {
                float narrow = narrowest(i, width);
                least[i] = Math.min(Math.max(width, head), narrow) + 2 * PAD + 1;
                wanted[i] = Math.min(Math.max(width, head), 250) + 2 * PAD + 1;
            }
        }
    }

    /** Labels do not wrap; and names of sixty signs in columns of six would fill the page. */
    private float narrowest(int column, float width) {
        if (rows.stream().anyMatch(row -> !row.cells().get(column).label().isEmpty())) return width;
        return width > 300 ? 104 : 52;
    }

    private float cellWidth(Cell cell) {
        float width = sheet.fonts.width(cell.text(), PdfFace.BOLD, SIZE);
        return cell.label().isEmpty() ? width : width + 8;
    }

    /** What of the group's heading falls on each of its columns. */
    private float groupShare(int column) {
        String group = columns.get(column).group();
        if (group.isEmpty()) return 0;
        long members = columns.stream().filter(c -> c.group().equals(group)).count();
        return members > 2 ? 0 : Math.min(60, sheet.fonts.width(group, PdfFace.BOLD, SIZE) / members);
    }

    /** The spare room goes to where words would otherwise wrap, then to all. */
    private float[] widths(List<Integer> part) {
        float[] widths = new float[part.size()];
        float used = 0;
        float missing = 0;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = least[part.get(i)];
            used += widths[i];
            missing += wanted[part.get(i)] - widths[i];
        }
        float spare = sheet.room() - used;
        float given = missing > 0 ? Math.min(1, spare / missing) : 0;
        for (int i = 0; i < widths.length; i++) {
            float more = (wanted[part.get(i)] - widths[i]) * given;
            widths[i] += more;
            spare -= more;
        }
        for (int i = 0; i < widths.length; i++) widths[i] += spare / widths.length;
        return widths;
    }

    private void print(List<Integer> part) {
        float[] widths = widths(part);
        sheet.need(headHeight(part, widths) + 3 * LEADING);
        head(part, widths);
        for (int r = 0; r < rows.size(); r++) {
            List<List<String>> lines = lines(part, widths, rows.get(r));
            int most = lines.stream().mapToInt(List::size).max().orElse(1);
            int fit = (int) ((sheet.bottom() - PdfSheet.TOP - headHeight(part, widths) - 2 * PAD) / LEADING);
            boolean last = r + 1 < rows.size()
                    && r + 2 >= rows.size()
                    && rows.get(r + 1).total();
            for (int from = 0; from < most; from += fit) {
                int count = Math.min(fit, most - from);
                float height = count * LEADING + 2 * PAD;
                float with = last ? height + LEADING + 2 * PAD : height;
                if (sheet.y + with > sheet.bottom()) {
                    sheet.newPage();
                    head(part, widths);
                }
                row(part, widths, rows.get(r), lines, from, count);
            }
        }
    }

    private List<List<String>> lines(List<Integer> part, float[] widths, Row row) {
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            Cell cell = row.cells().get(part.get(i));
            boolean whole = columns.get(part.get(i)).numeric()
                    || !cell.label().isEmpty()
                    || !cell.disc().isEmpty();
            lines.add(
                    whole ? List.of(cell.text()) : sheet.wrap(cell.text(), face(cell, row), SIZE, widths[i] - 2 * PAD));
        }
        return lines;
    }

    private static PdfFace face(Cell cell, Row row) {
        return cell.heavy() || row.total() ? PdfFace.BOLD : PdfFace.TEXT;
    }

    private void row(List<Integer> part, float[] widths, Row row, List<List<String>> lines, int from, int count) {
        float height = count * LEADING + 2 * PAD;
        float x = sheet.left();
        if (row.total()) sheet.ink().fill(x, sheet.y, sheet.room(), height, PdfSheet.HEAD);
        for (int i = 0; i < widths.length; i++) {
            Cell cell = row.cells().get(part.get(i));
            sheet.ink().frame(x, sheet.y, widths[i], height, PdfSheet.LINE, 0.5f);
            List<String> mine = lines.get(i);
            if (from < mine.size())
                cell(cell, row, mine.subList(from, Math.min(from + count, mine.size())), part.get(i), x, widths[i]);
            x += widths[i];
        }
        sheet.y += height;
        if (row.total())
            sheet.ink().line(sheet.left(), sheet.y - height, sheet.right(), sheet.y - height, PdfSheet.FAINT, 0.7f);
    }

    private void cell(Cell cell, Row row, List<String> lines, int column, float x, float width) {
        float y = sheet.y + PAD;
        if (!cell.label().isEmpty() && !cell.text().isEmpty()) {
            PdfColours.label(sheet, x + PAD, y - 0.8f, cell.text(), cell.label(), SIZE - 0.4f);
            return;
        }
        if (!cell.disc().isEmpty()) {
            PdfNumbers.disc(sheet, x + width / 2, y + SIZE * 0.66f, cell.text(), 5.4f, cell.disc());
            return;
        }
        PdfFace face = face(cell, row);
        for (String line : lines) {
            float at = columns.get(column).numeric() ? x + width - PAD - sheet.fonts.width(line, face, SIZE) : x + PAD;
            sheet.ink().text(at, y + SIZE, line, face, SIZE, PdfSheet.INK);
            y += LEADING;
        }
    }

    private float over() {
        return grouped ? LEADING + 2 * PAD : 0;
    }

    private float headHeight(List<Integer> part, float[] widths) {
        float lines = 1;
        for (int i = 0; i < widths.length; i++)
            lines = Math.max(lines, title(part.get(i), widths[i]).size());
        return lines * LEADING + 2 * PAD + over();
    }

    private List<String> title(int column, float width) {
        return sheet.wrap(columns.get(column).title(), PdfFace.BOLD, SIZE, width - 2 * PAD);
    }

    private void head(List<Integer> part, float[] widths) {
        float height = headHeight(part, widths);
        float x = sheet.left();
        sheet.ink().fill(x, sheet.y, sheet.room(), height, PdfSheet.HEAD);
        for (int i = 0; i < widths.length; ) {
            String group = columns.get(part.get(i)).group();
            if (group.isEmpty()) {
                headCell(part.get(i), x, sheet.y, widths[i], height);
                x += widths[i++];
                continue;
            }
            float from = x;
            int k = i;
            while (k < widths.length && columns.get(part.get(k)).group().equals(group)) {
                headCell(part.get(k), x, sheet.y + over(), widths[k], height - over());
                x += widths[k++];
            }
            sheet.ink().frame(from, sheet.y, x - from, over(), PdfSheet.LINE, 0.5f);
            String shown = sheet.shortened(group, PdfFace.BOLD, SIZE, x - from - 2);
            float centre = from + (x - from - sheet.fonts.width(shown, PdfFace.BOLD, SIZE)) / 2;
            sheet.ink().text(centre, sheet.y + PAD + SIZE, shown, PdfFace.BOLD, SIZE, PdfSheet.INK);
            i = k;
        }
        sheet.y += height;
    }

    private void headCell(int column, float x, float top, float width, float height) {
        sheet.ink().frame(x, top, width, height, PdfSheet.LINE, 0.5f);
        float y = top + PAD;
        for (String line : title(column, width)) {
            float at = columns.get(column).numeric()
                    ? x + width - PAD - sheet.fonts.width(line, PdfFace.BOLD, SIZE)
                    : x + PAD;
            sheet.ink().text(at, y + SIZE, line, PdfFace.BOLD, SIZE, PdfSheet.INK);
            y += LEADING;
        }
    }
}
