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

/**
 * Comparisons as the page sees them: {@code geometry} says what {@code before}, {@code after} and {@code change} are, areas in m²
 * or lengths in metres as decimal texts with two places, or numbers of points.
 */
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
        side(tree, "from", round.before(), entry(submission.layer(), round.before()));
        side(tree, "to", round.part(), entry(submission.layer(), round.candidate()));
        tree.put("toDate", submission.inForceFrom().toString());
        tree.put("toSource", submission.source());
        tree.putAll(of(submission.layer(), comparison));
        return tree;
    }

    /** Which versions of a layer are compared, on their two clocks. */
    Map<String, @Nullable Object> released(String layer, String from, String to) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        side(tree, "from", from, entry(layer, from));
        side(tree, "to", to, entry(layer, to));
        return tree;
    }

    /** A version in force from {@code …Date}, known from {@code …Known}; not released: neither is known. */
    private static void side(
            Map<String, @Nullable Object> tree, String side, @Nullable String hash, @Nullable ReleaseEntry entry) {
        tree.put(side, hash);
        tree.put(side + "Date", entry == null ? null : String.valueOf(entry.inForceFrom()));
        tree.put(side + "Known", entry == null ? null : entry.knownFrom().toString());
        tree.put(side + "Source", entry == null ? null : entry.source());
    }

    /** The last entry that has a snapshot; null when there is none. */
    private @Nullable ReleaseEntry entry(String layer, @Nullable String hash) {
        if (hash == null) return null;
        return releases.listReleases(layer).stream()
                .filter(entry -> hash.equals(entry.hash()))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    Map<String, @Nullable Object> of(String layer, LayerComparison comparison) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("geometry", comparison.dimension().name());
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
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("features", count.features());
        Extents.put(tree, count.extent());
        return tree;
    }

    private static Map<String, Object> cls(ClassChange change) {
        return Map.of(
                "code", change.code(),
                "before", change.before().toString(),
                "after", change.after().toString(),
                "change", change.change().toString());
    }
}
