package org.cuntu.core.quality.internal;

import java.util.List;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Snapshot;
import org.locationtech.jts.operation.valid.IsSimpleOp;

/** A line that crosses or touches itself, other than by its ends meeting (OGC 06-103r4, 6.1.7: simple). Asked of lines alone. */
record LinesCross() implements WholeCheck {
    @Override
    public void look(CheckGround ground, FeatureFaults faults) {
        Snapshot layer = ground.snapshot();
        if (layer.dimension() != Dimension.LINE) return;
        for (int feature = 0; feature < layer.size(); feature++) {
            if (feature % 256 == 0) ground.goOn();
            IsSimpleOp check = new IsSimpleOp(layer.geometry(feature));
            if (!check.isSimple()) faults.fault(feature, null, null, null, null);
        }
    }

    @Override
    public List<String> fields() {
        return List.of();
    }
}
