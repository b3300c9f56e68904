package org.cuntu.core.dossier.internal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the inverse.
 *
 * @param hash and feature of one feature; null and -1 otherwise
 * @param field and value: the features of the layer in force with this value; null: the whole layer
 * @param against layers; empty: those of plans and rights that have names
 */
record BurdenAsked(
        String layer,
        @Nullable String hash,
        int feature,
        @Nullable String field,
        @Nullable String value,
        List<String> against,
        @Nullable LocalDate asOf,
        @Nullable String known) {
    BurdenAsked {
        against = List.copyOf(against);
    }

    boolean isOneFeature() {
        return hash != null;
    }
}
