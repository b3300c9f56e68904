package org.cuntu.engine.format;

import java.util.List;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Field;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer on its way into a file: its features, gone through once or more, one held at a time.
 *
 * @param name of the layer in the file: letters, digits and underscores
 * @param title in words, for formats that have a place for it
 * @param crs the system that is written
 * @param size the number of rows
 * @param rows in EPSG:4490, the same at every going through
 * @param dimension what its shapes are made of
 */
public record LayerContent(
        String name, String title, List<Field> fields, Crs crs, long size, Rows rows, Dimension dimension) {
    /** Of polygons. */
    public LayerContent(String name, String title, List<Field> fields, Crs crs, long size, Rows rows) {
        this(name, title, fields, crs, size, rows, Dimension.AREA);
    }

    /** The features. */
    public interface Rows {
        void forEach(Row row);
    }

    /** Takes one feature. */
    public interface Row {
        /**
         * @param shape one or several polygons, or lines or points where the layer has those; maybe empty
         * @param values one a field: String, Long, BigDecimal, LocalDate or null
         */
        void take(Geometry shape, List<@Nullable Object> values);
    }

    public LayerContent {
        fields = List.copyOf(fields);
        if (!name.matches("[\\p{IsAlphabetic}\\p{IsDigit}_]{1,60}")) throw new IllegalArgumentException("name " + name);
    }

    /** Every feature in the system that is written, each vertex converted once. */
    public void forEach(Row row) {
        if (crs.equals(Crs.CGCS2000)) rows.forEach(row);
        else
            rows.forEach((shape, values) ->
                    row.take(GeoShape.of(Crs.CGCS2000, shape).to(crs).geometry(), values));
    }
}
