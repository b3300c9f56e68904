package org.cuntu.core.rules;

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
        OUTSIDE
    }
}
