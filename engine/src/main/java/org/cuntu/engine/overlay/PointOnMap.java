package org.cuntu.engine.overlay;

import java.util.stream.IntStream;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Snapshot;

/**
 * What lies at one point: decided exactly ({@link Side}). A point on the line between two features belongs to both, as the
 * tie is broken once to the north-east and once to the south-west.
 */
public final class PointOnMap {
    private PointOnMap() {}

    /** The features at a point (degrees, EPSG:4490), ascending. */
    public static int[] features(Snapshot snapshot, double lon, double lat) {
        return IntStream.of(snapshot.find(lon, lat, lon, lat))
                .filter(feature -> isIn(snapshot.flat(feature), lon, lat))
                .toArray();
    }

    /** Whether the layer answers at a point: whether it lies in the coverage polygon. */
    public static boolean isCovered(Snapshot snapshot, double lon, double lat) {
        return isIn(snapshot.flatCoverage(), lon, lat);
    }

    private static boolean isIn(FlatShape at, double lon, double lat) {
        return Winding.northEastOf(at.shapes(), at.shape(), lon, lat) != 0
                || Winding.southWestOf(at.shapes(), at.shape(), lon, lat) != 0;
    }
}
