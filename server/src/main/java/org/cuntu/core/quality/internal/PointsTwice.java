package org.cuntu.core.quality.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Snapshot;
import org.locationtech.jts.geom.Coordinate;

/** Two features of a layer of points at the same place, to the last digit. Asked of points alone. */
record PointsTwice() implements WholeCheck {
    @Override
    public void look(CheckGround ground, FeatureFaults faults) {
        Snapshot layer = ground.snapshot();
        if (layer.dimension() != Dimension.POINT) return;
        Map<Coordinate, Integer> first = new HashMap<>();
        for (int feature = 0; feature < layer.size(); feature++) {
            if (feature % 4096 == 0) ground.goOn();
            for (Coordinate at : layer.geometry(feature).getCoordinates()) {
                Integer before = first.putIfAbsent(at, feature);
                if (before != null) faults.fault(feature, ground.name(layer, before), null, null, null);
            }
        }
    }

    @Override
    public List<String> fields() {
        return List.of();
    }
}
