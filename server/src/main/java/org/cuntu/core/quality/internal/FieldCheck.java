package org.cuntu.core.quality.internal;

import java.util.List;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/** Looks at the fields of one feature, and its area. Thread safe. */
non-sealed interface FieldCheck extends QualityCheck {
    void look(FeatureRow row, Faults faults);

    /** The fields that it reads, which the layer must have. */
    List<String> fields();

    /** Takes what is wrong with the feature. */
    @FunctionalInterface
    interface Faults {
        /**
         * @param value the field's code and what it holds
         * @param expected what it should be
         * @param area by how much areas differ
         */
        void fault(@Nullable String value, @Nullable String expected, @Nullable Area area);

        default void fault(@Nullable String value, @Nullable String expected) {
            fault(value, expected, null);
        }
    }
}
