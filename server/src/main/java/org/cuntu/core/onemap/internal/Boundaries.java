package org.cuntu.core.onemap.internal;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.Snapshot;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The exact outlines of a snapshot's features within a box, for a pen that snaps to them: tiles are simplified and cut,
 * these are not. Only runs of edges whose bounds meet the box are given, so that a red line of fifty thousand vertices
 * costs what is seen of it; coordinates are rounded to 1e-9°, as whatever is drawn will be (contracts 3).
 */
final class Boundaries {
    private final Envelope box;
    private int left;
    private boolean complete = true;

    /** @param limit of vertices in all; beyond, nothing more is given and {@link #complete} is false */
    Boundaries(Envelope box, int limit) {
        this.box = box;
        this.left = limit;
    }

    boolean complete() {
        return complete;
    }

    /** Lines as longitude, latitude, longitude, latitude… */
    List<double[]> of(Snapshot snapshot) {
        List<double[]> lines = new ArrayList<>();
        for (int feature : snapshot.find(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())) {
            Geometry geometry = snapshot.geometry(feature);
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                switch (geometry.getGeometryN(i)) {
                    case Polygon polygon -> {
                        runs(polygon.getExteriorRing(), lines);
                        for (int h = 0; h < polygon.getNumInteriorRing(); h++) runs(polygon.getInteriorRingN(h), lines);
                    }
                    case LineString line -> runs(line, lines);
                    default -> {}
                }
            }
        }
        return lines;
    }

    private void runs(LineString ring, List<double[]> lines) {
        if (!box.intersects(ring.getEnvelopeInternal())) return;
        CoordinateSequence points = ring.getCoordinateSequence();
        int from = -1;
        for (int i = 1; i < points.size(); i++) {
            boolean meets = box.intersects(
                    new Envelope(points.getX(i - 1), points.getX(i), points.getY(i - 1), points.getY(i)));
            if (meets && from < 0) from = i - 1;
            if (from >= 0 && (!meets || i == points.size() - 1)) {
                add(points, from, meets ? i : i - 1, lines);
                from = -1;
            }
        }
    }

    private void add(CoordinateSequence points, int from, int to, List<double[]> lines) {
        int count = to - from + 1;
        if (count > left) {
            complete = false;
            return;
        }
        left -= count;
        double[] line = new double[2 * count];
        for (int i = 0; i < count; i++) {
            line[2 * i] = nano(points.getX(from + i));
            line[2 * i + 1] = nano(points.getY(from + i));
        }
        lines.add(line);
    }

    private static double nano(double degrees) {
        return StrictMath.rint(degrees * 1e9) / 1e9;
    }
}
