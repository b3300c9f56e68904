package org.cuntu.engine.geometry;

/** Something that stands on the ground: a plot, a drawing. */
public interface Shaped {
    /** Polygon or multipolygon in its own system. */
    GeoShape shape();
}
