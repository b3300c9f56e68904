package org.cuntu.core.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A project as JSON: in requests, in the examples of rules and with stored reviews. What is not stated is not written, so
 * that a project without more than its kind reads as it did in version 0.1.
 */
public final class ProjectText {
    private ProjectText() {}

    /** The members as text, numbers and lists of them, ready for {@link CanonicalJson} and Jackson. */
    public static Map<String, @Nullable Object> tree(Project project) {
        LocalDate appliedOn = project.appliedOn();
        ProjectFacts facts = project.facts();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("kind", project.kind());
        tree.put("purpose", project.purpose());
        tree.put("level", project.level());
        tree.put("appliedOn", appliedOn == null ? null : appliedOn.toString());
        List<Object> documents = new ArrayList<>(project.documents());
        facts.documents().forEach(document -> documents.add(document(document)));
        tree.put("documents", documents);
        if (facts.activity() > 0) tree.put("activity", facts.activity());
        text(tree, "newConstruction", facts.newConstruction());
        text(tree, "listItem", facts.listItem());
        text(tree, "conversion", facts.conversion());
        text(tree, "mining", facts.mining());
        if (facts.months() > 0) tree.put("months", facts.months());
        text(tree, "boundaryChange", facts.boundaryChange());
        Map<String, Object> figures = figures(facts.figures());
        if (!figures.isEmpty()) tree.put("figures", figures);
        Map<String, Object> plots = new LinkedHashMap<>();
        facts.plotFigures().forEach((plot, of) -> plots.put(plot, figures(of)));
        if (!plots.isEmpty()) tree.put("plotFigures", plots);
        return tree;
    }

    private static void text(Map<String, @Nullable Object> tree, String key, String value) {
        if (!value.isEmpty()) tree.put(key, value);
    }

    /** A document as it was stated. */
    public static Map<String, Object> document(ProjectDocument document) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", document.type());
        tree.put("number", document.number());
        if (document.date() != null) tree.put("date", document.date().toString());
        tree.put("issuer", document.issuer());
        tree.put("level", document.level());
        if (document.validTo() != null) tree.put("validTo", document.validTo().toString());
        return tree;
    }

    private static Map<String, Object> figures(PlanFigures figures) {
        Map<String, Object> tree = new LinkedHashMap<>();
        figures.byName().forEach((name, figure) -> {
            if (figure != null) tree.put(name, figure.toPlainString());
        });
        return tree;
    }

    /**
     * Whatever is missing is unknown.
     *
     * @throws java.time.DateTimeException when a day is none
     * @throws NumberFormatException when a figure is none
     */
    public static Project read(JsonNode node) {
        List<String> named = new ArrayList<>();
        List<ProjectDocument> stated = new ArrayList<>();
        for (JsonNode document : node.path("documents"))
            if (document.isObject()) stated.add(readDocument(document));
            else named.add(document.asString(""));
        Map<String, PlanFigures> plots = new LinkedHashMap<>();
        node.path("plotFigures").properties().forEach(plot -> plots.put(plot.getKey(), readFigures(plot.getValue())));
        return new Project(
                text(node, "kind"),
                text(node, "purpose"),
                text(node, "level"),
                date(node, "appliedOn"),
                named,
                new ProjectFacts(
                        number(node, "activity"),
                        text(node, "newConstruction"),
                        text(node, "listItem"),
                        text(node, "conversion"),
                        text(node, "mining"),
                        number(node, "months"),
                        text(node, "boundaryChange"),
                        stated,
                        readFigures(node.path("figures")),
                        plots));
    }

    private static ProjectDocument readDocument(JsonNode node) {
        return new ProjectDocument(
                text(node, "type"),
                text(node, "number"),
                date(node, "date"),
                text(node, "issuer"),
                text(node, "level"),
                date(node, "validTo"));
    }

    private static PlanFigures readFigures(JsonNode node) {
        return new PlanFigures(
                figure(node, "floorAreaRatio"),
                figure(node, "density"),
                figure(node, "green"),
                figure(node, "height"),
                figure(node, "useShare"));
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }

    private static int number(JsonNode node, String key) {
        String text = text(node, key).strip();
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static @Nullable LocalDate date(JsonNode node, String key) {
        String text = text(node, key);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    /** At most nine digits before and four after the point: what a plan can mean, and no bait for the parser. */
    private static @Nullable BigDecimal figure(JsonNode node, String key) {
        String text = text(node, key).strip();
        if (text.isEmpty()) return null;
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,4})?")) throw new NumberFormatException(key + ": " + text);
        return new BigDecimal(text);
    }
}
