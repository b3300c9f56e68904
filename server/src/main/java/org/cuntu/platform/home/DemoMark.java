package org.cuntu.platform.home;

import java.util.Optional;

/** A module's say on whether its records hold anything of the demo. */
public interface DemoMark {
    /** What there is, in words ("3 demo accounts"); empty when there is nothing. */
    Optional<String> found();
}
