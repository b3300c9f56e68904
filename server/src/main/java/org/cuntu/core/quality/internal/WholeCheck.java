package org.cuntu.core.quality.internal;

import java.util.List;

/** Looks at a layer as a whole: whether values repeat, agree, add up. */
non-sealed interface WholeCheck extends QualityCheck {
    void look(CheckGround ground, FeatureFaults faults);

    /** The fields that it reads, which the layer must have. */
    List<String> fields();
}
