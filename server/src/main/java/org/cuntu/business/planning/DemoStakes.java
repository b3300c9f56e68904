package org.cuntu.business.planning;

/** The stakes and signs of the demo's invented city: every one is marked as invented. */
public interface DemoStakes {
    /** Some twenty along the lines in force, where there are none yet: most accepted, some waiting, damaged or lost. */
    void prepare();
}
