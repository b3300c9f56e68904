package org.cuntu.core.onemap;

import java.util.Arrays;
import java.util.List;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Which features are a division's: those whose division field begins with its digits; where the layer has no such field, or
 * the feature no value, those with an inner point in its ground, its border included: so a line along a border is of both sides. The
 * whole city has every feature. Immutable and thread safe.
 */
public final class DivisionPart {
    private final String digits;
    private final int field;
    private final @Nullable IndexedPointInAreaLocator ground;

    private DivisionPart(String digits, int field, @Nullable Geometry ground) {
        this.digits = digits;
        this.field = field;
        this.ground = ground == null ? null : new IndexedPointInAreaLocator(ground);
    }

    public static DivisionPart whole() {
        return new DivisionPart("", -1, null);
    }

    /**
     * @param field code of the division field; null: none
     * @param ground of the division
     */
    public static DivisionPart of(String digits, LayerSchema schema, @Nullable String field, Geometry ground) {
        return new DivisionPart(digits, field == null ? -1 : schema.indexOf(field), ground);
    }

    public boolean isWhole() {
        return ground == null;
    }

    public boolean has(Snapshot snapshot, int feature) {
        if (ground == null) return true;
        Object code = field < 0 ? null : snapshot.value(feature, field);
        return code == null ? isIn(snapshot.geometry(feature)) : code.toString().startsWith(digits);
    }

    /** @param feature in the register's fields */
    public boolean has(Feature feature) {
        if (ground == null) return true;
        Object code = field < 0 ? null : feature.values().get(field);
        return code == null ? isIn(feature.geometry()) : code.toString().startsWith(digits);
    }

    private boolean isIn(Geometry geometry) {
        if (ground == null) return true;
        Coordinate inner = inner(geometry);
        return inner != null && ground.locate(inner) != Location.EXTERIOR;
    }

    /** A point inside; of a shape that is none, its first vertex. */
    private static @Nullable Coordinate inner(Geometry geometry) {
        if (geometry.isEmpty()) return null;
        try {
            return geometry.getInteriorPoint().getCoordinate();
        } catch (RuntimeException e) {
            return geometry.getCoordinate();
        }
    }

    /** A snapshot's feature as it goes into another one. */
    public static Feature feature(Snapshot snapshot, int number) {
        int fields = snapshot.schema().fields().size();
        @Nullable Object[] values = new Object[fields];
        for (int i = 0; i < fields; i++) values[i] = snapshot.value(number, i);
        List<@Nullable Object> list = Arrays.asList(values);
        return new Feature(snapshot.geometry(number), list);
    }
}
