package org.cuntu.core.conformity.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.conformity.LandClass;
import org.cuntu.core.conformity.LayerAnswer;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewResult;
import org.jspecify.annotations.Nullable;

/** The conclusion in words (handbook 5.6) and the figures it is made of, in hectares at four places. */
final class Summary {
    private final ReviewResult review;
    private final Map<String, @Nullable String> figures = new LinkedHashMap<>();

    Summary(ReviewResult review, LandClass.Schemes classes) {
        this.review = review;
        long site = LeafUnits.hectares(review.legal());
        figures.put("hectares", Figures.hectares(site));
        figures.put("mu", Figures.mu(site));
        LayerResult survey = review.findLayer(Tables.SURVEY)
                .filter(layer -> layer.scaled() && !layer.leaves().isEmpty())
                .orElse(null);
        if (survey != null) addLandUse(LandUseLeaf.of(survey, classes));
        figures.put("farmland", inside(Tables.FARMLAND));
        figures.put("redLine", inside(Tables.RED_LINE));
        figures.put("boundaryInside", inside(Tables.BOUNDARY));
        figures.put("boundaryOutside", sum(Tables.BOUNDARY, Leaf.Kind.REST));
    }

    private void addLandUse(List<LandUseLeaf> leaves) {
        for (LandClass.Group group : LandClass.Group.values()) {
            long sum = 0;
            for (LandUseLeaf leaf : leaves) if (leaf.landClass().group() == group) sum += leaf.hectares();
            figures.put(group.name().toLowerCase(Locale.ROOT), Figures.hectares(sum));
        }
        long cropland = 0;
        for (LandUseLeaf leaf : leaves) if (leaf.isCropland()) cropland += leaf.hectares();
        figures.put("cropland", Figures.hectares(cropland));
    }

    private @Nullable String inside(String code) {
        return sum(code, Leaf.Kind.PIECE);
    }

    private @Nullable String sum(String code, Leaf.Kind kind) {
        LayerResult layer = review.findLayer(code).orElse(null);
        if (layer == null || !layer.scaled() || layer.leaves().isEmpty()) return null;
        long sum = 0;
        for (Leaf leaf : layer.leaves()) if (leaf.kind() == kind) sum += leaf.hectares();
        return Figures.hectares(sum);
    }

    Map<String, @Nullable String> figures() {
        return figures;
    }

    /** The paragraph. */
    String text(Locale locale) {
        StringBuilder text = new StringBuilder();
        text.append(ReviewWords.in(locale, "summary.area", Map.of("ha", figure("hectares"))));
        if (figures.get("cropland") == null) text.append(ReviewWords.in(locale, "summary.landUse.silent"));
        else {
            text.append(ReviewWords.in(
                    locale,
                    "summary.landUse",
                    Map.of(
                            "agricultural", figure("agricultural"),
                            "cropland", figure("cropland"),
                            "construction", figure("construction"),
                            "unused", figure("unused"))));
            if (!figure("unknown").equals("0.0000"))
                text.append(ReviewWords.in(locale, "summary.unknown", Map.of("unknown", figure("unknown"))));
        }
        text.append(line(locale, "farmland", Tables.FARMLAND));
        text.append(line(locale, "redLine", Tables.RED_LINE));
        text.append(boundary(locale));
        text.append(ReviewWords.in(locale, "summary.end." + review.conclusion()));
        return text.toString();
    }

    private String line(Locale locale, String key, String code) {
        LayerAnswer answer = answer(code);
        String word =
                switch (answer) {
                    case CONCERNED -> ".yes";
                    case CLEAR -> ".no";
                    case NOT_ANSWERED -> ".silent";
                };
        return ReviewWords.in(locale, "summary." + key + word, Map.of("ha", figure(key)));
    }

    private String boundary(Locale locale) {
        if (answer(Tables.BOUNDARY) == LayerAnswer.NOT_ANSWERED)
            return ReviewWords.in(locale, "summary.boundary.silent");
        boolean in = !figure("boundaryInside").equals("0.0000");
        boolean out = !figure("boundaryOutside").equals("0.0000");
        String word = in && out ? "part" : in ? "in" : "out";
        return ReviewWords.in(
                locale,
                "summary.boundary." + word,
                Map.of("in", figure("boundaryInside"), "out", figure("boundaryOutside")));
    }

    private LayerAnswer answer(String code) {
        return review.findLayer(code).map(LayerResult::answer).orElse(LayerAnswer.NOT_ANSWERED);
    }

    private String figure(String key) {
        String value = figures.get(key);
        return value == null ? "0.0000" : value;
    }
}
