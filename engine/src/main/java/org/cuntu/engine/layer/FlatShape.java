package org.cuntu.engine.layer;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One polygon or multipolygon as flat rings, ready to meet another. Immutable and thread safe.
 *
 * @param shapes the rings
 * @param shape its number there
 * @param tree boxes over its groups, or null when it is small
 */
public record FlatShape(Shapes shapes, int shape, @Nullable GroupTree tree) {
    public static FlatShape of(Shapes shapes, int shape) {
        return new FlatShape(shapes, shape, GroupTree.pays(shapes, shape) ? GroupTree.of(shapes, shape) : null);
    }

    /** @param geometry polygon or multipolygon, EPSG:4490; what else is in it is left out */
    public static FlatShape of(Geometry geometry) {
        return of(HeapShapes.of(geometry), 0);
    }

    /** F, m². */
    public double integral() {
        return shapes.integral(shape);
    }

    /** @param side {@link Shapes#WEST}, SOUTH, EAST or NORTH */
    public double box(int side) {
        return shapes.shapeBox(shape, side);
    }

    /** The number of its rings. */
    public int rings() {
        return shapes.firstRing(shape + 1) - shapes.firstRing(shape);
    }

    /** Whether its box meets another. */
    public boolean meets(double west, double south, double east, double north) {
        return shapes.shapeMeets(shape, west, south, east, north);
    }
}
