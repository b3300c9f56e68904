package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cuntu.core.rules.Project;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;

/** The words of a project that rules read: one that nobody knows would make every rule that asks for it silent. */
public final class ProjectCheck {
    private static final Set<String> KINDS = new TreeSet<>(Set.of("single", "batch", "temporary"));
    private static final Set<String> LEVELS = new TreeSet<>(Set.of("national-major", "provincial-major", "ordinary"));

    private ProjectCheck() {}

    /** @throws InputRefused with every word that is not known; an empty one is allowed */
    public static void check(Project project) {
        List<Problem> problems = new ArrayList<>();
        if (!project.purpose().matches("|[0-9]{2}|[0-9]{4}|[0-9]{6}"))
            problems.add(Problem.refused("review.purpose", Problem.Place.UNKNOWN, "purpose", project.purpose()));
        word(problems, "review.kind", project.kind(), KINDS);
        word(problems, "review.level", project.level(), LEVELS);
        if (!problems.isEmpty()) throw new InputRefused(problems);
    }

    private static void word(List<Problem> problems, String code, String given, Set<String> known) {
        if (!given.isEmpty() && !known.contains(given))
            problems.add(Problem.refused(
                    code, Problem.Place.UNKNOWN, "given", given, "known", String.join(", ", known)));
    }
}
