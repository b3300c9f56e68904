package org.cuntu.engine.geometry;

/**
 * Two shapes in different coordinate reference systems were about to be combined. A defect of the caller, never silent.
 */
public final class CrsMismatch extends IllegalArgumentException {
    public CrsMismatch(Crs one, Crs other) {
        super("shapes in " + one + " and " + other + " do not combine; convert one first");
    }
}
