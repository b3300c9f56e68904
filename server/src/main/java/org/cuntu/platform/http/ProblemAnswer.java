package org.cuntu.platform.http;

import org.cuntu.engine.problem.Problem;

/** Ends a request with a status and a problem: not found, not allowed, in the way. */
public final class ProblemAnswer extends RuntimeException {
    private final int status;
    private final transient Problem problem;

    public ProblemAnswer(int status, Problem problem) {
        super(status + " " + problem.code());
        this.status = status;
        this.problem = problem;
    }

    /** 404; args are given as name, value, name, value… */
    public static ProblemAnswer notFound(String code, Object... args) {
        return new ProblemAnswer(404, Problem.refused(code, Problem.Place.UNKNOWN, args));
    }

    /** 409; args are given as name, value, name, value… */
    public static ProblemAnswer conflict(String code, Object... args) {
        return new ProblemAnswer(409, Problem.refused(code, Problem.Place.UNKNOWN, args));
    }

    public int status() {
        return status;
    }

    public Problem problem() {
        return problem;
    }
}
