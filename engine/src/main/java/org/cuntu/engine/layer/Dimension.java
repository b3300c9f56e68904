package org.cuntu.engine.layer;

/** What a layer's features are made of. In the file the number of the constant. */
public enum Dimension {
    /** Points: they lie in a site or not, and are counted. */
    POINT,
    /** Lines: their length in a site is measured. */
    LINE,
    /** Polygons: their area in a site is measured. */
    AREA
}
