package org.cuntu.core.conformity;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** Which stored reviews meet a place: candidates by their boxes, then the engine. Thread safe. */
public interface ReviewGrounds {
    /**
     * A stored review that meets the place.
     *
     * @param integral F of what its plots and the place have in common, m²; 0 at a point
     * @param bounds of its plots: west, south, east, north, degrees
     */
    record Touched(StoredReview.Line line, double integral, double[] bounds) {}

    /** Those of which more than a boundary lies in the area, EPSG:4490; the newest first, at most so many. */
    List<Touched> inArea(Geometry area, int limit);

    /** Those in which a point lies; the newest first, at most so many. */
    List<Touched> atPoint(double lon, double lat, int limit);
}
