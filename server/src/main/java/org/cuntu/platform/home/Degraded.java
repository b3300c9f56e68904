package org.cuntu.platform.home;

import java.util.Optional;
import org.cuntu.engine.problem.Problem;

/** A module's say on whether the service is whole: a snapshot file that is missing, a log that does not move. */
public interface Degraded {
    /** Why the service is not whole, for the operator's log; empty when it is. Called at every look at the health. */
    Optional<String> why();

    /** The same for a reader of either language. */
    default Optional<Problem> problem() {
        return why().map(why -> Problem.warning("home.degraded", Problem.Place.UNKNOWN, "why", why));
    }
}
