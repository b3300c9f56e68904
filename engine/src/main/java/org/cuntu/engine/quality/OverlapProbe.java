package org.cuntu.engine.quality;

import java.util.List;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.ShapePair;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.locationtech.jts.geom.Geometry;

/** Looks for ground that a feature has in common with one of a higher number. */
final class OverlapProbe {
    private final Snapshot layer;
    private final List<TopologyCheck.Overlap> checks;
    private final double least;
    private final ShapePair pair = new ShapePair();

    OverlapProbe(Snapshot layer, List<TopologyCheck.Overlap> checks) {
        this.layer = layer;
        this.checks = checks;
        least = checks.stream()
                .mapToDouble(TopologyCheck.Overlap::squareMetres)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    void look(int feature, FlatShape shape, int other, FlatShape otherShape, List<TopologyFinding> found) {
        pair.cut(shape, otherShape);
        double area = pair.integral();
        if (!(area > least)) return;
        Geometry outline = SiteOverlay.outline(Site.of(layer.geometry(feature)), layer, other);
        double width = Places.width(area, outline);
        for (TopologyCheck.Overlap check : checks)
            if (area > check.squareMetres()) found.add(Places.ground(check, feature, other, area, width, outline));
    }
}
