package org.cuntu.platform.formats.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.cuntu.engine.format.LayerContent;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a layer's attributes as a workbook: the fields' names, their codes, then a row a feature. Texts are texts whatever
 * they begin with: nothing is a formula. Whole numbers beyond fifteen digits, which a spreadsheet would round, are texts.
 */
public final class WorkbookLayer {
    /** Rows of a sheet, less the two heads. */
    private static final long MOST_ROWS = 1_048_574;

    private static final int MOST_TEXT = 32_767;
    private static final int FLUSH = 1_000;
    private static final long EXACT = 1_000_000_000_000_000L;
    private static final String HEAD = "EEF1F4";

    private WorkbookLayer() {}

    /** @throws InputRefused {@code format.xlsx.too-large} */
    public static List<Problem> write(LayerContent layer, Path file) {
        if (layer.size() > MOST_ROWS)
            throw new InputRefused(Problem.refused(
                    "format.xlsx.too-large", Place.UNKNOWN, "size", layer.size(), "limit", MOST_ROWS));
        long[] cut = {0};
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                Workbook book = new Workbook(out, "Cuntu", "1.0")) {
            Worksheet sheet = book.newWorksheet(layer.name());
            heads(sheet, layer.fields());
            int[] row = {2};
            layer.rows().forEach((shape, values) -> {
                for (int c = 0; c < values.size(); c++) cut[0] += cell(sheet, row[0], c, values.get(c)) ? 0 : 1;
                if (++row[0] % FLUSH == 0) flush(sheet);
            });
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cut[0] == 0
                ? List.of()
                : List.of(Problem.warning("format.xlsx.values-cut", Place.UNKNOWN, "count", cut[0]));
    }

    private static void heads(Worksheet sheet, List<Field> fields) {
        for (int c = 0; c < fields.size(); c++) {
            sheet.value(0, c, fields.get(c).zh());
            sheet.value(1, c, fields.get(c).code());
            sheet.style(0, c).bold().fillColor(HEAD).set();
            sheet.style(1, c).bold().fillColor(HEAD).set();
            sheet.width(c, 16);
        }
        sheet.freezePane(0, 2);
    }

    /** Whether the value is whole in its cell. */
    private static boolean cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Long whole when StrictMath.abs(whole) < EXACT -> sheet.value(row, column, whole);
            case BigDecimal decimal when decimal.precision() <= 15 -> sheet.value(row, column, decimal);
            case BigDecimal decimal -> sheet.value(row, column, decimal.toPlainString());
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> {
                String text = value.toString();
                sheet.value(row, column, text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT));
                return text.length() <= MOST_TEXT;
            }
        }
        return true;
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
