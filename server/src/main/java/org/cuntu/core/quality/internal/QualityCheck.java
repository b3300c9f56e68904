package org.cuntu.core.quality.internal;

import org.cuntu.engine.quality.TopologyCheck;

/** What a rule looks for: in the fields of each feature, in the layer as a whole, in shapes, or in how the layer stands to others. */
sealed interface QualityCheck permits FieldCheck, WholeCheck, PlaceOfCode, QualityCheck.Shape, Relation {
    /** In the shapes of the layer alone. */
    record Shape(TopologyCheck check) implements QualityCheck {}
}
