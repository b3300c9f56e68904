package org.cuntu.engine.quality;

import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.FeatureFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing to look for in a layer of polygons, with its limits: areas in m², lengths in metres, angles in degrees. What is just at a limit
 * is not found. {@link TopologyFinding} says what a finding of each carries.
 */
public sealed interface TopologyCheck {
    /** Empty outlines, and those that OGC 06-103r4, 6.1.11 calls invalid: self-crossings, bow-ties, rings outside or within one another. */
    record Invalid() implements TopologyCheck {}

    /** Features of more than one part. */
    record SinglePart() implements TopologyCheck {}

    /** Features of more vertices than these. */
    record Vertices(int most) implements TopologyCheck {}

    /** Vertices that repeat the one before them. */
    record PointTwice() implements TopologyCheck {}

    /** Vertices nearer than this to the one before them, but not the same. */
    record PointsNear(double metres) implements TopologyCheck {}

    /** Corners sharper than this whose two sides are both longer than that. */
    record Spike(double degrees, double metres) implements TopologyCheck {}

    /** Features narrower on the whole (2·area/perimeter) than this, or less round (4π·area/perimeter²) than that. */
    record Sliver(double width, double roundness) implements TopologyCheck {}

    /** Ground on which two features lie both, more of it than this. */
    record Overlap(double squareMetres) implements TopologyCheck {}

    /**
     * Ground of the coverage polygon on which no feature lies: more of it than this, and narrower on the whole than that; infinite for gaps
     * of every width.
     */
    record Gap(double squareMetres, double narrowerThan) implements TopologyCheck {}

    /** Features of which more than this lies outside some ground, EPSG:4490. */
    record Within(Geometry ground, double squareMetres) implements TopologyCheck {}

    /** Ground of more than this on which a feature lies, and one of another layer too. */
    record ClearOf(Snapshot layer, FeatureFilter of, double squareMetres) implements TopologyCheck {}

    /** Features of which more than this does not lie on features of another layer. */
    record CoveredBy(Snapshot layer, FeatureFilter of, double squareMetres) implements TopologyCheck {}

    /**
     * Borders that almost agree with those of a neighbouring unit's features (接边): a vertex lies farther than {@code same} and not
     * farther than {@code within} from the nearest place on the other unit's outline, and that place is not on its own unit's too.
     */
    record EdgesMatch(Snapshot layer, FeatureFilter of, double same, double within) implements TopologyCheck {}
}
