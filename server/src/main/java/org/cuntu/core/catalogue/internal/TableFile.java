package org.cuntu.core.catalogue.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Tables for spreadsheets. The CSV holds the last sheet, of which the others are sums: UTF-8 with its mark, RFC 4180, no text
 * becomes a formula. In the workbook figures are numbers.
 *
 * @param moment T and K in words
 */
record TableFile(String moment, List<Sheet> sheets) {
    private static final String FIGURE = "-?[0-9]+(\\.[0-9]+)?";
    private static final int WIDEST = 46;

    TableFile {
        sheets = List.copyOf(sheets);
    }

    /** @param figures whether each column's cells are figures */
    record Sheet(String title, List<String> heads, List<Boolean> figures, List<List<String>> rows) {
        Sheet {
            heads = List.copyOf(heads);
            figures = List.copyOf(figures);
            rows = List.copyOf(rows);
        }
    }

    byte[] csv() {
        StringBuilder text = new StringBuilder("\uFEFF");
        Sheet sheet = sheets.getLast();
        line(text, sheet.heads());
        sheet.rows().forEach(row -> line(text, row));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) text.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        text.append("\r\n");
    }

    private static String cell(String value) {
        boolean formula = !value.isEmpty() && "=+@\t-".indexOf(value.charAt(0)) >= 0 && !value.matches(FIGURE);
        String safe = formula ? "'" + value : value;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    byte[] xlsx() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Cuntu", "1.0")) {
            for (Sheet sheet : sheets) write(book.newWorksheet(sheet.title()), sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void write(Worksheet sheet, Sheet table) throws IOException {
        sheet.value(0, 0, table.title());
        sheet.style(0, 0).bold().fontSize(13).set();
        sheet.value(1, 0, moment);
        int columns = table.heads().size();
        int[] widths = new int[columns];
        for (int c = 0; c < columns; c++) {
            sheet.value(2, c, table.heads().get(c));
            sheet.style(2, c)
                    .bold()
                    .fillColor("EEF1F4")
                    .wrapText(true)
                    .borderStyle(BorderStyle.THIN)
                    .set();
            widths[c] = width(table.heads().get(c));
        }
        int r = 3;
        for (List<String> row : table.rows()) {
            for (int c = 0; c < columns; c++) {
                put(sheet, r, c, row.get(c), table.figures().get(c));
                widths[c] = Math.max(widths[c], width(row.get(c)));
            }
            r++;
        }
        for (int c = 0; c < columns; c++) sheet.width(c, Math.min(WIDEST, widths[c] + 3));
        sheet.freezePane(1, 3);
        sheet.pageOrientation("landscape");
        if (r > 3) sheet.setAutoFilter(2, 0, r - 1, columns - 1);
        sheet.finish();
    }

    private static void put(Worksheet sheet, int row, int column, String text, boolean figure) {
        if (figure && text.matches(FIGURE)) {
            BigDecimal number = new BigDecimal(text);
            sheet.value(row, column, number);
            String places = number.scale() <= 0 ? "#,##0" : "#,##0." + "0".repeat(number.scale());
            sheet.style(row, column).format(places).set();
        } else {
            sheet.value(row, column, text);
        }
    }

    /** A Chinese sign is as wide as two others. */
    private static int width(String text) {
        return text.chars().map(sign -> sign > 0x2E7F ? 2 : 1).sum();
    }
}
