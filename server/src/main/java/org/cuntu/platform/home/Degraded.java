package org.cuntu.platform.home;

import java.util.Optional;

/** A module's say on whether the service is whole: a snapshot file that is missing, a log that does not move. */
public interface Degraded {
    /** Why the service is not whole, for the operator's log; empty when it is. Called at every look at the health. */
    Optional<String> why();
}
