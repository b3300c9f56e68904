package org.cuntu.engine.matrix;

import org.cuntu.engine.layer.Snapshot;

/** Where a field stands in a layer's schema; a name that the layer does not have is a mistake of the caller. */
final class FieldPosition {
    private FieldPosition() {}

    static int of(Snapshot snapshot, String field) {
        int position = snapshot.schema().indexOf(field);
        if (position < 0)
            throw new IllegalArgumentException("layer " + snapshot.schema().layer() + " has no field " + field);
        return position;
    }
}
