package org.cuntu.core.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule (contracts 6): a dated sentence of law as data, with its compiled tests. Immutable; thread safe.
 *
 * @param inForceFrom first day
 * @param inForceTo first day no longer in force; null: open
 * @param verdict what holds when {@code when} is true: PASS, CONDITIONAL, FAIL or INFO
 * @param needs the types of the documents that satisfy a conditional verdict
 */
public record Rule(
        String id,
        int version,
        Words title,
        List<Article> articles,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        AppliesBy appliesBy,
        List<LayerUse> layers,
        Selection select,
        Verdict verdict,
        Severity severity,
        List<String> needs,
        Words remedy,
        List<Example> examples,
        Tests tests) {
    /** Which day decides whether a rule is in force. */
    public enum AppliesBy {
        /** T of the review. */
        REVIEW,
        /** {@code project.appliedOn}; T when that is not known. */
        APPLICATION
    }

    /** A layer that the rule reads; a required one that does not answer leaves the rule not answered. */
    public record LayerUse(String name, boolean required) {}

    /** The compiled expressions. An evaluation that cannot be made throws {@link Undecided}. */
    public interface Tests {
        boolean appliesTo(Facts facts);

        boolean where(Map<String, @Nullable Object> fields, Project project);

        boolean when(Facts facts);
    }

    /** An expression met facts it cannot decide on (a number that is not there): the rule is then not answered. */
    public static final class Undecided extends RuntimeException {
        public Undecided(String rule, Throwable cause) {
            super(rule + ": " + cause.getMessage(), cause);
        }
    }

    /**
     * An example that the build runs.
     *
     * @param given leaves of the selected layer, before {@code where} and {@code relation}
     * @param rest ground inside the coverage without a feature, whole 0.01 m²
     * @param expect the verdict; null: the rule does not apply
     */
    public record Example(
            String name, List<SelectedPiece> given, long rest, long siteArea, Project project, @Nullable Verdict expect) {}

    public Rule {
        articles = List.copyOf(articles);
        layers = List.copyOf(layers);
        needs = List.copyOf(needs);
        examples = List.copyOf(examples);
    }

    /** Whether the rule is in force for a review at T of a project applied for on that day. */
    public boolean isInForce(LocalDate at, @Nullable LocalDate appliedOn) {
        LocalDate day = appliesBy == AppliesBy.APPLICATION && appliedOn != null ? appliedOn : at;
        return !day.isBefore(inForceFrom) && (inForceTo == null || day.isBefore(inForceTo));
    }
}
