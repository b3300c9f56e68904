package org.cuntu.business.planning.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Lists for spreadsheets. The CSV holds the first sheet: UTF-8 with its mark, RFC 4180, no text becomes a formula. In the
 * workbook figures are numbers.
 *
 * @param moment what it is as of, in words
 */
record PlanWorkbook(String name, String moment, List<Sheet> sheets) {
    private static final String FIGURE = "-?[0-9]+(\\.[0-9]+)?";
    private static final int WIDEST = 46;

    PlanWorkbook {
        sheets = List.copyOf(sheets);
    }

    /** @param figures columns whose cells are figures, from 0 */
    record Sheet(String title, List<String> heads, List<Integer> figures, List<List<String>> rows) {
        Sheet {
            heads = List.copyOf(heads);
            figures = List.copyOf(figures);
            rows = List.copyOf(rows);
        }
    }

    /** @throws org.cuntu.engine.problem.InputRefused for a format that is neither csv nor xlsx */
    ResponseEntity<byte[]> answer(String format) {
        return switch (format) {
            case "csv" -> file("csv", new MediaType("text", "csv", StandardCharsets.UTF_8), csv());
            case "xlsx" ->
                file(
                        "xlsx",
                        MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                        xlsx());
            default -> throw LineCandidates.refused("planning.table-format", "format", format);
        };
    }

    private ResponseEntity<byte[]> file(String ending, MediaType type, byte[] bytes) {
        return attachment(name + "." + ending, type, bytes);
    }

    static ResponseEntity<byte[]> attachment(String name, MediaType type, byte[] bytes) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", disposition.toString())
                .contentType(type)
                .body(bytes);
    }

    byte[] csv() {
        StringBuilder text = new StringBuilder("\uFEFF");
        Sheet sheet = sheets.getFirst();
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
        int[] widths = new int[table.heads().size()];
        for (int c = 0; c < widths.length; c++) {
            sheet.value(2, c, table.heads().get(c));
            sheet.style(2, c).bold().fillColor("EEF1F4").wrapText(true).set();
            widths[c] = width(table.heads().get(c));
        }
        int r = 3;
        for (List<String> row : table.rows()) {
            for (int c = 0; c < widths.length; c++) {
                put(sheet, r, c, row.get(c), table.figures().contains(c));
                widths[c] = Math.max(widths[c], width(row.get(c)));
            }
            r++;
        }
        for (int c = 0; c < widths.length; c++) sheet.width(c, Math.min(WIDEST, widths[c] + 3));
        sheet.freezePane(1, 3);
        sheet.pageOrientation("landscape");
        sheet.finish();
    }

    private static void put(Worksheet sheet, int row, int column, String text, boolean figure) {
        if (!figure || !text.matches(FIGURE)) {
            sheet.value(row, column, text);
            return;
        }
        BigDecimal number = new BigDecimal(text);
        sheet.value(row, column, number);
        String places = number.scale() <= 0 ? "#,##0" : "#,##0." + "0".repeat(number.scale());
        sheet.style(row, column).format(places).set();
    }

    /** A Chinese sign is as wide as two others. */
    private static int width(String text) {
        return text.chars().map(sign -> sign > 0x2E7F ? 2 : 1).sum();
    }
}
