package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** A feature's outline as a file has it: polygons as lists of rings, not judged yet, and what was met on the way. */
final class Outline {
    /** Polygons; of each its rings, the outer one first; of each its points. */
    final List<List<List<Coordinate>>> polygons = new ArrayList<>();

    /** The first part that is no area, by its kind; null when there is none. */
    @Nullable
    String strange;

    boolean z;
    boolean m;
    boolean curved;

    void polygon(List<List<Coordinate>> rings) {
        if (!rings.isEmpty()) polygons.add(rings);
    }

    void strange(String kind) {
        if (strange == null) strange = kind;
    }
}
