package org.cuntu.cli;

import org.cuntu.engine.problem.Problem;

/** A verb ends before its result, for a reason that the user can act on: an exit status and one problem. */
final class Stopped extends RuntimeException {
    private final Exit exit;
    private final transient Problem problem;

    private Stopped(Exit exit, Problem problem) {
        super(problem.code());
        this.exit = exit;
        this.problem = problem;
    }

    /** Args as in {@link Problem#refused}: name, value, name, value… */
    static Stopped with(Exit exit, String code, Object... args) {
        return new Stopped(exit, Problem.refused(code, Problem.Place.UNKNOWN, args));
    }

    Exit exit() {
        return exit;
    }

    Problem problem() {
        return problem;
    }
}
