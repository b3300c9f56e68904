package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.ConversionPart;
import org.cuntu.core.conformity.Finding;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewInput;
import org.cuntu.core.conformity.ReviewPlot;
import org.cuntu.core.conformity.ReviewResult;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.core.rules.Paper;
import org.cuntu.core.rules.ProjectText;

/**
 * The replayable result (contracts 5): RFC 8785 JSON without id, times and prose; areas in whole 0.01 m², hectares in
 * 0.0001 ha, shares in 0.01 %. T is a date and an input, so it stays; the instants K and known-from do not.
 */
public final class CanonicalResult {
    private CanonicalResult() {}

    /** The canonical text. */
    public static String text(ReviewResult review) {
        return CanonicalJson.write(tree(review));
    }

    private static Map<String, Object> tree(ReviewResult review) {
        ReviewInput input = review.input();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", "cuntu:review-canonical-1");
        tree.put("engine", review.engine());
        tree.put("asOf", input.baseline().asOf().toString());
        tree.put("rules", input.rules().hash());
        tree.put("project", ProjectText.tree(input.project()));
        tree.put("site", site(review));
        tree.put("conclusion", review.conclusion().name());
        tree.put("layers", review.layers().stream().map(CanonicalResult::layer).toList());
        tree.put(
                "findings",
                review.findings().stream().map(CanonicalResult::finding).toList());
        tree.put(
                "notes",
                review.notes().stream()
                        .map(note -> Map.of("code", note.code(), "args", note.args()))
                        .toList());
        // what version 0.1 did not have is written only where it is: its reviews read as they did
        if (!review.conversions().isEmpty())
            tree.put(
                    "conversions",
                    review.conversions().stream()
                            .map(CanonicalResult::conversion)
                            .toList());
        return tree;
    }

    private static Map<String, Object> conversion(ConversionPart part) {
        return Map.of(
                "plot", part.leaf().plot(),
                "feature", part.leaf().feature(),
                "zone", part.zone(),
                "area", part.area().hundredths(),
                "outcome", part.answer().outcome().name());
    }

    private static Map<String, Object> site(ReviewResult review) {
        List<Object> plots = new ArrayList<>();
        for (ReviewPlot plot : review.input().plots())
            plots.add(Map.of(
                    "number", plot.number(),
                    "legalArea", plot.legal().value().hundredths()));
        return Map.of(
                "hash", review.input().siteHash(),
                "crs", review.input().crs(),
                "legalArea", review.legal().hundredths(),
                "factor", review.factor(),
                "plots", plots);
    }

    private static Map<String, Object> layer(LayerResult layer) {
        Map<String, Object> tree = new LinkedHashMap<>();
        SnapshotRef snapshot = layer.snapshot();
        NotAnsweredReason reason = layer.reason();
        tree.put("layer", layer.entry().code());
        tree.put("snapshot", snapshot == null ? null : snapshot.hash());
        tree.put("answer", layer.answer().name());
        tree.put("reason", reason == null ? null : reason.code());
        tree.put("area", layer.area().hundredths());
        tree.put("share", layer.share().hundredthsOfPercent());
        tree.put("leaves", layer.leaves().stream().map(CanonicalResult::leaf).toList());
        tree.put(
                "touches",
                layer.touches().stream()
                        .map(touch -> Map.of("plot", touch.plot(), "feature", touch.feature()))
                        .toList());
        tree.put("slivers", layer.slivers().area().hundredths());
        return tree;
    }

    /** Its members in the order of RFC 8785. */
    private static CanonicalJson.Itself leaf(Leaf leaf) {
        return out -> {
            out.append("{\"area\":").append(leaf.area().hundredths());
            out.append(",\"feature\":").append(leaf.feature());
            out.append(",\"hectares\":").append(leaf.hectares());
            out.append(",\"kind\":\"").append(leaf.kind().code());
            out.append("\",\"plot\":").append(leaf.plot());
            out.append(",\"ridge\":").append(leaf.ridge().hundredths());
            out.append(",\"ridgeHectares\":").append(leaf.ridgeHectares());
            out.append(",\"share\":").append(leaf.share().hundredthsOfPercent());
            out.append(",\"sliver\":").append(leaf.sliver()).append('}');
        };
    }

    private static CanonicalJson.Itself piece(Finding.Piece piece) {
        return out -> {
            out.append("{\"area\":").append(piece.area().hundredths());
            out.append(",\"feature\":").append(piece.leaf().feature());
            out.append(",\"plot\":").append(piece.leaf().plot()).append('}');
        };
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rule", finding.rule().id());
        tree.put("version", finding.rule().version());
        tree.put("verdict", finding.verdict().name());
        tree.put("area", finding.area().hundredths());
        tree.put("areaWithSlivers", finding.areaWithSlivers().hundredths());
        tree.put("share", finding.share().hundredthsOfPercent());
        tree.put("pieces", finding.pieces().stream().map(CanonicalResult::piece).toList());
        tree.put("given", finding.given());
        if (!finding.asks().isEmpty()) tree.put("asks", finding.asks());
        if (!finding.papers().isEmpty())
            tree.put(
                    "papers",
                    finding.papers().stream().map(CanonicalResult::paper).toList());
        return tree;
    }

    private static Map<String, Object> paper(Paper paper) {
        Paper.Reason reason = paper.reason();
        return Map.of(
                "type", paper.document().type(),
                "number", paper.document().number(),
                "reason", reason == null ? "" : reason.code());
    }
}
