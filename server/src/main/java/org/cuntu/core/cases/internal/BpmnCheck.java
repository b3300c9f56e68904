package org.cuntu.core.cases.internal;

import org.cuntu.core.cases.Matter;

/** Looks through a matter's process before the engine gets it (contracts 10). */
@FunctionalInterface
public interface BpmnCheck {
    /** @throws org.cuntu.engine.problem.InputRefused with everything in it that the whitelist does not have */
    void check(Matter matter);
}
