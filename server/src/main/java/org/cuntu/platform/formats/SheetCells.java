package org.cuntu.platform.formats;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.formats.internal.PlainText;
import org.cuntu.platform.formats.internal.SeparatedCells;
import org.cuntu.platform.formats.internal.WorkbookCells;

/** The cells of a table (表格) as they are kept: XLSX, and separated values as one sheet. Formulas are not reckoned: their kept result is read. */
public final class SheetCells {
    private SheetCells() {}

    /** A sheet. @param name empty: separated values */
    public record Sheet(String name, List<Row> rows) {
        public Sheet {
            rows = List.copyOf(rows);
        }
    }

    /** A row with cells that hold something. @param number from 1 */
    public record Row(int number, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** @param column from 0 */
    public record Cell(int column, String text) {
        /** As spreadsheets name it, such as {@code C}. */
        public String letters() {
            StringBuilder letters = new StringBuilder();
            for (int left = column; left >= 0; left = left / 26 - 1) letters.insert(0, (char) ('A' + left % 26));
            return letters.toString();
        }
    }

    /**
     * @param name the file's name as the user knows it
     * @throws InputRefused when the file is of another kind, damaged, or larger than the limits
     */
    public static List<Sheet> read(Path file, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".xlsx")) return WorkbookCells.read(file, name);
        if (lower.endsWith(".csv") || lower.endsWith(".txt"))
            return List.of(SeparatedCells.read(PlainText.read(file, name)));
        throw new InputRefused(Problem.refused("format.table-kind", Problem.Place.file(name)));
    }
}
