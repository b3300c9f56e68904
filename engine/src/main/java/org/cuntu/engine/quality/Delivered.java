package org.cuntu.engine.quality;

import java.util.HashMap;
import java.util.Map;
import org.cuntu.engine.layer.Defect;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;

/** The outlines of a layer as they came, whatever is wrong with them. */
final class Delivered {
    private final Snapshot layer;
    private final Map<Integer, Defect> defects = new HashMap<>();

    Delivered(Snapshot layer) {
        this.layer = layer;
        for (Defect defect : layer.defects()) defects.put(defect.feature(), defect);
    }

    @Nullable
    Defect defect(int feature) {
        return defects.get(feature);
    }

    /** @param measured the feature's shape as it is measured, which is nearly always what was delivered */
    FlatShape of(int feature, FlatShape measured) {
        Defect defect = defects.isEmpty() ? null : defects.get(feature);
        return defect == null ? measured : layer.flatDelivered(defect);
    }
}
