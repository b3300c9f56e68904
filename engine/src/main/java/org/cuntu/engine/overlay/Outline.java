package org.cuntu.engine.overlay;

import java.util.List;
import org.cuntu.engine.layer.GroupList;
import org.cuntu.engine.layer.HeapShapes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;

/**
 * The outline of what a {@link PairCut} has cut, from the crossings that it found: a valid polygon or multipolygon (OGC 06-103r4, 6.1.11)
 * as large as the piece within 1e-9·A + 2e-6 m².
 *
 * <p>Three {@linkplain Way ways}; the first that is sure of its answer gives it. Scratch space, for one thread and one site.
 */
final class Outline {
    /** Square metres; ground that is smaller is the rounding of a corner: a piece of it only touches, and no ring of it is kept. */
    static final double SPECK = 1e-7;

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

    private final int[] made = new int[Way.values().length];

    /** How an outline is made. */
    enum Way {
        /** As walked, when no corner of one lies on the other's boundary and no rings of one touch: then nothing can touch. */
        WALKED,
        /** From its edges anew ({@link RingFaces}): what is run over to and fro goes, what touches is cut apart. */
        PUT_TOGETHER,
        /** By the overlay of JTS, where rounding has moved a corner over an edge, and for shapes that run over themselves. */
        JTS
    }

    Outline(Site site) {
        this.site = site;
        siteShapes = site.shapes();
        walk = new OutlineWalk(siteShapes);
    }

    /** How many outlines were made in a way; whole shapes and empty outlines need none. */
    int made(Way way) {
        return made[way.ordinal()];
    }

    Geometry of(PairCut cut) {
        if (cut.isWhole()) return OutlinePolygons.of(cut.shape());
        if (cut.integral() < SPECK) return OutlinePolygons.FACTORY.createPolygon();
        if (cut.windsOnce() && walk(cut)) {
            Geometry outline = mayTouch(cut) ? null : asWalked(cut.integral());
            if (outline != null) return counted(Way.WALKED, outline);
            outline = putTogether(cut.integral(), 0);
            if (outline == null) outline = putTogether(cut.integral(), ROUNDING);
            if (outline != null) return counted(Way.PUT_TOGETHER, outline);
        }
        return counted(Way.JTS, JtsOutline.of(site, cut.shape()));
    }

    private Geometry counted(Way way, Geometry outline) {
        made[way.ordinal()]++;
        return outline;
    }

    private boolean walk(PairCut cut) {
        rings.clear();
        if (!walk.walk(cut.crossings(), cut.shape(), rings)) return false;
        walk.addRings(cut.shapeRings(), cut.siteRings(), rings);
        return true;
    }

    private boolean mayTouch(PairCut cut) {
        return walk.touchesCorners()
                || walk.shapeRings() > 1 && touches.any(cut.shape().shapes(), cut.groups())
                || walk.siteRings() > 1 && siteTouchesItself();
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
        for (int ring = 0; ring < rings.rings(); ring++) {
            double area = rings.integral(ring, site.field());
            if (StrictMath.abs(area) < SPECK) return null;
            LinearRing line = OutlinePolygons.ring(rings, ring);
            if (area > 0) polygons.addShell(line, area);
            else polygons.addLooseHole(line, area);
        }
        return polygons.assembled(expected);
    }

    private @Nullable Geometry putTogether(double expected, double near) {
        RingSegments segments = new RingSegments(rings);
        List<List<int[]>> boundaries = RingFaces.of(segments, near);
        if (boundaries == null) return null;
        OutlinePolygons polygons = new OutlinePolygons();
        for (List<int[]> boundary : boundaries) polygons.addBoundary(boundary, segments, site.field());
        Geometry outline = polygons.assembled(expected);
        return outline != null && outline.isValid() ? outline : null;
    }
}
