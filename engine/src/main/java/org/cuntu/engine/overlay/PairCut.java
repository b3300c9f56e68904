package org.cuntu.engine.overlay;

import static org.cuntu.engine.layer.Shapes.CHUNK;
import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;

import java.util.function.IntConsumer;
import org.cuntu.engine.layer.CompensatedSum;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.LocalMetric;
import org.cuntu.engine.layer.References;
import org.cuntu.engine.layer.Shapes;

/**
 * The area and perimeter of one shape within the site, without building the common outline.
 *
 * <p>By Green's theorem the area of P ∩ S is the integral along ∂P where it runs inside S plus along ∂S where it runs
 * inside P. Where ∂P enters S at x, the first gains total − I_P(x) and the second loses total − I_S(x), and the other way
 * round where it leaves; so each crossing adds ±(I_S(x) − I_P(x)) with I the running integrals from the rings' first points,
 * and each ring adds its total as often as the other shape winds round its first point. No crossing has to be put in
 * order. Lengths add up the same way.
 *
 * <p>Decisions are exact. The site counts as shifted by (ε, ε²) with ε infinitely small: no point of one boundary is then
 * on the other, no edges are collinear, and shared edges and corners need no special case. Every predicate takes the sign
 * of the same shift, so all of them speak of one real configuration. Since decisions are consistent, values may be rounded:
 * the crossing point is computed once and used for both integrals, whose dependence on it cancels to the first order.
 *
 * <p>Both integrals are counted from the latitude of the site. Holds scratch space: for one thread, many shapes.
 */
final class PairCut {
    private final Site site;
    private final HeapShapes siteShapes;
    private final SiteGrid grid;
    private final CompensatedSum sum = new CompensatedSum();
    private final double[] px = new double[CHUNK + 1];
    private final double[] py = new double[CHUNK + 1];
    /** Integral and length from the loaded chunk's start to each of its points; filled when first needed. */
    private final double[] partial = new double[CHUNK + 1];

    private final double[] partialLength = new double[CHUNK + 1];
    private final IntConsumer crossSiteEdge = this::crossSiteEdge;
    /** For each edge of the site the last chunk that has met it. */
    private final int[] seen;

    private int stamp;
    private Shapes shapes;
    private double shift;
    private double ringStart;
    private double length;
    private int chunk;
    private double west;
    private double south;
    private double east;
    private double north;
    private int edges;
    private int edge;
    private boolean partialsKnown;
    private int crossings;
    private boolean meets;
    private boolean whole;

    PairCut(Site site) {
        this.site = site;
        siteShapes = site.shapes();
        grid = site.grid();
        seen = new int[siteShapes.points()];
        shapes = siteShapes;
    }

    /** Cuts a shape; the answers stand until the next call. */
    void cut(Shapes of, int shape) {
        shapes = of;
        sum.reset();
        length = 0;
        crossings = 0;
        meets = false;
        whole = false;
        if (!of.shapeMeets(shape, site.west(), site.south(), site.east(), site.north())) return;
        int place = grid.of(
                of.shapeBox(shape, WEST),
                of.shapeBox(shape, SOUTH),
                of.shapeBox(shape, EAST),
                of.shapeBox(shape, NORTH));
        if (place == SiteGrid.OUTSIDE) return;
        if (place == SiteGrid.INSIDE) {
            takeWhole(shape);
            return;
        }
        shift = References.shift(of.reference(shape), site.reference());
        int end = of.firstRing(shape + 1);
        for (int ring = of.firstRing(shape); ring < end; ring++) crossRing(ring);
        int ringsInside = 0;
        for (int ring = of.firstRing(shape); ring < end; ring++) ringsInside += addRing(ring) ? 1 : 0;
        boolean siteInside = addSiteRings(shape);
        meets |= ringsInside > 0 || siteInside;
        whole = crossings == 0 && !siteInside && ringsInside == end - of.firstRing(shape);
    }

    private void takeWhole(int shape) {
        meets = true;
        whole = true;
        int end = shapes.firstRing(shape + 1);
        for (int ring = shapes.firstRing(shape); ring < end; ring++) length += shapes.ringLength(ring);
    }

    /** F of the common part, m²; the stored integral when the shape lies wholly in the site. */
    double integral(int shape) {
        return whole ? shapes.integral(shape) : StrictMath.max(0, sum.value());
    }

    /** Metres. */
    double perimeter() {
        return StrictMath.max(0, length);
    }

    /** Whether shape and site have a point in common, be it on their boundaries. */
    boolean meets() {
        return meets;
    }

    /** Whether all of the shape lies in the site, its boundary perhaps on the site's. */
    boolean isWhole() {
        return whole;
    }

    /** Adds a ring's total as often as the site winds round its first point. */
    private boolean addRing(int ring) {
        int point = shapes.firstPoint(ring);
        double x = shapes.x(point);
        double y = shapes.y(point);
        int place = grid.of(x, y);
        int winding = place == SiteGrid.MIXED ? Winding.southWestOf(siteShapes, 0, x, y) : place;
        if (winding == 0) return false;
        sum.add(winding * shapes.ringHigh(ring));
        sum.add(winding * shapes.ringLow(ring));
        length += winding * shapes.ringLength(ring);
        return true;
    }

    private boolean addSiteRings(int shape) {
        boolean any = false;
        for (int ring = 0; ring < siteShapes.rings(); ring++) {
            int point = siteShapes.firstPoint(ring);
            int winding = Winding.northEastOf(shapes, shape, siteShapes.x(point), siteShapes.y(point));
            if (winding == 0) continue;
            any = true;
            sum.add(winding * siteShapes.ringHigh(ring));
            sum.add(winding * siteShapes.ringLow(ring));
            length += winding * siteShapes.ringLength(ring);
        }
        return any;
    }

    private void crossRing(int ring) {
        int firstChunk = shapes.firstChunk(ring);
        int endChunk = shapes.firstChunk(ring + 1);
        int firstGroup = shapes.firstGroup(ring);
        int endGroup = shapes.firstGroup(ring + 1);
        int lastPoint = shapes.firstPoint(ring + 1) - 1;
        ringStart = Double.NaN;
        for (int group = firstGroup; group < endGroup; group++) {
            if (!mayCrossGroup(group)) continue;
            int from = firstChunk + (group - firstGroup) * Shapes.GROUP;
            int to = StrictMath.min(from + Shapes.GROUP, endChunk);
            for (int c = from; c < to; c++) {
                if (!mayCrossChunk(c)) continue;
                int start = shapes.firstPoint(ring) + (c - firstChunk) * CHUNK;
                crossChunk(ring, c, start, StrictMath.min(CHUNK, lastPoint - start));
            }
        }
    }

    private boolean mayCrossGroup(int group) {
        return mayCross(
                shapes.groupBox(group, WEST),
                shapes.groupBox(group, SOUTH),
                shapes.groupBox(group, EAST),
                shapes.groupBox(group, NORTH));
    }

    private boolean mayCrossChunk(int of) {
        return mayCross(
                shapes.chunkBox(of, WEST),
                shapes.chunkBox(of, SOUTH),
                shapes.chunkBox(of, EAST),
                shapes.chunkBox(of, NORTH));
    }

    private boolean mayCross(double west, double south, double east, double north) {
        return west <= site.east()
                && east >= site.west()
                && south <= site.north()
                && north >= site.south()
                && grid.of(west, south, east, north) == SiteGrid.MIXED;
    }

    private void crossChunk(int ring, int c, int start, int count) {
        load(ring, c, start, count);
        for (edge = 0; edge < count; edge++) {
            double ax = px[edge];
            double ay = py[edge];
            double bx = px[edge + 1];
            double by = py[edge + 1];
            west = StrictMath.min(ax, bx);
            south = StrictMath.min(ay, by);
            east = StrictMath.max(ax, bx);
            north = StrictMath.max(ay, by);
            grid.edges(west, south, east, north, seen, ++stamp, crossSiteEdge);
        }
    }

    private void load(int ring, int c, int start, int count) {
        shapes.load(start, count + 1, px, py);
        chunk = c;
        edges = count;
        partialsKnown = false;
        if (Double.isNaN(ringStart)) ringStart = shapes.x(shapes.firstPoint(ring));
    }

    private void crossSiteEdge(int a) {
        double ax = siteShapes.x(a);
        double ay = siteShapes.y(a);
        double bx = siteShapes.x(a + 1);
        double by = siteShapes.y(a + 1);
        double left = StrictMath.min(ax, bx);
        double right = StrictMath.max(ax, bx);
        double low = StrictMath.min(ay, by);
        double high = StrictMath.max(ay, by);
        if (left > east || right < west || low > north || high < south) return;
        crossEdges(edge, a, ax, ay, bx, by);
    }

    private void crossEdges(int k, int a, double ax, double ay, double bx, double by) {
        int crossing = EdgeCrossing.of(px[k], py[k], px[k + 1], py[k + 1], ax, ay, bx, by);
        if (crossing == EdgeCrossing.APART) return;
        meets = true;
        if (crossing != EdgeCrossing.TOUCHES) addCrossing(crossing, k, a, ax, ay, bx, by);
    }

    /** Adds the crossing of edge k of the loaded chunk with the site's edge from point a; sign is +1 where the shape enters. */
    private void addCrossing(int sign, int k, int a, double ax, double ay, double bx, double by) {
        crossings++;
        if (!partialsKnown) sumPartials();
        double fromP = Side.value(ax, ay, bx, by, px[k], py[k]);
        double fromQ = Side.value(ax, ay, bx, by, px[k + 1], py[k + 1]);
        double t = fromP / (fromP - fromQ);
        if (!(t > 0)) t = 0;
        if (t > 1) t = 1;
        double width = t * (px[k + 1] - px[k]);
        double height = t * (py[k + 1] - py[k]);
        double siteWidth = (px[k] - ax) + width;
        double siteHeight = (py[k] - ay) + height;
        sum.add(-sign * shapes.runHigh(chunk));
        sum.add(-sign * shapes.runLow(chunk));
        sum.addProduct(-sign * shift, px[0] - ringStart);
        sum.add(-sign * partial[k]);
        sum.add(-sign * site.field().part(py[k], width, height));
        sum.add(sign * site.runHigh(a));
        sum.add(sign * site.runLow(a));
        sum.add(sign * site.field().part(ay, siteWidth, siteHeight));
        double alongShape = shapes.runLength(chunk) + partialLength[k] + LocalMetric.length(py[k], width, height);
        double alongSite = site.runLength(a) + LocalMetric.length(ay, siteWidth, siteHeight);
        length += sign * (alongSite - alongShape);
    }

    private void sumPartials() {
        partialsKnown = true;
        partial[0] = 0;
        partialLength[0] = 0;
        for (int k = 0; k < edges; k++) {
            partial[k + 1] = partial[k] + site.field().edge(px[k], py[k], px[k + 1], py[k + 1]);
            partialLength[k + 1] = partialLength[k] + LocalMetric.length(py[k], px[k + 1] - px[k], py[k + 1] - py[k]);
        }
    }
}
