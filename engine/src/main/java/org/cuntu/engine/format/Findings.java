package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;

/** Collects the problems of one input in its order; beyond {@value #MOST} refusals it stops the reading. */
final class Findings {
    private static final int MOST = 100;

    private final List<Problem> problems = new ArrayList<>();
    private final boolean all;
    private int refusals;

    Findings() {
        this(false);
    }

    /**
     * @param all whether it goes on beyond {@value #MOST} refusals
     */
    Findings(boolean all) {
        this.all = all;
    }

    void add(Problem problem) {
        if (problem.severity() == Problem.Severity.WARNING && problems.size() >= 10 * MOST) return;
        problems.add(problem);
        if (problem.severity() == Problem.Severity.REFUSED && ++refusals >= MOST && !all)
            throw new InputRefused(refusals());
    }

    void addAll(List<Problem> found) {
        found.forEach(this::add);
    }

    /** Everything, in the order of the input. */
    List<Problem> all() {
        return List.copyOf(problems);
    }

    boolean refused() {
        return refusals > 0;
    }

    int count() {
        return refusals;
    }

    /** Throws when anything was refused: the refusals first, then the warnings, each in the order of the input. */
    void throwIfRefused() {
        if (refused()) throw new InputRefused(refusals());
    }

    List<Problem> warnings() {
        return problems.stream()
                .filter(p -> p.severity() == Problem.Severity.WARNING)
                .toList();
    }

    private List<Problem> refusals() {
        List<Problem> all = new ArrayList<>(problems.stream()
                .filter(p -> p.severity() == Problem.Severity.REFUSED)
                .toList());
        all.addAll(warnings());
        return all;
    }
}
