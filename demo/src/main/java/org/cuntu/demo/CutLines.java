package org.cuntu.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/**
 * All lines that cut cells — county outlines, banks, kerbs — noded once on the 1e-9° grid, and what kind of ground lies
 * between them. Thread safe once built.
 */
final class CutLines {
    /** What a line-like patch is; LAND is none of them. */
    enum Kind {
        RAILWAY,
        ROAD,
        STREET,
        RIVER,
        LAND
    }

    /** A cutting segment, its ends in ascending order. */
    record Segment(Coordinate from, Coordinate to) {}

    private final STRtree index = new STRtree();
    private final List<IndexedPointInAreaLocator> kinds;

    CutLines(Ground land, Waters waters, Ways ways) {
        List<Geometry> areas = List.of(ways.railways, ways.roads, ways.streets, waters.ground);
        kinds = areas.stream().map(IndexedPointInAreaLocator::new).toList();
        List<Geometry> lines = new ArrayList<>();
        for (Geometry county : land.outlines.counties()) lines.add(county.getBoundary());
        for (Geometry area : areas) lines.add(area.getBoundary());
        Geometry noded = UnaryUnionNG.union(Sources.FACTORY.buildGeometry(lines), new PrecisionModel(1e9));
        for (int i = 0; i < noded.getNumGeometries(); i++) add(noded.getGeometryN(i).getCoordinates());
        index.build();
    }

    private void add(Coordinate[] line) {
        for (int i = 0; i + 1 < line.length; i++) {
            boolean ascending = line[i].compareTo(line[i + 1]) < 0;
            Segment segment = ascending ? new Segment(line[i], line[i + 1]) : new Segment(line[i + 1], line[i]);
            index.insert(new Envelope(segment.from(), segment.to()), segment);
        }
    }

    @SuppressWarnings("unchecked")
    List<Segment> near(Envelope box) {
        return index.query(box);
    }

    Kind kindAt(Coordinate p) {
        for (int k = 0; k < kinds.size(); k++)
            if (kinds.get(k).locate(p) != Location.EXTERIOR) return Kind.values()[k];
        return Kind.LAND;
    }

    /** The points of a segment in order, without repeats. */
    static Coordinate[] ordered(Coordinate from, Coordinate to, List<Coordinate> between) {
        LineSegment line = new LineSegment(from, to);
        between.sort((a, b) -> Double.compare(line.projectionFactor(a), line.projectionFactor(b)));
        CoordinateList list = new CoordinateList();
        list.add(from, false);
        for (Coordinate c : between) if (!c.equals2D(to) && !c.equals2D(from)) list.add(c, false);
        list.add(to, false);
        return list.toCoordinateArray();
    }
}
