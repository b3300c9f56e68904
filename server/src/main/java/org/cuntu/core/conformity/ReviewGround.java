package org.cuntu.core.conformity;

import java.util.List;
import java.util.Map;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Snapshot;

/**
 * What a review stands on: its site and the snapshots that it was made of, open while this is held. Pictures and pieces are
 * taken from it; figures are not, they are the review's.
 *
 * @param crs the system of the plots' own coordinates
 * @param plots as read, in the order of the review
 * @param snapshots by layer code; a layer whose file is missing is not here
 */
public record ReviewGround(Crs crs, List<Plot> plots, Map<String, Snapshot> snapshots) {
    public ReviewGround {
        plots = List.copyOf(plots);
        snapshots = Map.copyOf(snapshots);
    }
}
