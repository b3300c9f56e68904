package org.cuntu.core.dossier;

import java.util.List;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.Crs;

/** What a dossier is of. */
public sealed interface Place {
    /** A point, EPSG:4490, degrees. What lies under it is told by its features; it has no area. */
    record Point(double lon, double lat) implements Place {}

    /**
     * A feature of a released snapshot, with its outline as it is stored.
     *
     * @param feature its number in the snapshot
     */
    record OneFeature(String layer, String hash, int feature) implements Place {}

    /** A drawn or uploaded area, already checked as a site is. */
    record Ground(String name, Crs crs, List<Plot> plots) implements Place {
        public Ground {
            plots = List.copyOf(plots);
        }
    }
}
