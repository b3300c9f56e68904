package org.cuntu.business.planning.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.formats.SheetCells;

/** The rows of a table file as texts: a workbook's first sheet, or separated values. A row that holds nothing is an empty one. */
final class VillageSheet {
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 50;

    private VillageSheet() {}

    /** @throws InputRefused when the file is no table, or {@code planning.village-table} when it has too few or too many rows */
    static List<List<String>> read(Path file, String name) {
        List<SheetCells.Sheet> sheets = SheetCells.read(file, name);
        List<List<String>> rows = new ArrayList<>();
        if (!sheets.isEmpty())
            for (SheetCells.Row row : sheets.getFirst().rows()) {
                if (row.number() > MOST_ROWS) throw wrong(name);
                while (rows.size() < row.number() - 1) rows.add(List.of());
                rows.add(texts(row, name));
            }
        if (rows.size() < 2) throw wrong(name);
        return rows;
    }

    private static List<String> texts(SheetCells.Row row, String name) {
        List<String> texts = new ArrayList<>();
        for (SheetCells.Cell cell : row.cells()) {
            if (cell.column() >= MOST_COLUMNS) throw wrong(name);
            while (texts.size() < cell.column()) texts.add("");
            texts.add(cell.text());
        }
        return texts;
    }

    private static InputRefused wrong(String name) {
        return new InputRefused(Problem.refused("planning.village-table", Problem.Place.file(name), "most", MOST_ROWS));
    }
}
