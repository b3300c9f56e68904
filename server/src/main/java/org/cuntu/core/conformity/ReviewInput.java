package org.cuntu.core.conformity;

import java.util.List;
import java.util.Map;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.RuleSet;
import org.cuntu.engine.layer.Snapshot;

/**
 * All that a review depends on.
 *
 * @param siteHash SHA-256 of the plots' original coordinates
 * @param crs the system the site came in, for example EPSG:4524
 * @param snapshots the open snapshots of the baseline by layer code; a layer that can be asked but has none here is a fault
 */
public record ReviewInput(
        String siteHash,
        String crs,
        List<ReviewPlot> plots,
        Project project,
        Baseline baseline,
        Map<String, Snapshot> snapshots,
        RuleSet rules) {
    public ReviewInput {
        plots = List.copyOf(plots);
        snapshots = Map.copyOf(snapshots);
    }
}
