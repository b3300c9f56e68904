package org.cuntu.engine.overlay;

import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;

import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.GroupList;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.Shapes;

/**
 * The area and perimeter of one shape within the site: the method of {@link ShapePair} with the site as the second shape, made
 * ready once for many. The {@linkplain SiteGrid grid} over the site answers for every box that its boundary does not meet; what
 * the boundary adds up to each of the site's corners is known beforehand.
 *
 * <p>Both integrals are counted from the latitude of the site. Holds scratch space: for one thread, many shapes.
 */
final class PairCut {
    private final Site site;
    private final HeapShapes siteShapes;
    private final SiteGrid grid;
    private final PairSum sum = new PairSum();
    private final FlatShape siteShape;
    private final LoadedChunk loaded = new LoadedChunk();
    private final GroupList groups = new GroupList();
    private final GroupList around = new GroupList();
    private final CrossingList crossings = new CrossingList();
    private final IntList shapeRings = new IntList();
    private final IntList siteRings = new IntList();
    /** The site's edges near the loaded chunk. */
    private final int[] near;
    /** For each edge of the site the last chunk that was near it. */
    private final int[] seen;

    private int stamp;
    private FlatShape shape;
    private Shapes shapes;
    private boolean windsOnce;
    private boolean meets;
    private boolean whole;

    PairCut(Site site) {
        this.site = site;
        siteShapes = site.shapes();
        siteShape = FlatShape.of(siteShapes, 0);
        grid = site.grid();
        near = new int[siteShapes.points()];
        seen = new int[siteShapes.points()];
        shape = siteShape;
        shapes = siteShapes;
    }

    /** Cuts a shape; the answers stand until the next call. */
    void cut(FlatShape of) {
        shape = of;
        shapes = of.shapes();
        sum.clear();
        crossings.clear();
        shapeRings.clear();
        siteRings.clear();
        windsOnce = true;
        meets = false;
        whole = false;
        if (!of.meets(site.west(), site.south(), site.east(), site.north())) return;
        int place = grid.of(of.box(WEST), of.box(SOUTH), of.box(EAST), of.box(NORTH));
        if (place == SiteGrid.INSIDE) takeWhole();
        if (place != SiteGrid.MIXED) return;
        loaded.clear();
        sum.start(of, siteShape);
        groups.find(shapes, of.shape(), of.tree(), site.west(), site.south(), site.east(), site.north());
        for (int i = 0; i < groups.size(); i++) crossGroup(groups.ring(i), groups.group(i));
        int ringsInside = addRings();
        boolean siteInside = addSiteRings();
        meets |= ringsInside > 0 || siteInside;
        whole = sum.crossings() == 0 && !siteInside && ringsInside == of.rings();
    }

    private void takeWhole() {
        meets = true;
        whole = true;
        int end = shapes.firstRing(shape.shape() + 1);
        for (int ring = shapes.firstRing(shape.shape()); ring < end; ring++) sum.addRing(shapes, ring, 1);
    }

    /** F of the common part, m²; the stored integral when the shape lies wholly in the site. */
    double integral() {
        return whole ? shape.integral() : StrictMath.max(0, sum.integral());
    }

    /** Metres. */
    double perimeter() {
        return StrictMath.max(0, sum.length());
    }

    /** Whether shape and site have a point in common, be it on their boundaries. */
    boolean meets() {
        return meets;
    }

    /** Whether all of the shape lies in the site, its boundary perhaps on the site's. */
    boolean isWhole() {
        return whole;
    }

    /** The shape that was cut. */
    FlatShape shape() {
        return shape;
    }

    /** Where the two boundaries meet. */
    CrossingList crossings() {
        return crossings;
    }

    /** The shape's groups that meet the site's box. */
    GroupList groups() {
        return groups;
    }

    /** The shape's rings that start inside the site, ascending. */
    IntList shapeRings() {
        return shapeRings;
    }

    /** The site's rings that start inside the shape, ascending. */
    IntList siteRings() {
        return siteRings;
    }

    /** Whether no ring starts where the other shape winds round it more than once, or the wrong way. */
    boolean windsOnce() {
        return windsOnce;
    }

    /** Adds each ring's total as often as the site winds round its first point; a ring that starts in the site has been found. */
    private int addRings() {
        int inside = 0;
        for (int i = 0; i < groups.size(); i++) {
            int ring = groups.ring(i);
            if (groups.group(i) == shapes.firstGroup(ring) && addRing(ring)) inside++;
        }
        return inside;
    }

    private boolean addRing(int ring) {
        int point = shapes.firstPoint(ring);
        double x = shapes.x(point);
        double y = shapes.y(point);
        int place = grid.of(x, y);
        int winding = place == SiteGrid.MIXED ? Winding.southWestOf(siteShapes, 0, x, y) : place;
        if (winding == 0) return false;
        windsOnce &= winding == 1;
        shapeRings.add(ring);
        sum.addRing(shapes, ring, winding);
        return true;
    }

    private boolean addSiteRings() {
        boolean any = false;
        for (int ring = 0; ring < siteShapes.rings(); ring++) {
            int point = siteShapes.firstPoint(ring);
            int winding = winding(siteShapes.x(point), siteShapes.y(point));
            if (winding == 0) continue;
            any = true;
            windsOnce &= winding == 1;
            siteRings.add(ring);
            sum.addRing(siteShapes, ring, winding);
        }
        return any;
    }

    /** How often the shape winds round a point of the site. */
    private int winding(double x, double y) {
        if (!shape.meets(x, y, x, y)) return 0;
        if (shape.tree() == null) return Winding.northEastOf(shapes, shape.shape(), x, y);
        around.find(shapes, shape.shape(), shape.tree(), x, y, Double.POSITIVE_INFINITY, y);
        return Winding.of(shapes, around, x, y, true);
    }

    private void crossGroup(int ring, int group) {
        if (grid.of(
                        shapes.groupBox(group, WEST),
                        shapes.groupBox(group, SOUTH),
                        shapes.groupBox(group, EAST),
                        shapes.groupBox(group, NORTH))
                != SiteGrid.MIXED) return;
        int from = shapes.firstChunk(ring) + (group - shapes.firstGroup(ring)) * Shapes.GROUP;
        int to = StrictMath.min(from + Shapes.GROUP, shapes.firstChunk(ring + 1));
        for (int chunk = from; chunk < to; chunk++) {
            if (to - from > 1 && !mayCross(chunk)) continue;
            crossChunk(ring, chunk);
        }
    }

    private boolean mayCross(int chunk) {
        return shapes.chunkMeets(chunk, site.west(), site.south(), site.east(), site.north())
                && grid.of(
                                shapes.chunkBox(chunk, WEST),
                                shapes.chunkBox(chunk, SOUTH),
                                shapes.chunkBox(chunk, EAST),
                                shapes.chunkBox(chunk, NORTH))
                        == SiteGrid.MIXED;
    }

    private void crossChunk(int ring, int chunk) {
        double west = shapes.chunkBox(chunk, WEST);
        double south = shapes.chunkBox(chunk, SOUTH);
        double east = shapes.chunkBox(chunk, EAST);
        double north = shapes.chunkBox(chunk, NORTH);
        int count = grid.edges(west, south, east, north, near, seen, ++stamp);
        for (int i = 0; i < count; i++) {
            int a = near[i];
            double ax = siteShapes.x(a);
            double ay = siteShapes.y(a);
            double bx = siteShapes.x(a + 1);
            double by = siteShapes.y(a + 1);
            double left = StrictMath.min(ax, bx);
            double right = StrictMath.max(ax, bx);
            double low = StrictMath.min(ay, by);
            double high = StrictMath.max(ay, by);
            if (left > east || right < west || low > north || high < south) continue;
            loaded.load(shapes, ring, chunk);
            for (int k = 0; k < loaded.edges(); k++)
                if (loaded.edgeMeets(k, left, low, right, high)) crossEdges(k, a, ax, ay, bx, by);
        }
    }

    private void crossEdges(int k, int a, double ax, double ay, double bx, double by) {
        int crossing = EdgeCrossing.of(loaded.x[k], loaded.y[k], loaded.x[k + 1], loaded.y[k + 1], ax, ay, bx, by);
        if (crossing == EdgeCrossing.APART) return;
        meets = true;
        crossings.add(crossing, loaded.point(k), a);
        if (crossing != EdgeCrossing.TOUCHES) sum.addCrossing(crossing, loaded, k, site, a);
    }
}
