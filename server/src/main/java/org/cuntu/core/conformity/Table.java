package org.cuntu.core.conformity;

import java.util.List;
import org.cuntu.core.rules.Words;

/**
 * A table of the report, the same for page, JSON, terminal and paper.
 *
 * @param id landUse, planZones, planPlots, controlLines, cropland, conversion, items
 * @param unit ha, m2 or empty
 */
public record Table(String id, String unit, List<Column> columns, List<Row> rows) {
    /**
     * @param group heading over several columns; empty words: none
     * @param numeric whether cells are figures, set to the right
     */
    public record Column(String key, Words title, Words group, boolean numeric) {}

    /** @param cells one a column */
    public record Row(Kind kind, List<Words> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public enum Kind {
        ROW,
        SUBTOTAL,
        TOTAL
    }

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
