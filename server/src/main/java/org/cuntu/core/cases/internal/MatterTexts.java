package org.cuntu.core.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.MatterTemplate;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.Nearest;

/** The templates of a folder: plain texts with known places, and every paper that the matter's steps need. */
final class MatterTexts {
    private static final Pattern BRACKETED = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern EXPRESSION = Pattern.compile("[$#%@]\\{|\\{\\{|<%|<#|\\[\\[|\\$\\(");

    private MatterTexts() {}

    /** @param problems where what is wrong is added */
    static Map<String, Words> read(MatterFolder folder, List<Problem> problems) {
        Map<String, Words> templates = new TreeMap<>();
        folder.under(MatterFolder.TEMPLATES).forEach((path, text) -> {
            String file = folder.code() + "/" + path;
            MatterTrees.yaml(file, text, problems).ifPresent(tree -> {
                if (!MatterShape.TEMPLATE.check(file, tree, problems)) return;
                Words words = MatterParser.words(tree);
                check(file, words.zh(), problems);
                check(file, words.en(), problems);
                String name = path.substring(MatterFolder.TEMPLATES.length(), path.length() - ".yaml".length());
                templates.put(name, words);
            });
        });
        return templates;
    }

    private static void check(String file, String text, List<Problem> problems) {
        Matcher expression = EXPRESSION.matcher(text);
        if (expression.find()) {
            int end = Math.min(text.length(), expression.start() + 60);
            problems.add(Problem.refused(
                    "matters.template-expression",
                    Problem.Place.file(file),
                    "tried",
                    text.substring(expression.start(), end).lines().findFirst().orElse("")));
            return;
        }
        Matcher place = BRACKETED.matcher(text);
        while (place.find())
            if (!MatterTemplate.PLACES.contains(place.group(1)))
                problems.add(Problem.refused(
                        "matters.template-place",
                        Problem.Place.file(file),
                        "place",
                        place.group(1),
                        "nearest",
                        Nearest.to(place.group(1), MatterTemplate.PLACES).orElse("-")));
    }

    /** Whether every paper is there that a step may call for. */
    static void checkNeeded(Matter matter, List<Problem> problems) {
        need(matter, MatterStep.Conclusion.ACCEPT, MatterTemplate.ACCEPTANCE, problems);
        need(matter, MatterStep.Conclusion.NOT_ACCEPT, MatterTemplate.NON_ACCEPTANCE, problems);
        need(matter, MatterStep.Conclusion.CORRECT, MatterTemplate.CORRECTION, problems);
        if (matter.steps().stream().anyMatch(step -> step.kind() == MatterStep.Kind.DECIDE)) {
            need(matter, MatterTemplate.REFUSAL, problems);
            Words refusal = matter.templates().get(MatterTemplate.REFUSAL);
            for (String place : List.of("reason", "articles", "remedies"))
                if (refusal != null
                        && !(refusal.zh().contains("{" + place + "}")
                                && refusal.en().contains("{" + place + "}")))
                    problems.add(Problem.refused(
                            "matters.refusal-without",
                            Problem.Place.file(matter.code() + "/templates/refusal.yaml"),
                            "place",
                            place));
        }
        if (matter.materials().stream().anyMatch(material -> material.deferDays() > 0))
            need(matter, MatterTemplate.DEFERRAL, problems);
    }

    private static void need(Matter matter, MatterStep.Conclusion conclusion, String name, List<Problem> problems) {
        if (matter.steps().stream().anyMatch(step -> step.conclusions().contains(conclusion)))
            need(matter, name, problems);
    }

    private static void need(Matter matter, String name, List<Problem> problems) {
        if (!matter.templates().containsKey(name))
            problems.add(Problem.refused(
                    "matters.template-missing", Problem.Place.file(matter.code() + "/templates"), "name", name));
    }
}
