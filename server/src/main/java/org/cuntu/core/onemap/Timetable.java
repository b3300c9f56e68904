package org.cuntu.core.onemap;

import org.jspecify.annotations.Nullable;

/** What the two clocks of a map can be set to (contracts 4). Thread safe. */
public interface Timetable {
    /**
     * The moments of all layers as known at K.
     *
     * @param known K, as of {@link Baselines#resolve}
     * @throws org.cuntu.engine.problem.InputRefused as of {@link Baselines#resolve}
     */
    Moments moments(@Nullable String known);
}
