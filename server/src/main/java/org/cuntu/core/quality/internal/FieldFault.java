package org.cuntu.core.quality.internal;

import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/** What a rule found in the fields of a feature. */
record FieldFault(
        QualityRule rule,
        int feature,
        @Nullable String value,
        @Nullable String expected,
        @Nullable Area area) {}
