package org.cuntu.platform.formats.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.formats.SheetCells.Cell;
import org.cuntu.platform.formats.SheetCells.Row;
import org.cuntu.platform.formats.SheetCells.Sheet;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/** The cells of an XLSX: numbers with the fifteen digits that spreadsheets show, dates as 2026-11-26, formulas by their kept result. */
public final class WorkbookCells {
    private static final int MOST_CELLS = 500_000;
    private static final MathContext SHOWN = new MathContext(15);

    private final String name;
    private int cells;

    private WorkbookCells(String name) {
        this.name = name;
    }

    public static List<Sheet> read(Path file, String name) {
        OfficePackage.measure(file, name);
        WorkbookCells read = new WorkbookCells(name);
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false))) {
            List<Sheet> sheets = new ArrayList<>();
            for (org.dhatim.fastexcel.reader.Sheet sheet : book.getSheets().toList())
                sheets.add(new Sheet(sheet.getName(), read.rows(sheet)));
            return sheets;
        } catch (InputRefused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // what the library throws of a damaged book has no common type
            throw OfficePackage.damaged(name);
        }
    }

    private List<Row> rows(org.dhatim.fastexcel.reader.Sheet sheet) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Stream<org.dhatim.fastexcel.reader.Row> all = sheet.openStream()) {
            all.forEach(row -> {
                List<Cell> filled = new ArrayList<>();
                for (org.dhatim.fastexcel.reader.Cell cell : row) {
                    if (cell == null) continue;
                    if (++cells > MOST_CELLS) throw OfficePackage.large(name);
                    String text = text(cell).strip();
                    if (!text.isEmpty()) filled.add(new Cell(cell.getColumnIndex(), text));
                }
                if (!filled.isEmpty()) rows.add(new Row(row.getRowNum(), filled));
            });
        }
        return rows;
    }

    private static String text(org.dhatim.fastexcel.reader.Cell cell) {
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.NUMBER && isDate(cell.getDataFormatString()))
            return cell.asDate().toLocalDate().toString();
        if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA)
            return raw == null ? "" : shown(raw);
        return cell.getText();
    }

    private static boolean isDate(@Nullable String format) {
        return format != null && format.toLowerCase(Locale.ROOT).contains("yy");
    }

    private static String shown(String text) {
        try {
            BigDecimal number = new BigDecimal(text).round(SHOWN).stripTrailingZeros();
            return StrictMath.abs(number.scale()) > 30 ? text : number.toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
