package org.cuntu.engine.overlay;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.Defect;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Snapshot;

/**
 * The invalid features of a layer that a site meets. Looked at is the outline as it was drawn, not the ground that is measured of it:
 * where the two differ is just where nobody knows what was meant.
 */
final class DefectsMet {
    private DefectsMet() {}

    static List<Defect> of(Site site, Snapshot snapshot) {
        if (snapshot.defects().isEmpty()) return List.of();
        PairCut pair = new PairCut(site);
        List<Defect> met = new ArrayList<>();
        for (Defect defect : snapshot.defects()) {
            pair.cut(snapshot.flatDelivered(defect));
            if (pair.meets()) met.add(defect);
        }
        return met;
    }

    /** @throws IllegalArgumentException for a layer of lines or points, which have no area: {@link LineOverlay} asks those */
    static void requireAreas(Snapshot snapshot) {
        if (snapshot.dimension() != Dimension.AREA)
            throw new IllegalArgumentException("layer " + snapshot.schema().layer()
                    + " has no areas but features of kind " + snapshot.dimension());
    }
}
