package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.ProjectDocument;
import org.cuntu.core.rules.ProjectFacts;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;

/** The words of a project that rules read: one that nobody knows would make every rule that asks for it silent. */
public final class ProjectCheck {
    private static final Set<String> KINDS = new TreeSet<>(Set.of("single", "batch", "temporary"));
    private static final Set<String> LEVELS = new TreeSet<>(Set.of("national-major", "provincial-major", "ordinary"));

    private static final Set<String> CONVERSIONS =
            new TreeSet<>(Set.of("forest", "garden", "grass", "pond", "facility"));
    private static final Set<String> MINING =
            new TreeSet<>(Set.of("strategic", "geothermal", "renewal", "underground", "other"));
    private static final Set<String> ISSUERS =
            new TreeSet<>(Set.of("national", "provincial", "municipal", "county", "agency"));

    private ProjectCheck() {}

    /** @throws InputRefused with every word that is not known; an empty one is allowed */
    public static void check(Project project) {
        List<Problem> problems = new ArrayList<>();
        if (!project.purpose().matches("|[0-9]{2}|[0-9]{4}|[0-9]{6}"))
            problems.add(Problem.refused("review.purpose", Problem.Place.UNKNOWN, "purpose", project.purpose()));
        word(problems, "review.kind", project.kind(), KINDS);
        word(problems, "review.level", project.level(), LEVELS);
        facts(problems, project.facts());
        if (!problems.isEmpty()) throw new InputRefused(problems);
    }

    private static void facts(List<Problem> problems, ProjectFacts facts) {
        if (facts.activity() < 0 || facts.activity() > 10)
            fact(problems, "activity", String.valueOf(facts.activity()), Set.of("1 … 10"));
        if (facts.months() < 0 || facts.months() > 1200)
            fact(problems, "months", String.valueOf(facts.months()), Set.of("1 … 1200"));
        fact(problems, "newConstruction", facts.newConstruction(), Set.of("yes", "no"));
        fact(problems, "boundaryChange", facts.boundaryChange(), Set.of("yes"));
        fact(problems, "conversion", facts.conversion(), CONVERSIONS);
        fact(problems, "mining", facts.mining(), MINING);
        if (!facts.listItem().matches("|[a-z][a-z-]{0,40}"))
            fact(problems, "listItem", facts.listItem(), Set.of("a … z"));
        for (ProjectDocument document : facts.documents()) fact(problems, "documents.level", document.level(), ISSUERS);
    }

    private static void fact(List<Problem> problems, String name, String given, Set<String> known) {
        if (!given.isEmpty() && !known.contains(given))
            problems.add(Problem.refused(
                    "review.fact",
                    Problem.Place.UNKNOWN,
                    "name",
                    name,
                    "given",
                    given,
                    "known",
                    String.join(", ", known)));
    }

    private static void word(List<Problem> problems, String code, String given, Set<String> known) {
        if (!given.isEmpty() && !known.contains(given))
            problems.add(
                    Problem.refused(code, Problem.Place.UNKNOWN, "given", given, "known", String.join(", ", known)));
    }
}
