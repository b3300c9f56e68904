package org.cuntu.core.conformity.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Worksheet;

/** One sheet of a workbook under construction: title, heads that stay, rows. Rows are numbered from 0. */
public final class WorkbookSheet {
    /** A column: its head, and whether its cells are figures. */
    public record Head(String title, String group, boolean figure) {}

    private static final String HEAD = "EEF1F4";
    private static final int FIRST_HEAD = 2;
    private static final double LEAST_WIDTH = 8;
    private static final double MOST_WIDTH = 48;

    private final Worksheet sheet;
    private final List<Head> heads;
    private final double[] widths;
    private final int first;
    private int row;

    /** @param about the line under the title */
    public WorkbookSheet(Worksheet sheet, String title, String about, List<Head> heads) {
        this.sheet = sheet;
        this.heads = heads;
        widths = new double[heads.size()];
        sheet.value(0, 0, title);
        sheet.style(0, 0).bold().fontSize(13).set();
        sheet.value(1, 0, about);
        boolean grouped = heads.stream().anyMatch(head -> !head.group().isEmpty());
        row = FIRST_HEAD;
        if (grouped) groups();
        for (int c = 0; c < heads.size(); c++) {
            sheet.value(row, c, heads.get(c).title());
            head(row, c);
            widths[c] = width(heads.get(c).title());
        }
        first = ++row;
        sheet.freezePane(Math.min(1, heads.size()), first);
        sheet.repeatRows(0, first - 1);
        sheet.pageOrientation(heads.size() > 8 ? "landscape" : "portrait");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    private void groups() {
        for (int c = 0; c < heads.size(); ) {
            int to = c;
            while (to + 1 < heads.size()
                    && heads.get(to + 1).group().equals(heads.get(c).group())) to++;
            sheet.value(row, c, heads.get(c).group());
            for (int k = c; k <= to; k++) head(row, k);
            if (to > c && !heads.get(c).group().isEmpty())
                sheet.range(row, c, row, to).merge();
            c = to + 1;
        }
        row++;
    }

    private void head(int r, int c) {
        sheet.style(r, c)
                .bold()
                .fillColor(HEAD)
                .wrapText(true)
                .verticalAlignment("center")
                .horizontalAlignment(!heads.get(c).figure() ? "left" : "right")
                .borderStyle(BorderStyle.THIN)
                .borderColor("BBC5CE")
                .set();
    }

    public void row(boolean strong, List<String> cells) {
        for (int c = 0; c < cells.size(); c++)
            cell(c, cells.get(c), heads.get(c).figure(), strong);
        row++;
    }

    /** A row of two cells whose second may be a figure though its column is one of words. */
    public void entry(String what, String value, boolean figure) {
        cell(0, what, false, false);
        cell(1, value, figure, false);
        row++;
    }

    private void cell(int c, String text, boolean numeric, boolean strong) {
        boolean figure = numeric && text.matches("-?[0-9]+(\\.[0-9]+)?");
        var style = sheet.style(row, c);
        if (figure) {
            BigDecimal number = new BigDecimal(text);
            sheet.value(row, c, number);
            style.format(number.scale() <= 0 ? "#,##0" : "#,##0." + "0".repeat(number.scale()));
        } else {
            sheet.value(row, c, text);
            style.horizontalAlignment(numeric ? "right" : "left").verticalAlignment("top");
            if (!numeric) style.wrapText(true);
        }
        if (strong) style.bold().fillColor(HEAD).borderStyle(BorderSide.TOP, BorderStyle.THIN);
        style.set();
        widths[c] = Math.max(widths[c], width(text) + (figure ? 2 : 0));
    }

    public void done() throws IOException {
        for (int c = 0; c < widths.length; c++)
            sheet.width(c, Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, widths[c] + 2)));
        if (row > first && heads.size() > 1) sheet.setAutoFilter(first - 1, 0, row - 1, heads.size() - 1);
        sheet.finish();
    }

    private static double width(String text) {
        return TextWidth.of(text);
    }
}
