package org.cuntu.business.planning;

import java.util.List;
import java.util.function.Function;
import org.cuntu.engine.measure.Area;

/**
 * The area ledger of a change (面积台账): before − out + in = after, in every row and in every sum of rows.
 *
 * @param measure what is counted
 * @param rows by county, then class
 */
public record AreaLedger(Measure measure, List<Row> rows) {
    public AreaLedger {
        rows = List.copyOf(rows);
    }

    /** What is counted of a shape. */
    public enum Measure {
        /** F of the whole. */
        GROSS,
        /** Without what the deduction ratio takes off. */
        NET
    }

    /**
     * Ground of a class in a county.
     *
     * @param county six digits; empty: outside every county of the divisions' layer
     * @param code of the class; empty: none
     */
    public record Row(String county, String code, Area before, Area out, Area in) {
        public Area after() {
            return before.minus(out).plus(in);
        }
    }

    /** The sum of a column. */
    public Area sum(Function<Row, Area> column) {
        return rows.stream().map(column).reduce(Area.ZERO, Area::plus);
    }
}
