package org.cuntu.core.quality.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.http.GeoJsonTree;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Runs and issues as the page reads them. */
final class IssueJson {
    private IssueJson() {}

    static Map<String, @Nullable Object> of(CheckRun run) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", run.id().toString());
        tree.put("layer", run.layer());
        tree.put("snapshot", run.snapshot());
        tree.put("at", run.at().toString());
        tree.put("division", run.division());
        tree.put("features", run.features());
        tree.put("refusing", run.refusing());
        tree.put("warnings", run.warnings());
        tree.put("score", run.score());
        tree.put("checkedAt", run.checkedAt().toString());
        tree.put("byRule", run.byRule().stream().map(IssueJson::of).toList());
        return tree;
    }

    private static Map<String, Object> of(CheckRun.RuleCount rule) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rule", rule.rule());
        tree.put("kind", rule.kind().name());
        tree.put("severity", rule.severity().name());
        tree.put("title", words(rule.title()));
        tree.put("advice", words(rule.advice()));
        tree.put("count", rule.count());
        return tree;
    }

    private static Map<String, Object> words(Words words) {
        return Map.of("zh", words.zh(), "en", words.en());
    }

    /** @param limit of how many were asked; as many mean that there may be more */
    static Map<String, @Nullable Object> page(List<LayerIssue> issues, int limit) {
        List<Object> list = new ArrayList<>();
        for (LayerIssue issue : issues) list.add(of(issue));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("issues", list);
        tree.put("next", issues.size() < limit ? null : issues.getLast().number());
        return tree;
    }

    private static Map<String, @Nullable Object> of(LayerIssue issue) {
        boolean placed = issue.bounds().length == 4;
        Area area = issue.area();
        Geometry outline = issue.outline();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("number", issue.number());
        tree.put("rule", issue.rule());
        tree.put("kind", issue.kind().name());
        tree.put("severity", issue.severity().name());
        tree.put("feature", issue.feature());
        tree.put("other", issue.other());
        tree.put("lon", placed ? issue.longitude() : null);
        tree.put("lat", placed ? issue.latitude() : null);
        tree.put("bounds", placed ? issue.bounds() : null);
        tree.put("area", area == null ? null : area.toString());
        tree.put("length", issue.length());
        tree.put("value", issue.value());
        tree.put("expected", issue.expected());
        tree.put("outline", outline == null ? null : GeoJsonTree.of(outline));
        return tree;
    }
}
