package org.cuntu.engine.overlay;

import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Snapshot;

/** The shapes of a snapshot as the overlay reads them. Thread safe; good for as long as the snapshot is open. */
public record LayerShapes(Snapshot snapshot) {
    public static LayerShapes of(Snapshot snapshot) {
        return new LayerShapes(snapshot);
    }

    public FlatShape feature(int feature) {
        return snapshot.flat(feature);
    }

    /** The snapshot's coverage polygon. */
    public FlatShape coverage() {
        return snapshot.flatCoverage();
    }
}
