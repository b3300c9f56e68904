package org.cuntu.core.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cuntu.platform.home.InForce;
import org.jspecify.annotations.Nullable;

/**
 * A rule (contracts 6): a dated sentence of law as data, with its compiled tests. Immutable; thread safe.
 *
 * @param inForceFrom first day
 * @param inForceTo first day no longer in force; null: open
 * @param verdict what holds when {@code when} is true: PASS, CONDITIONAL, FAIL or INFO
 * @param needs the types of the documents that satisfy a conditional verdict
 * @param asks facts of the project without which the rule cannot be answered, as in {@link Project#ASKABLE}
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
        List<String> asks,
        Words remedy,
        List<Example> examples,
        Wording wording,
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

        /** The names that {@link #where} reads, fields and others, each once: where their values are alike, so is the answer. */
        List<String> whereReads();

        boolean where(Map<String, @Nullable Object> fields, Project project);

        boolean when(Facts facts);
    }

    /** An expression met facts it cannot decide on (a number that is not there): the rule is then not answered. */
    public static final class Undecided extends RuntimeException {
        public Undecided(String rule, Throwable cause) {
            super(
                    rule + ": " + cause.getMessage(),
                    cause,
                    false,
                    false); // the cause knows where; this one is thrown by the thousand
        }
    }

    /**
     * What of a rule only people read.
     *
     * @param row its row in the handbook's table of rules (plan layers 4.7), for example P1; empty: of another chapter
     * @param knownFrom from when the bureau knew this version; null: always
     * @param inWords the condition as a sentence
     * @param appliesTo the expression as written
     * @param when the expression as written
     */
    public record Wording(String row, @Nullable Instant knownFrom, Words inWords, String appliesTo, String when) {}

    /**
     * An example that the build runs.
     *
     * @param given leaves of the selected layer, before {@code where} and {@code relation}
     * @param slivers how many of them, from the end, are slivers that the rule does not see
     * @param silent layers that do not answer
     * @param rest ground inside the coverage without a feature, whole 0.01 m²
     * @param expect the verdict; null: the rule does not apply
     */
    public record Example(
            Words name,
            List<SelectedPiece> given,
            int slivers,
            List<String> silent,
            long rest,
            long siteArea,
            Project project,
            @Nullable Verdict expect) {
        public Example {
            given = List.copyOf(given);
            silent = List.copyOf(silent);
        }
    }

    public Rule {
        articles = List.copyOf(articles);
        layers = List.copyOf(layers);
        needs = List.copyOf(needs);
        asks = List.copyOf(asks);
        examples = List.copyOf(examples);
    }

    /** When this version holds, on both clocks. */
    public InForce held() {
        return new InForce(inForceFrom, inForceTo, wording.knownFrom());
    }

    /** The day by which it is chosen: T, or that of the application. */
    public LocalDate day(LocalDate at, @Nullable LocalDate appliedOn) {
        return appliesBy == AppliesBy.APPLICATION && appliedOn != null ? appliedOn : at;
    }
}
