package org.cuntu.core.rules;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the project that wants the ground; any part may be unknown (empty).
 *
 * @param kind {@code single} 单独选址, {@code batch} 批次用地, {@code temporary} 临时用地
 * @param purpose the wanted use as a code of YDYH2023, for example 1001
 * @param level {@code national-major} 国家重大项目, {@code provincial-major} 省级重大项目, {@code ordinary} 一般项目
 * @param appliedOn the day of the application, for rules that apply by it
 * @param documents types of documents that are said to be at hand; only one stated in {@code facts} proves anything
 * @param facts what some rules ask besides
 */
public record Project(
        String kind,
        String purpose,
        String level,
        @Nullable LocalDate appliedOn,
        List<String> documents,
        ProjectFacts facts) {
    public static final Project UNKNOWN = new Project("", "", "", null, List.of());

    /** The facts that a rule's {@code asks} may name. */
    public static final List<String> ASKABLE = List.of(
            "kind",
            "purpose",
            "level",
            "activity",
            "newConstruction",
            "listItem",
            "conversion",
            "mining",
            "months",
            "floorAreaRatio",
            "density",
            "green",
            "height",
            "useShare");

    public Project {
        documents = List.copyOf(documents);
    }

    public Project(String kind, String purpose, String level, @Nullable LocalDate appliedOn, List<String> documents) {
        this(kind, purpose, level, appliedOn, documents, ProjectFacts.NONE);
    }

    /** The types of all documents, named or stated. */
    public List<String> documentTypes() {
        Set<String> types = new LinkedHashSet<>(documents);
        facts.documents().forEach(document -> types.add(document.type()));
        return List.copyOf(types);
    }

    /** As seen from one plot: its own figures go before those of the whole. */
    public Project forPlot(String number) {
        if (facts.plotFigures().isEmpty()) return this;
        PlanFigures own = facts.plotFigures().getOrDefault(number, PlanFigures.NONE);
        return new Project(kind, purpose, level, appliedOn, documents, facts.withFigures(own.or(facts.figures())));
    }

    /** The code of the use that the ground is to have, YDYH2023: the agricultural target's, else the purpose's. */
    public String wanted() {
        return switch (facts.conversion()) {
            case "garden" -> "02";
            case "forest" -> "03";
            case "grass" -> "04";
            case "facility" -> "06";
            case "pond" -> "1704";
            default -> purpose;
        };
    }

    /** Whether a fact that a rule asks is stated. */
    public boolean knows(String fact) {
        return switch (fact) {
            case "kind" -> !kind.isEmpty();
            case "purpose" -> !purpose.isEmpty();
            case "level" -> !level.isEmpty();
            case "activity" -> facts.activity() > 0;
            case "newConstruction" -> !facts.newConstruction().isEmpty();
            case "listItem" -> !facts.listItem().isEmpty();
            case "conversion" -> !facts.conversion().isEmpty();
            case "mining" -> !facts.mining().isEmpty();
            case "months" -> facts.months() > 0;
            default -> facts.figures().byName().get(fact) != null;
        };
    }
}
