package org.cuntu.engine.overlay;

import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.MappedSnapshot;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.layer.Snapshot;

/** Where the flat rings of a feature or coverage polygon are: mapped, or flattened now for other kinds of snapshot. */
record Located(Shapes shapes, int shape) {
    static Located feature(Snapshot snapshot, int feature) {
        if (snapshot instanceof MappedSnapshot mapped) return new Located(mapped.shapes(), feature);
        return new Located(HeapShapes.of(snapshot.geometry(feature)), 0);
    }

    static Located coverage(Snapshot snapshot) {
        if (snapshot instanceof MappedSnapshot mapped) return new Located(mapped.shapes(), mapped.size());
        return new Located(HeapShapes.of(snapshot.coverage()), 0);
    }
}
