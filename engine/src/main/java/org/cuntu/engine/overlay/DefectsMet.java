package org.cuntu.engine.overlay;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.Defect;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.MappedSnapshot;
import org.cuntu.engine.layer.Snapshot;

/**
 * The invalid features of a layer that a site meets. Looked at is the outline as it was drawn, not the ground that is measured of it:
 * where the two differ is just where nobody knows what was meant.
 */
final class DefectsMet {
    private DefectsMet() {}

    static List<Defect> of(Site site, Snapshot snapshot) {
        if (!(snapshot instanceof MappedSnapshot mapped) || snapshot.defects().isEmpty()) return List.of();
        FlatShape drawn = new FlatShape(site.shapes(), 0, null);
        ShapePair pair = new ShapePair();
        List<Defect> met = new ArrayList<>();
        int shape = mapped.size();
        for (Defect defect : mapped.defects()) {
            shape++;
            pair.cut(FlatShape.of(mapped.shapes(), shape), drawn);
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
