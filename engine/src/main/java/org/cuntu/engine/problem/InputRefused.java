package org.cuntu.engine.problem;

import java.util.List;
import java.util.Locale;

/** An input was refused: all problems found, in the order of the input. Nothing of the input has been kept. */
public final class InputRefused extends RuntimeException {
    private final transient List<Problem> problems;

    public InputRefused(List<Problem> problems) {
        super(problems.isEmpty() ? "refused" : problems.getFirst().code());
        this.problems = List.copyOf(problems);
    }

    public InputRefused(Problem problem) {
        this(List.of(problem));
    }

    public List<Problem> problems() {
        return problems;
    }

    @Override
    public String getMessage() {
        return problems.isEmpty()
                ? super.getMessage()
                : problems.getFirst().code() + ": " + problems.getFirst().what(Locale.ENGLISH);
    }
}
