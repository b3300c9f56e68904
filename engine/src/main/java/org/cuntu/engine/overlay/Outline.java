package org.cuntu.engine.overlay;

import java.util.List;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.GroupList;
import org.cuntu.engine.layer.HeapShapes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The outline of what a {@link PairCut} has cut, from the crossings that it found: a valid polygon or multipolygon (OGC 06-103r4, 6.1.11)
 * as large as the piece within 1e-9·A + 2e-6 m².
 *
 * <p>Three ways, the first that is sure of its answer gives it:
 *
 * <ol>
 *   <li>the rings as they are walked ({@link OutlineWalk}), when no corner of one shape lies on the other's boundary and no two rings
 *       of one shape are joined: then nothing can touch;
 *   <li>their edges put together anew ({@link RingFaces}), so that what is run over to and fro goes and what touches is cut apart;
 *   <li>the overlay of JTS, where rounding has moved a corner over an edge: a few of a million.
 * </ol>
 *
 * Scratch space, for one thread and one site.
 */
final class Outline {
    /** Square metres; a ring that is smaller is the rounding of a corner. */
    private static final double SPECK = 1e-7;

    /** Degrees: two units in the last place of a longitude in China, 3 nm. */
    private static final double ROUNDING = 3e-14;

    private final Site site;
    private final HeapShapes siteShapes;
    private final OutlineWalk walk;
    private final RingList rings = new RingList();
    private final Clearance clearance = new Clearance();
    private final RingTouches touches = new RingTouches();
    /** Whether rings of the site touch, once it has been asked. */
    private @Nullable Boolean siteTouches;

    private final int[] made = new int[3];
    /** Whether anything walked may touch anything else. */
    private boolean mayTouch;

    Outline(Site site) {
        this.site = site;
        siteShapes = site.shapes();
        walk = new OutlineWalk(siteShapes);
    }

    /** How many outlines were made in each of the three ways. */
    int[] made() {
        return made.clone();
    }

    Geometry of(PairCut cut) {
        if (cut.isWhole()) return OutlinePolygons.of(cut.shape());
        if (!cut.meets()) return OutlinePolygons.FACTORY.createPolygon();
        if (walk(cut)) {
            Geometry outline = mayTouch ? null : asWalked(cut.integral());
            if (outline != null) return counted(0, outline);
            outline = putTogether(cut.integral(), 0);
            if (outline == null) outline = putTogether(cut.integral(), ROUNDING);
            if (outline != null) return counted(1, outline);
        }
        return counted(2, byJts(cut));
    }

    private Geometry counted(int way, Geometry outline) {
        made[way]++;
        return outline;
    }

    private boolean walk(PairCut cut) {
        if (!cut.windsOnce()) return false;
        FlatShape shape = cut.shape();
        rings.clear();
        walk.begin(cut.crossings(), shape.shapes());
        if (!walk.walk(shape.shapes(), shape.shape(), rings)) return false;
        int shapeRings = walk.addShapeRings(shape.shapes(), cut.shapeRings(), rings);
        int siteRings = walk.addSiteRings(cut.siteRings(), rings);
        mayTouch = walk.touchesCorners()
                || shapeRings > 1 && touches.any(shape.shapes(), cut.groups())
                || siteRings > 1 && siteTouchesItself();
        return true;
    }

    private boolean siteTouchesItself() {
        if (siteTouches == null) {
            GroupList all = new GroupList();
            all.find(siteShapes, 0, null, site.west(), site.south(), site.east(), site.north());
            siteTouches = touches.any(siteShapes, all);
        }
        return siteTouches;
    }

    private @Nullable Geometry asWalked(double expected) {
        if (!clearance.isClear(rings)) return null;
        OutlinePolygons polygons = new OutlinePolygons();
        double sum = 0;
        for (int ring = 0; ring < rings.rings(); ring++) {
            double area = rings.integral(ring, site.field());
            if (StrictMath.abs(area) < SPECK) return null;
            sum += area;
            if (area > 0) polygons.addShell(OutlinePolygons.ring(rings, ring), area);
            else polygons.addLooseHole(OutlinePolygons.ring(rings, ring));
        }
        return isAsLarge(sum, expected) ? polygons.assembled() : null;
    }

    private @Nullable Geometry putTogether(double expected, double near) {
        RingSegments segments = new RingSegments(rings);
        List<List<int[]>> boundaries = RingFaces.of(segments, near);
        if (boundaries == null) return null;
        OutlinePolygons polygons = new OutlinePolygons();
        double sum = 0;
        for (List<int[]> boundary : boundaries) sum += add(boundary, segments, polygons);
        if (!isAsLarge(sum, expected)) return null;
        Geometry outline = polygons.assembled();
        return outline != null && outline.isValid() ? outline : null;
    }

    /** Adds the rings of one boundary of ground; gives what they add to its area. */
    private double add(List<int[]> boundary, RingSegments segments, OutlinePolygons polygons) {
        double sum = 0;
        double[] areas = new double[boundary.size()];
        int shell = -1;
        for (int i = 0; i < areas.length; i++) {
            areas[i] = segments.integral(boundary.get(i), site.field());
            if (areas[i] >= SPECK) shell = i;
        }
        if (shell >= 0) {
            polygons.addShell(segments.ring(boundary.get(shell)), areas[shell]);
            sum += areas[shell];
        }
        for (int i = 0; i < areas.length; i++) {
            if (i == shell || StrictMath.abs(areas[i]) < SPECK) continue;
            sum += areas[i];
            LinearRing ring = segments.ring(boundary.get(i));
            if (areas[i] > 0) polygons.addShell(ring, areas[i]);
            else if (shell >= 0) polygons.addHole(ring);
            else polygons.addLooseHole(ring);
        }
        return sum;
    }

    private static boolean isAsLarge(double sum, double expected) {
        return StrictMath.abs(sum - expected) <= 1e-9 * expected + 2e-6;
    }

    private Geometry byJts(PairCut cut) {
        Geometry shape = OutlinePolygons.of(cut.shape());
        Geometry common;
        try {
            common = OverlayNGRobust.overlay(site.geometry(), shape, OverlayNG.INTERSECTION);
        } catch (TopologyException | IllegalArgumentException invalid) {
            common = OverlayNGRobust.overlay(
                    GeometryFixer.fix(site.geometry()), GeometryFixer.fix(shape), OverlayNG.INTERSECTION);
        }
        return Union.polygonsOf(common, OutlinePolygons.FACTORY);
    }
}
