package org.cuntu.core.conformity.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer of an exchange file.
 *
 * @param name of the table or file
 * @param title as people call it
 * @param points whether its shapes are points, not polygons
 */
public record PieceLayer(String name, String title, List<Column> columns, List<Row> rows, boolean points) {
    /** Of polygons. */
    public PieceLayer(String name, String title, List<Column> columns, List<Row> rows) {
        this(name, title, columns, rows, false);
    }

    /**
     * @param name at most ten letters, as surveyors know it
     * @param decimals −1 for words, else the places of a number
     */
    public record Column(String name, int decimals) {
        boolean isText() {
            return decimals < 0;
        }
    }

    /**
     * @param shape EPSG:4490; empty when rounding left a figure without ground
     * @param values one a column: String, Long, BigDecimal or null
     */
    public record Row(Geometry shape, List<@Nullable Object> values) {}
}
