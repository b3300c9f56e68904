package org.cuntu.engine.overlay;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.ApartPairs;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Ground that pieces of an overlapping layer occupy, counted once. Most of them share none, though their boxes meet: a piece that
 * shares no ground counts with its own area, two that share some count without what they share, and more go through JTS.
 */
final class Union {
    /** Shared ground that is none: as exact as the areas of the pieces themselves. */
    private static final double TOUCH = 2e-6;

    private static final double TOUCH_SHARE = 1e-9;
    /** Of whole features, m²: well below what counts as a touch, wherever a site cuts them. */
    private static final double APART = 2e-7;

    private final Site site;
    private final Snapshot snapshot;
    private final List<Piece> pieces;
    private final double[][] boxes;
    private final ApartPairs known;
    private final @Nullable Geometry[] outlines;

    private Union(Site site, Snapshot snapshot, List<Piece> pieces) {
        this.site = site;
        this.snapshot = snapshot;
        this.pieces = pieces;
        known = snapshot.apart();
        outlines = new Geometry[pieces.size()];
        boxes = new double[pieces.size()][];
        for (int i = 0; i < boxes.length; i++)
            boxes[i] = within(site, snapshot.flat(pieces.get(i).feature()));
    }

    /** F of the union of the pieces, m². */
    static double integral(Site site, Snapshot snapshot, List<Piece> pieces) {
        List<Piece> solid =
                pieces.stream().filter(piece -> piece.integral() > 0).toList();
        return new Union(site, snapshot, solid).integral();
    }

    private double integral() {
        int n = pieces.size();
        int[] heap = new int[n];
        double[] shared = new double[n];
        for (int i = 0; i < n; i++) {
            heap[i] = i;
            @Nullable PairCut cut = null;
            for (int j = 0; j < i; j++) {
                if (!meet(boxes[i], boxes[j]) || areApart(i, j)) continue;
                // a speck has no outline, and no ground to share
                if (outline(i).isEmpty()) break;
                if (cut == null) cut = new PairCut(Site.of(outline(i)));
                cut.cut(snapshot.flat(pieces.get(j).feature()));
                if (isTouch(cut.integral(), i, j)) continue;
                join(heap, i, j);
                shared[root(heap, i)] = cut.integral();
            }
        }
        double sum = 0;
        for (int first = 0; first < n; first++) {
            if (root(heap, first) != first) continue;
            IntList mine = new IntList();
            for (int i = first; i < n; i++) if (root(heap, i) == first) mine.add(i);
            sum += switch (mine.size()) {
                case 1 -> pieces.get(first).integral();
                case 2 -> pieces.get(first).integral() + pieces.get(mine.get(1)).integral() - shared[first];
                default -> together(mine);
            };
        }
        return sum;
    }

    /** Whether the whole features share no ground; asked of each two neighbours of a layer once. */
    private boolean areApart(int i, int j) {
        int one = pieces.get(i).feature();
        int other = pieces.get(j).feature();
        return known.contains(one, other, () -> {
            ShapePair pair = new ShapePair();
            pair.cut(snapshot.flat(one), snapshot.flat(other));
            return pair.integral() <= APART;
        });
    }

    private boolean isTouch(double shared, int i, int j) {
        double smaller = StrictMath.min(pieces.get(i).integral(), pieces.get(j).integral());
        return shared <= TOUCH_SHARE * smaller + TOUCH;
    }

    private double together(IntList mine) {
        List<Geometry> all = new ArrayList<>();
        for (int i = 0; i < mine.size(); i++) all.add(outline(mine.get(i)));
        Geometry union = OverlayNGRobust.union(all);
        return HeapShapes.of(polygonsOf(union, union.getFactory())).integral(0);
    }

    private Geometry outline(int piece) {
        Geometry made = outlines[piece];
        if (made == null) {
            made = SiteOverlay.outline(site, snapshot, pieces.get(piece).feature());
            outlines[piece] = made;
        }
        return made;
    }

    /** The polygons of a geometry as one polygon or multipolygon, empty when there are none. */
    static Geometry polygonsOf(Geometry geometry, GeometryFactory factory) {
        if (geometry instanceof Polygonal) return geometry;
        List<Polygon> polygons = new ArrayList<>();
        for (Object polygon : PolygonExtracter.getPolygons(geometry)) polygons.add((Polygon) polygon);
        if (polygons.isEmpty()) return factory.createPolygon();
        return polygons.size() == 1
                ? polygons.getFirst()
                : factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static void join(int[] heap, int i, int j) {
        int a = root(heap, i);
        int b = root(heap, j);
        heap[StrictMath.max(a, b)] = StrictMath.min(a, b);
    }

    private static int root(int[] heap, int i) {
        int root = i;
        while (heap[root] != root) root = heap[root];
        return root;
    }

    /** The part of a feature's box that is in the site's. */
    private static double[] within(Site site, FlatShape shape) {
        return new double[] {
            StrictMath.max(shape.box(Shapes.WEST), site.west()),
            StrictMath.max(shape.box(Shapes.SOUTH), site.south()),
            StrictMath.min(shape.box(Shapes.EAST), site.east()),
            StrictMath.min(shape.box(Shapes.NORTH), site.north())
        };
    }

    private static boolean meet(double[] a, double[] b) {
        return a[Shapes.WEST] <= b[Shapes.EAST]
                && a[Shapes.EAST] >= b[Shapes.WEST]
                && a[Shapes.SOUTH] <= b[Shapes.NORTH]
                && a[Shapes.NORTH] >= b[Shapes.SOUTH];
    }
}
