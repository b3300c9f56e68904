package org.cuntu.engine.overlay;

import static org.cuntu.engine.layer.Shapes.CHUNK;
import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;

import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.LocalMetric;
import org.cuntu.engine.layer.Shapes;

/** How far shapes are from the site, in metres at the site's latitude; chunks too far away are skipped by their boxes. */
final class Distance {
    private final Site site;
    private final HeapShapes siteShapes;
    private final PairCut pair;
    private final double perLongitude;
    private final double perLatitude;
    private double best;

    Distance(Site site) {
        this.site = site;
        siteShapes = site.shapes();
        pair = new PairCut(site);
        double middle = 0.5 * (site.south() + site.north());
        perLongitude = LocalMetric.metresPerLongitude(middle);
        perLatitude = LocalMetric.metresPerLatitude(middle);
    }

    /** The site's box, grown by so many metres: west, south, east, north. */
    double[] boxAround(double metres) {
        double x = metres / perLongitude;
        double y = metres / perLatitude;
        return new double[] {site.west() - x, site.south() - y, site.east() + x, site.north() + y};
    }

    /** Metres between the site and a shape: exact up to the limit, some larger number beyond. */
    double to(FlatShape of, double limit) {
        pair.cut(of);
        Shapes shapes = of.shapes();
        int shape = of.shape();
        if (pair.meets()) return 0;
        best = StrictMath.nextUp(limit);
        int end = shapes.firstRing(shape + 1);
        for (int ring = shapes.firstRing(shape); ring < end; ring++) ring(shapes, ring);
        return best;
    }

    private void ring(Shapes shapes, int ring) {
        int firstGroup = shapes.firstGroup(ring);
        int firstChunk = shapes.firstChunk(ring);
        int lastPoint = shapes.firstPoint(ring + 1) - 1;
        for (int chunk = firstChunk; chunk < shapes.firstChunk(ring + 1); chunk++) {
            int inRing = chunk - firstChunk;
            if (inRing % Shapes.GROUP == 0 && groupIsFar(shapes, firstGroup + inRing / Shapes.GROUP)) {
                chunk += Shapes.GROUP - 1;
                continue;
            }
            int from = shapes.firstPoint(ring) + inRing * CHUNK;
            chunk(shapes, chunk, from, StrictMath.min(from + CHUNK, lastPoint));
        }
    }

    private boolean groupIsFar(Shapes shapes, int group) {
        return gap(
                        shapes.groupBox(group, WEST),
                        shapes.groupBox(group, SOUTH),
                        shapes.groupBox(group, EAST),
                        shapes.groupBox(group, NORTH),
                        site.west(),
                        site.south(),
                        site.east(),
                        site.north())
                >= best;
    }

    private void chunk(Shapes shapes, int chunk, int from, int to) {
        double west = shapes.chunkBox(chunk, WEST);
        double south = shapes.chunkBox(chunk, SOUTH);
        double east = shapes.chunkBox(chunk, EAST);
        double north = shapes.chunkBox(chunk, NORTH);
        for (int ring = 0; ring < siteShapes.rings(); ring++) {
            int firstChunk = siteShapes.firstChunk(ring);
            int lastPoint = siteShapes.firstPoint(ring + 1) - 1;
            for (int s = firstChunk; s < siteShapes.firstChunk(ring + 1); s++) {
                double far = gap(
                        west,
                        south,
                        east,
                        north,
                        siteShapes.chunkBox(s, WEST),
                        siteShapes.chunkBox(s, SOUTH),
                        siteShapes.chunkBox(s, EAST),
                        siteShapes.chunkBox(s, NORTH));
                if (far >= best) continue;
                int first = siteShapes.firstPoint(ring) + (s - firstChunk) * CHUNK;
                int last = StrictMath.min(first + CHUNK, lastPoint);
                for (int p = from; p < to; p++) for (int q = first; q < last; q++) edges(shapes, p, q);
            }
        }
    }

    /** Edges that do not meet are nearest at an end of one of them. */
    private void edges(Shapes shapes, int p, int q) {
        pointToEdge(shapes, p, siteShapes, q);
        pointToEdge(shapes, p + 1, siteShapes, q);
        pointToEdge(siteShapes, q, shapes, p);
        pointToEdge(siteShapes, q + 1, shapes, p);
    }

    private void pointToEdge(Shapes of, int point, Shapes to, int edge) {
        double dx = (to.x(edge + 1) - to.x(edge)) * perLongitude;
        double dy = (to.y(edge + 1) - to.y(edge)) * perLatitude;
        double x = (of.x(point) - to.x(edge)) * perLongitude;
        double y = (of.y(point) - to.y(edge)) * perLatitude;
        double square = dx * dx + dy * dy;
        double t = square == 0 ? 0 : StrictMath.max(0, StrictMath.min(1, (x * dx + y * dy) / square));
        best = StrictMath.min(best, length(x - t * dx, y - t * dy));
    }

    private double gap(double w, double s, double e, double n, double w2, double s2, double e2, double n2) {
        double x = StrictMath.max(0, StrictMath.max(w2 - e, w - e2)) * perLongitude;
        double y = StrictMath.max(0, StrictMath.max(s2 - n, s - n2)) * perLatitude;
        return length(x, y);
    }

    private static double length(double x, double y) {
        return StrictMath.sqrt(x * x + y * y);
    }
}
