package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.Dimension;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A feature's outline as a file has it, not judged yet, and what was met on the way. It takes in what is wanted alone; the first
 * part of another kind is named, and nothing after it counts.
 */
final class Outline {
    /** Polygons; of each its rings, the outer one first; of each its points. */
    final List<List<List<Coordinate>>> polygons = new ArrayList<>();

    final List<List<Coordinate>> lines = new ArrayList<>();
    final List<Coordinate> points = new ArrayList<>();

    /** The first part that is not what is wanted, by its kind; null when there is none. */
    @Nullable
    String strange;

    boolean z;
    boolean m;
    boolean curved;

    private final Dimension wanted;

    Outline(Dimension wanted) {
        this.wanted = wanted;
    }

    boolean wants(Dimension dimension) {
        return wanted == dimension;
    }

    boolean isEmpty() {
        return polygons.isEmpty() && lines.isEmpty() && points.isEmpty();
    }

    void polygon(List<List<Coordinate>> rings) {
        if (!rings.isEmpty()) polygons.add(rings);
    }

    void line(List<Coordinate> line) {
        if (!line.isEmpty()) lines.add(line);
    }

    void strange(String kind) {
        if (strange == null) strange = kind;
    }
}
