package org.cuntu.platform.audit;

import org.cuntu.engine.problem.Problem;

/** A decision that may not be: no such request, decided already, or by the one who asked. */
public final class ErasureRefused extends RuntimeException {
    private final transient Problem problem;

    public ErasureRefused(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
