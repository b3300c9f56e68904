package org.cuntu.engine.quality;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.FeatureFilter;
import org.cuntu.engine.matrix.Nearby;
import org.cuntu.engine.overlay.ShapePair;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Looks at what of another layer lies on a feature: nothing of it may, or all of the feature must be covered by it. */
final class LayerProbe implements Probe {
    /** Ground of two features beyond which the pieces on a third cannot be added up. */
    private static final double SAME_GROUND = 1e-4;

    private final Snapshot layer;
    private final TopologyCheck check;
    private final Snapshot others;
    private final FeatureFilter of;
    private final double limit;
    private final Nearby nearby;
    private final ShapePair pair = new ShapePair();
    private final List<Integer> pieces = new ArrayList<>();

    LayerProbe(Snapshot layer, TopologyCheck.ClearOf check) {
        this(layer, check, check.layer(), check.of(), check.squareMetres());
    }

    LayerProbe(Snapshot layer, TopologyCheck.CoveredBy check) {
        this(layer, check, check.layer(), check.of(), check.squareMetres());
    }

    private LayerProbe(Snapshot layer, TopologyCheck check, Snapshot others, FeatureFilter of, double limit) {
        this.layer = layer;
        this.check = check;
        this.others = others;
        this.of = of;
        this.limit = limit;
        nearby = new Nearby(others);
    }

    @Override
    public void begin(double[] box) {
        nearby.begin(box);
    }

    @Override
    public void look(int feature, FlatShape shape, List<TopologyFinding> found) {
        boolean mustBeCovered = check instanceof TopologyCheck.CoveredBy;
        pieces.clear();
        double covered = 0;
        int count = nearby.find(shape);
        for (int i = 0; i < count; i++) {
            int other = nearby.feature(i);
            if (!of.accepts(others, other)) continue;
            pair.cut(shape, others.flat(other));
            double area = pair.integral();
            if (mustBeCovered) {
                if (area > 0) pieces.add(other);
                covered += area;
                if (pair.firstWithin()) return;
            } else if (area > limit) clash(feature, other, area, found);
        }
        if (!mustBeCovered) return;
        if (shape.integral() - covered > limit || overlapping()) bare(feature, found);
    }

    private void clash(int feature, int other, double area, List<TopologyFinding> found) {
        Geometry outline = SiteOverlay.outline(Site.of(layer.geometry(feature)), others, other);
        found.add(Places.ground(check, feature, other, area, Places.width(area, outline), outline));
    }

    /** Whether some of the pieces lie on one another, so that their sum says too much. */
    private boolean overlapping() {
        for (int i = 1; i < pieces.size(); i++)
            for (int j = 0; j < i; j++) {
                pair.cut(others.flat(pieces.get(j)), others.flat(pieces.get(i)));
                if (pair.integral() > SAME_GROUND) return true;
            }
        return false;
    }

    private void bare(int feature, List<TopologyFinding> found) {
        Geometry rest = layer.geometry(feature);
        for (int other : pieces)
            rest = Places.areas(OverlayNGRobust.overlay(rest, others.geometry(other), OverlayNG.DIFFERENCE));
        double area = FlatShape.of(rest).integral();
        if (area > limit)
            found.add(Places.ground(check, feature, TopologyFinding.NONE, area, Places.width(area, rest), rest));
    }
}
