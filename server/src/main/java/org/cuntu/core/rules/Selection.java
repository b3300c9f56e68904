package org.cuntu.core.rules;

import org.jspecify.annotations.Nullable;

/**
 * Which ground a rule looks at: {@code select} of the rule file.
 *
 * @param layer the layer's code in the register
 * @param where CEL over the feature's fields; {@code true} when the file gives none
 * @param relation how the ground lies to the features that {@code where} takes
 */
public record Selection(String layer, String where, Relation relation) {
    public enum Relation {
        /** The pieces of the features taken. */
        OVERLAPS,
        /** Ground of the site inside the layer's coverage where no feature taken lies. */
        OUTSIDE,
        /** Survey ground whose conversion to the wanted use the matrix allows with a document. */
        CONVERTS_CONDITIONALLY,
        /** Survey ground whose conversion the matrix forbids. */
        CONVERTS_NOT,
        /** Survey ground of whose conversion the matrix says nothing. */
        CONVERTS_UNKNOWN;

        /** What of the conversion matrix it takes; null: it looks at one layer alone. */
        public Conversion.@Nullable Outcome outcome() {
            return switch (this) {
                case OVERLAPS, OUTSIDE -> null;
                case CONVERTS_CONDITIONALLY -> Conversion.Outcome.CONDITIONAL;
                case CONVERTS_NOT -> Conversion.Outcome.FORBIDDEN;
                case CONVERTS_UNKNOWN -> Conversion.Outcome.UNANSWERED;
            };
        }
    }
}
