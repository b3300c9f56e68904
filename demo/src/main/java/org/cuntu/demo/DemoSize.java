package org.cuntu.demo;

/** How finely the synthetic city is cut into survey patches. */
public enum DemoSize {
    /** About 20,000 patches: fine in the built-up core and around the township seats, coarse in the mountains. */
    SMALL,
    /** About 1,000,000 patches of 1.8 ha on average. */
    CITY
}
