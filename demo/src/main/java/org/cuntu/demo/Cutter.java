package org.cuntu.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Cuts a cell along the cut lines. Where an edge of a cell meets a cut line is computed from the four end points in
 * ascending order and rounded to 1e-9°, so the cell on the other side of the edge gets the same node.
 */
final class Cutter {
    private final CutLines lines;

    Cutter(CutLines lines) {
        this.lines = lines;
    }

    /** The rounding of a node has folded the cell: it needs another seed. */
    static final class Folded extends Exception {
        private static final long serialVersionUID = 1;
    }

    /**
     * @param ring closed, degrees
     * @return the cell itself when no line meets it, else its faces
     */
    List<Polygon> faces(Coordinate[] ring) throws Folded {
        Envelope box = new Envelope();
        for (Coordinate c : ring) box.expandToInclude(c);
        List<CutLines.Segment> near = lines.near(box);
        Polygon cell = Sources.FACTORY.createPolygon(ring);
        if (near.isEmpty()) return List.of(cell);
        Set<LineString> pieces = new HashSet<>();
        node(ring, near, pieces);
        if (pieces.size() == ring.length - 1) return List.of(cell);
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(pieces);
        @SuppressWarnings("unchecked")
        Collection<Polygon> polygons = polygonizer.getPolygons();
        double sum = 0;
        for (Polygon p : polygons) sum += p.getArea();
        double rounding = 2e-9 * cell.getLength();
        if (Math.abs(sum - cell.getArea()) > rounding
                || !polygonizer.getDangles().isEmpty()
                || !polygonizer.getCutEdges().isEmpty()) throw new Folded();
        List<Polygon> faces = new ArrayList<>(polygons);
        faces.forEach(Geometry::normalize);
        faces.sort(Geometry::compareTo);
        return faces;
    }

    private static void node(Coordinate[] ring, List<CutLines.Segment> near, Set<LineString> pieces) {
        List<List<Coordinate>> onRing = new ArrayList<>();
        for (int k = 0; k + 1 < ring.length; k++) onRing.add(new ArrayList<>());
        List<Coordinate[]> cuts = new ArrayList<>();
        RobustLineIntersector meeting = new RobustLineIntersector();
        for (CutLines.Segment cut : near) {
            List<Coordinate> onCut = new ArrayList<>();
            for (int k = 0; k + 1 < ring.length; k++) {
                boolean ascending = ring[k].compareTo(ring[k + 1]) < 0;
                Coordinate low = ascending ? ring[k] : ring[k + 1];
                Coordinate high = ascending ? ring[k + 1] : ring[k];
                if (!Envelope.intersects(low, high, cut.from(), cut.to())) continue;
                meeting.computeIntersection(low, high, cut.from(), cut.to());
                for (int i = 0; i < meeting.getIntersectionNum(); i++) {
                    Coordinate p = meeting.getIntersection(i);
                    Coordinate node = new Coordinate(Frame.round(p.x), Frame.round(p.y));
                    onRing.get(k).add(node);
                    onCut.add(node);
                }
            }
            cuts.add(CutLines.ordered(cut.from(), cut.to(), onCut));
        }
        for (int k = 0; k + 1 < ring.length; k++) add(pieces, CutLines.ordered(ring[k], ring[k + 1], onRing.get(k)));
        for (Coordinate[] cut : cuts)
            for (int i = 0; i + 1 < cut.length; i++)
                if (isInside(cut[i], cut[i + 1], ring)) add(pieces, new Coordinate[] {cut[i], cut[i + 1]});
    }

    private static boolean isInside(Coordinate a, Coordinate b, Coordinate[] ring) {
        Coordinate middle = new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
        return PointLocation.locateInRing(middle, ring) == Location.INTERIOR;
    }

    private static void add(Set<LineString> pieces, Coordinate[] line) {
        for (int i = 0; i + 1 < line.length; i++) {
            boolean ascending = line[i].compareTo(line[i + 1]) < 0;
            pieces.add(Sources.FACTORY.createLineString(
                    new Coordinate[] {ascending ? line[i] : line[i + 1], ascending ? line[i + 1] : line[i]}));
        }
    }
}
