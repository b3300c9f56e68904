package org.cuntu.engine.format;

import java.util.Map;
import org.cuntu.engine.geometry.GeoShape;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature of a source file.
 *
 * @param number 1-based position in the file
 * @param shape polygon or multipolygon in the file's own system; empty only by {@link ReadOrder#keepsEmpty}
 * @param values by the source's own field names, in order; String, Long, BigDecimal, LocalDate or null
 */
public record SourceFeature(int number, GeoShape shape, Map<String, @Nullable Object> values) {
    /** In EPSG:4490, each vertex converted once. */
    public Geometry geometry() {
        return shape.toGeodetic().geometry();
    }
}
