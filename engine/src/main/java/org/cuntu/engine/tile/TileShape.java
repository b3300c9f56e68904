package org.cuntu.engine.tile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * A feature's ground in tile units: for each polygon its exterior, then its holes.
 *
 * @param feature the feature's number in the snapshot
 */
record TileShape(int feature, List<List<int[]>> polygons) {

    /** The feature's outline on the unit grid, neither simplified nor clipped. */
    static TileShape of(int feature, Geometry geometry, TileFrame frame) {
        List<List<int[]>> polygons = new ArrayList<>(geometry.getNumGeometries());
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (!(geometry.getGeometryN(i) instanceof Polygon polygon) || polygon.isEmpty()) continue;
            List<int[]> rings = new ArrayList<>(1 + polygon.getNumInteriorRing());
            rings.add(frame.ring(polygon.getExteriorRing().getCoordinateSequence()));
            for (int h = 0; h < polygon.getNumInteriorRing(); h++)
                rings.add(frame.ring(polygon.getInteriorRingN(h).getCoordinateSequence()));
            polygons.add(rings);
        }
        return new TileShape(feature, polygons);
    }

    boolean isEmpty() {
        return polygons.isEmpty();
    }

    /** Twice the area; right for rings in MVT's orientation, and as a size for others with no holes. */
    long doubledArea() {
        long sum = 0;
        for (List<int[]> rings : polygons) for (int[] ring : rings) sum += Ring.doubledArea(ring);
        return sum;
    }

    /** Twice the area of exteriors less holes, whatever their orientation. */
    long doubledGround() {
        long sum = 0;
        for (List<int[]> rings : polygons)
            for (int i = 0; i < rings.size(); i++)
                sum += (i == 0 ? 1 : -1) * StrictMath.abs(Ring.doubledArea(rings.get(i)));
        return sum;
    }

    /** Every vertex on the nearest multiple of the step. */
    TileShape snapped(int step) {
        if (step == 1) return this;
        List<List<int[]>> out = new ArrayList<>(polygons.size());
        for (List<int[]> rings : polygons) {
            List<int[]> snapped = new ArrayList<>(rings.size());
            for (int[] ring : rings) snapped.add(Ring.snapped(ring, step));
            out.add(snapped);
        }
        return new TileShape(feature, out);
    }

    /** Whether no exterior has an area. */
    boolean isCollapsed() {
        for (List<int[]> rings : polygons) if (Ring.doubledArea(rings.getFirst()) != 0) return false;
        return true;
    }

    /** What lies in the buffered tile, cleaned, exteriors positive and holes negative. */
    TileShape clipped() {
        List<List<int[]>> out = new ArrayList<>(polygons.size());
        for (List<int[]> rings : polygons) {
            List<int[]> kept = clippedPolygon(rings);
            if (!kept.isEmpty()) out.add(kept);
        }
        return new TileShape(feature, out);
    }

    private static List<int[]> clippedPolygon(List<int[]> rings) {
        List<int[]> kept = new ArrayList<>(rings.size());
        long area = 0;
        for (int[] ring : rings) {
            int[] part = Ring.cleaned(Ring.clipped(ring));
            long signed = Ring.doubledArea(part);
            boolean exterior = kept.isEmpty();
            if (signed == 0) {
                if (exterior) return List.of();
                continue;
            }
            kept.add(signed > 0 == exterior ? part : Ring.reversed(part));
            area += exterior ? StrictMath.abs(signed) : -StrictMath.abs(signed);
        }
        return area > 0 ? kept : List.of();
    }

    /** The square of the world's grid of squares of that side in which the middle of the feature lies. */
    TileShape asSquare(int side) {
        int[] box = Ring.box(polygons.getFirst().getFirst());
        int x = StrictMath.floorDiv(box[0] + (box[2] - box[0]) / 2, side) * side;
        int y = StrictMath.floorDiv(box[1] + (box[3] - box[1]) / 2, side) * side;
        return new TileShape(feature, List.of(List.of(new int[] {x, y, x + side, y, x + side, y + side, x, y + side})));
    }
}
