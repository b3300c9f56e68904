package org.cuntu.engine.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;

/** Looks for one place where edges cross, among so many pairs and no more: a crowded shape mostly shows it early. */
final class FirstCrossing implements SegmentIntersector {
    private final long most;
    private final LineIntersector lines = new RobustLineIntersector();
    private long compared;
    private @Nullable Coordinate found;

    private FirstCrossing(long most) {
        this.most = most;
    }

    /** Empty when none was found: there may be one among the pairs that were not compared. */
    static Optional<Coordinate> find(Geometry geometry, long most) {
        List<SegmentString> rings = new ArrayList<>();
        for (Object line : LinearComponentExtracter.getLines(geometry))
            rings.add(new BasicSegmentString(((LineString) line).getCoordinates(), null));
        FirstCrossing search = new FirstCrossing(most);
        new MCIndexNoder(search).computeNodes(rings);
        return Optional.ofNullable(search.found);
    }

    @Override
    public void processIntersections(SegmentString a, int i, SegmentString b, int j) {
        if (a == b && i == j || isDone()) return;
        compared++;
        lines.computeIntersection(
                a.getCoordinate(i), a.getCoordinate(i + 1), b.getCoordinate(j), b.getCoordinate(j + 1));
        if (lines.hasIntersection() && lines.isProper()) found = lines.getIntersection(0);
    }

    @Override
    public boolean isDone() {
        return found != null || compared >= most;
    }
}
