package org.cuntu.engine.quality;

import java.util.List;
import org.cuntu.engine.layer.FlatShape;

/** Looks at one feature after another. Holds scratch space: one a thread. */
interface Probe {
    /** A run of features within this box follows: west, south, east, north. */
    default void begin(double[] box) {}

    void look(int feature, FlatShape shape, List<TopologyFinding> found);
}
