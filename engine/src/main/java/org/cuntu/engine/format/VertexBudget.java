package org.cuntu.engine.format;

import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;

/** Counts the points of a file and of one feature, which is held in memory, against the limits. */
final class VertexBudget {
    private final String file;
    private final long most;
    private long all;
    private long inFeature;

    VertexBudget(String file, long most) {
        this.file = file;
        this.most = most;
    }

    void nextFeature() {
        inFeature = 0;
    }

    /** @throws InputRefused {@code format.too-many-vertices} */
    void add(long points) {
        all += points;
        inFeature += points;
        if (all > most || inFeature > InputLimits.FEATURE_VERTICES)
            throw new InputRefused(Problem.refused(
                    "format.too-many-vertices",
                    Place.file(file),
                    "limit",
                    StrictMath.min(most, InputLimits.FEATURE_VERTICES)));
    }
}
