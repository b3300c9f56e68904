package org.cuntu.core.dossier.internal;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.Snapshot;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** What lies under a point, by an exact test; on a common edge both sides do. */
final class Points {
    private Points() {}

    static List<Integer> under(Snapshot snapshot, double lon, double lat) {
        List<Integer> found = new ArrayList<>();
        for (int feature : snapshot.find(lon, lat, lon, lat))
            if (holds(snapshot.geometry(feature), lon, lat)) found.add(feature);
        return found;
    }

    static boolean holds(Geometry area, double lon, double lat) {
        return SimplePointInAreaLocator.locate(new Coordinate(lon, lat), area) != Location.EXTERIOR;
    }

    /** A point of an area that is inside it. */
    static double[] inside(Geometry area) {
        Coordinate at = area.getInteriorPoint().getCoordinate();
        return new double[] {at.x, at.y};
    }

    static double[] bounds(Geometry area) {
        var box = area.getEnvelopeInternal();
        return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    }
}
