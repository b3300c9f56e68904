package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.conformity.Finding;
import org.cuntu.core.conformity.LandClass;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewResult;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.core.rules.Verdict;

/**
 * What a batch keeps of a plot's review: land use by group, which adds up to the plot; cropland, farmland and red line in
 * it; the layers that are concerned or do not answer; the findings but PASS. Areas in 0.01 m².
 */
final class BatchFigures {
    private BatchFigures() {}

    static String of(ReviewResult review, LandClass.Schemes classes) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("use", landUse(review, classes));
        tree.put("farmland", inside(review, Tables.FARMLAND));
        tree.put("redLine", inside(review, Tables.RED_LINE));
        Map<String, Object> layers = new LinkedHashMap<>();
        for (LayerResult layer : review.layers())
            switch (layer.answer()) {
                case CONCERNED -> layers.put(layer.entry().code(), layer.area().hundredths());
                case NOT_ANSWERED -> {
                    var reason = layer.reason();
                    layers.put(layer.entry().code(), reason == null ? "fault" : reason.code());
                }
                case CLEAR -> {}
            }
        tree.put("layers", layers);
        List<Object> findings = new ArrayList<>();
        for (Finding finding : Tables.worstFirst(review.findings()))
            if (finding.verdict() != Verdict.PASS)
                findings.add(List.of(
                        finding.rule().id(),
                        finding.verdict().name(),
                        finding.area().hundredths()));
        tree.put("findings", findings);
        return CanonicalJson.write(tree);
    }

    /** By three-way group, unknown ground last; of the agricultural the cropland besides. Adds up to the plot. */
    private static Map<String, Object> landUse(ReviewResult review, LandClass.Schemes classes) {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (LandClass.Group group : LandClass.Group.values()) sums.put(word(group), 0L);
        sums.put("cropland", 0L);
        LayerResult survey = review.findLayer(Tables.SURVEY)
                .filter(layer -> layer.scaled() && !layer.leaves().isEmpty())
                .orElse(null);
        if (survey == null)
            sums.put(word(LandClass.Group.UNKNOWN), review.legal().hundredths());
        else
            for (LandUseLeaf leaf : LandUseLeaf.of(survey, classes)) {
                sums.merge(word(leaf.landClass().group()), leaf.area().hundredths(), Long::sum);
                if (leaf.isCropland()) sums.merge("cropland", leaf.area().hundredths(), Long::sum);
            }
        return new LinkedHashMap<>(sums);
    }

    private static String word(LandClass.Group group) {
        return group.name().toLowerCase(Locale.ROOT);
    }

    private static long inside(ReviewResult review, String code) {
        return review.findLayer(code).stream()
                .flatMap(layer -> layer.leaves().stream())
                .filter(leaf -> leaf.kind() == Leaf.Kind.PIECE)
                .mapToLong(leaf -> leaf.area().hundredths())
                .sum();
    }
}
