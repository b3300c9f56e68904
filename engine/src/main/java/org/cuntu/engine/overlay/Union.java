package org.cuntu.engine.overlay;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.layer.Snapshot;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Ground that pieces of an overlapping layer occupy, counted once: pieces whose boxes stand alone by their own area, the rest by JTS. */
final class Union {
    private Union() {}

    /** F of the union of the pieces, m². */
    static double integral(Site site, Snapshot snapshot, List<Piece> pieces) {
        List<Piece> solid =
                pieces.stream().filter(piece -> piece.integral() > 0).toList();
        int[] heap = heaps(snapshot, solid);
        double sum = 0;
        for (int first = 0; first < solid.size(); first++) {
            if (heap[first] != first) continue;
            List<Geometry> outlines = new ArrayList<>();
            for (int i = first; i < solid.size(); i++)
                if (heap[i] == first)
                    outlines.add(
                            SiteOverlay.outline(site, snapshot, solid.get(i).feature()));
            if (outlines.size() == 1) {
                sum += solid.get(first).integral();
            } else {
                Geometry union = OverlayNGRobust.union(outlines);
                sum += HeapShapes.of(polygonsOf(union, union.getFactory())).integral(0);
            }
        }
        return sum;
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

    /** For each piece the first piece to which it is linked by boxes that meet. */
    private static int[] heaps(Snapshot snapshot, List<Piece> pieces) {
        int n = pieces.size();
        int[] heap = new int[n];
        double[][] boxes = new double[n][];
        for (int i = 0; i < n; i++) {
            heap[i] = i;
            boxes[i] = box(snapshot.flat(pieces.get(i).feature()));
            for (int j = 0; j < i; j++) if (meet(boxes[i], boxes[j])) join(heap, i, j);
        }
        for (int i = 0; i < n; i++) heap[i] = root(heap, i);
        return heap;
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

    private static double[] box(FlatShape shape) {
        double[] box = new double[4];
        for (int side = 0; side < 4; side++) box[side] = shape.box(side);
        return box;
    }

    private static boolean meet(double[] a, double[] b) {
        return a[Shapes.WEST] <= b[Shapes.EAST]
                && a[Shapes.EAST] >= b[Shapes.WEST]
                && a[Shapes.SOUTH] <= b[Shapes.NORTH]
                && a[Shapes.NORTH] >= b[Shapes.SOUTH];
    }
}
