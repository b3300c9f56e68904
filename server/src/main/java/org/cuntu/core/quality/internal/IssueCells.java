package org.cuntu.core.quality.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerIssue;
import org.jspecify.annotations.Nullable;

/** An issue as the cells of a table, the same on paper and in the workbook. */
final class IssueCells {
    private final QualityPapers.About about;
    private final Map<String, String> titles = new HashMap<>();

    IssueCells(QualityPapers.About about) {
        this.about = about;
        for (CheckRun.RuleCount rule : about.run().byRule()) titles.put(rule.rule(), about.title(rule));
    }

    /** The heads, each with whether its cells are figures. */
    Map<String, Boolean> heads() {
        Map<String, Boolean> heads = new LinkedHashMap<>();
        for (String key : List.of("number", "severity", "issue", "kind", "feature", "other"))
            heads.put(about.word("column." + key), key.equals("number"));
        for (String key : List.of("area", "length")) heads.put(about.word("column." + key), true);
        for (String key : List.of("value", "expected")) heads.put(about.word("column." + key), false);
        for (String key : List.of("longitude", "latitude")) heads.put(about.word("column." + key), true);
        return heads;
    }

    List<String> of(LayerIssue issue) {
        boolean placed = issue.bounds().length == 4;
        return List.of(
                String.valueOf(issue.number()),
                about.word("severity." + issue.severity()),
                title(issue),
                about.word("kind." + issue.kind()),
                issue.feature(),
                text(issue.other()),
                issue.area() == null ? "" : issue.area().toString(),
                issue.length() == null ? "" : String.format(Locale.ROOT, "%.3f", issue.length()),
                value(issue),
                text(issue.expected()),
                placed ? String.format(Locale.ROOT, "%.7f", issue.longitude()) : "",
                placed ? String.format(Locale.ROOT, "%.7f", issue.latitude()) : "");
    }

    String title(LayerIssue issue) {
        return titles.getOrDefault(issue.rule(), issue.rule());
    }

    private String value(LayerIssue issue) {
        return LayerIssue.NOT_ANSWERED.equals(issue.value()) ? about.word("not-answered") : text(issue.value());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
