package org.cuntu.engine.quality;

import java.util.List;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.ShapePair;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Looks whether features lie within some ground. */
final class WithinProbe implements Probe {
    private final Snapshot layer;
    private final TopologyCheck.Within check;
    private final FlatShape ground;
    private final ShapePair pair = new ShapePair();

    /** @param ground the check's, made ready once for all threads */
    WithinProbe(Snapshot layer, TopologyCheck.Within check, FlatShape ground) {
        this.layer = layer;
        this.check = check;
        this.ground = ground;
    }

    @Override
    public void look(int feature, FlatShape shape, List<TopologyFinding> found) {
        pair.cut(shape, ground);
        double outside = shape.integral() - pair.integral();
        if (!(outside > check.squareMetres())) return;
        Geometry drawn = layer.geometry(feature);
        Geometry rest = Places.areas(OverlayNGRobust.overlay(drawn, check.ground(), OverlayNG.DIFFERENCE));
        found.add(Places.ground(check, feature, TopologyFinding.NONE, outside, Places.width(outside, rest), rest));
    }
}
