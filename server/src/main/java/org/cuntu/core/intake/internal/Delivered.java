package org.cuntu.core.intake.internal;

import java.util.HashMap;
import java.util.Map;
import org.cuntu.core.onemap.DivisionPart;
import org.cuntu.engine.layer.Defect;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Snapshot;

/** A snapshot's features with their outlines as they were delivered, sound or not. */
final class Delivered {
    private final Snapshot snapshot;
    private final Map<Integer, Defect> defects = new HashMap<>();

    Delivered(Snapshot snapshot) {
        this.snapshot = snapshot;
        for (Defect defect : snapshot.defects()) defects.put(defect.feature(), defect);
    }

    Feature feature(int number) {
        Feature feature = DivisionPart.feature(snapshot, number);
        Defect defect = defects.get(number);
        return defect == null ? feature : new Feature(snapshot.delivered(defect), feature.values());
    }
}
