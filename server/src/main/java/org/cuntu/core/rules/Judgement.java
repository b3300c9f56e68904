package org.cuntu.core.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What follows from a rule's test (contracts 2): one function for reviews, for the examples of the build and for trying a
 * rule. A silent layer leaves NOT_ANSWERED unless what was seen fails all the same; so does a fact that the rule asks and
 * the project does not state; a conditional verdict that fitting documents satisfy is PASS.
 *
 * @param asks the facts that are missing, of a verdict that waits for them
 * @param papers the stated documents of the types needed, of a verdict that is or was conditional
 */
public record Judgement(Verdict verdict, List<String> asks, List<Paper> papers) {
    public Judgement {
        asks = List.copyOf(asks);
        papers = List.copyOf(papers);
    }

    /**
     * What was found before the verdict.
     *
     * @param fires whether {@code when} holds
     * @param onNothing whether it holds of no ground as well: then it was not what was seen that made it hold
     * @param silent whether a layer that matters does not answer
     * @param unread whether something that a test reads is missing
     * @param needs the types of documents that satisfy it
     */
    public record Test(boolean fires, boolean onNothing, boolean silent, boolean unread, List<String> needs) {}

    /**
     * Judges.
     *
     * @param projects the project as each of the plots concerned sees it
     * @param types the city's document types on that day
     * @param day T of the review, on which documents must be valid
     */
    public static Judgement of(
            Rule rule, Test test, Collection<Project> projects, List<DocumentType> types, LocalDate day) {
        Verdict verdict = test.fires() ? rule.verdict() : Verdict.PASS;
        if (verdict == Verdict.FAIL && !test.onNothing()) return new Judgement(verdict, List.of(), List.of());
        List<String> missing = rule.asks().stream()
                .filter(fact -> projects.stream().anyMatch(project -> !project.knows(fact)))
                .toList();
        if (test.silent()) return new Judgement(Verdict.NOT_ANSWERED, List.of(), List.of());
        if (test.unread()) return new Judgement(Verdict.NOT_ANSWERED, missing, List.of());
        if (verdict != Verdict.CONDITIONAL) return new Judgement(verdict, List.of(), List.of());
        if (!missing.isEmpty()) return new Judgement(Verdict.NOT_ANSWERED, missing, List.of());
        List<Paper> papers = papers(test.needs(), projects, types, day);
        boolean proved = !test.needs().isEmpty()
                && test.needs().stream().allMatch(need -> papers.stream()
                        .anyMatch(
                                paper -> paper.fits() && paper.document().type().equals(need)));
        return new Judgement(proved ? Verdict.PASS : verdict, List.of(), papers);
    }

    private static List<Paper> papers(
            List<String> needs, Collection<Project> projects, List<DocumentType> types, LocalDate day) {
        List<Paper> papers = new ArrayList<>();
        projects.stream().findFirst().ifPresent(project -> {
            for (ProjectDocument document : project.facts().documents())
                if (needs.contains(document.type())) papers.add(Paper.of(document, find(types, document.type()), day));
        });
        return papers;
    }

    private static Optional<DocumentType> find(List<DocumentType> types, String id) {
        return types.stream().filter(type -> type.id().equals(id)).findFirst();
    }
}
