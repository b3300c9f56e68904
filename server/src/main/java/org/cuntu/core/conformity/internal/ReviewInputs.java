package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.ReviewInput;
import org.cuntu.core.conformity.ReviewPlot;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.RuleSet;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.PlaneArea;
import org.jspecify.annotations.Nullable;

/** Brings plots as read to what the kernel takes: legal and plane area, and the outline in EPSG:4490. */
public final class ReviewInputs {
    private ReviewInputs() {}

    public static ReviewInput of(
            Crs crs,
            List<Plot> plots,
            Project project,
            Baseline baseline,
            Map<String, Snapshot> snapshots,
            RuleSet rules) {
        List<ReviewPlot> taken = new ArrayList<>();
        for (Plot plot : plots)
            taken.add(new ReviewPlot(
                    plot.number(),
                    plot.name(),
                    plot.use(),
                    SiteAreas.legalArea(plot.shape()),
                    plane(plot),
                    plot.stated(),
                    plot.shape().toGeodetic().geometry()));
        return new ReviewInput(SiteText.hash(crs, plots), crs.code(), taken, project, baseline, snapshots, rules);
    }

    /** Only a site that came in a plane has a plane area of its own. */
    private static @Nullable PlaneArea plane(Plot plot) {
        return plot.shape().crs().isGaussKruger() ? SiteAreas.planeArea(plot.shape()) : null;
    }

    public static List<String> differences(String stored, String now) {
        return Differences.between(stored, now);
    }
}
