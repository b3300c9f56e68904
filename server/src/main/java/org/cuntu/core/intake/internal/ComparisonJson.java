package org.cuntu.core.intake.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.intake.LayerComparison;
import org.cuntu.core.intake.LayerComparison.ClassChange;
import org.cuntu.core.intake.LayerComparison.Count;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.SubmissionRound;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.Releases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Comparisons as the page sees them: areas are decimal texts in m² with two places. */
@Component
class ComparisonJson {
    private final LayerRegister register;
    private final Releases releases;
    private final JsonMapper json = JsonMapper.builder().build();

    ComparisonJson(LayerRegister register, Releases releases) {
        this.register = register;
        this.releases = releases;
    }

    Map<String, @Nullable Object> stored(Submission submission, SubmissionRound round) {
        LayerComparison comparison = json.readValue(round.comparison(), LayerComparison.class);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("from", round.base());
        tree.put("fromDate", round.base() == null ? null : date(submission.layer(), round.base()));
        tree.put("to", round.part());
        tree.put("toDate", submission.inForceFrom().toString());
        tree.putAll(of(submission.layer(), comparison));
        return tree;
    }

    /** In-force-from of the last entry that has a snapshot; null when it has none. */
    private @Nullable String date(String layer, String hash) {
        return releases.listReleases(layer).stream()
                .filter(entry -> hash.equals(entry.hash()))
                .map(ReleaseEntry::inForceFrom)
                .map(String::valueOf)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    Map<String, @Nullable Object> of(String layer, LayerComparison comparison) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("added", count(comparison.added()));
        tree.put("removed", count(comparison.removed()));
        tree.put("reshaped", count(comparison.reshaped()));
        tree.put("revalued", count(comparison.revalued()));
        tree.put("unchanged", count(comparison.unchanged()));
        tree.put(
                "scheme",
                register.findLayer(layer)
                        .map(entry -> entry.schema().classScheme())
                        .orElse(null));
        List<Map<String, Object>> classes =
                comparison.classes().stream().map(ComparisonJson::cls).toList();
        tree.put("classes", classes);
        tree.put("before", comparison.before().toString());
        tree.put("after", comparison.after().toString());
        tree.put("change", comparison.after().minus(comparison.before()).toString());
        return tree;
    }

    private static Map<String, Object> count(Count count) {
        return Map.of("features", count.features(), "area", count.area().toString());
    }

    private static Map<String, Object> cls(ClassChange change) {
        return Map.of(
                "code", change.code(),
                "before", change.before().toString(),
                "after", change.after().toString(),
                "change", change.change().toString());
    }
}
