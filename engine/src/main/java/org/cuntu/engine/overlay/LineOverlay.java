package org.cuntu.engine.overlay;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.MappedSnapshot;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.layer.Snapshot;

/**
 * A site meets a layer of lines or of points: how long the parts inside are, which points lie inside. Pure functions, as
 * {@link SiteOverlay}'s.
 *
 * <p>The site counts as shifted by (ε, ε²) here too: of two sites with a common boundary a line along it, or a point on it, is in just
 * one.
 */
public final class LineOverlay {
    private LineOverlay() {}

    /** Every line that has a point in common with the site, in feature order; several lines of one feature together. */
    public static List<LinePiece> lines(Site site, Snapshot snapshot) {
        MappedSnapshot layer = require(snapshot, Dimension.LINE);
        PathCut path = new PathCut(site);
        List<LinePiece> pieces = new ArrayList<>();
        for (int feature : layer.find(site.west(), site.south(), site.east(), site.north())) {
            path.cut(layer.shapes(), feature);
            if (path.meets()) pieces.add(new LinePiece(feature, path.metres()));
        }
        return pieces;
    }

    /** Every feature with at least one point in the site, in feature order. */
    public static List<Integer> points(Site site, Snapshot snapshot) {
        MappedSnapshot layer = require(snapshot, Dimension.POINT);
        List<Integer> inside = new ArrayList<>();
        for (int feature : layer.find(site.west(), site.south(), site.east(), site.north()))
            if (anyInside(site, layer.shapes(), feature)) inside.add(feature);
        return inside;
    }

    static boolean anyInside(Site site, Shapes shapes, int feature) {
        for (int ring = shapes.firstRing(feature); ring < shapes.firstRing(feature + 1); ring++) {
            int point = shapes.firstPoint(ring);
            if (Winding.southWestOf(site.shapes(), 0, shapes.x(point), shapes.y(point)) != 0) return true;
        }
        return false;
    }

    /** The flat lines or points of a layer that has such. */
    static Shapes shapes(Snapshot snapshot) {
        return require(snapshot, snapshot.dimension()).shapes();
    }

    private static MappedSnapshot require(Snapshot snapshot, Dimension dimension) {
        if (snapshot.dimension() == dimension && snapshot instanceof MappedSnapshot mapped) return mapped;
        throw new IllegalArgumentException(
                "layer " + snapshot.schema().layer() + " holds " + snapshot.dimension() + ", not " + dimension);
    }
}
