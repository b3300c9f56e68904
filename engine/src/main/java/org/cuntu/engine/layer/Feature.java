package org.cuntu.engine.layer;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature on its way into a snapshot: a polygon or multipolygon in EPSG:4490 and its values in the order of the
 * layer's fields. A value is String, Long, BigDecimal, LocalDate or null.
 */
public record Feature(Geometry geometry, List<@Nullable Object> values) {
    /** Values may be null, so the list is Arrays.asList, not List.of. */
    public static Feature of(Geometry geometry, @Nullable Object... values) {
        return new Feature(geometry, Arrays.asList(values));
    }
}
