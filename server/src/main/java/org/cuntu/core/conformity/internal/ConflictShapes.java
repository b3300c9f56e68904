package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.Cutter;
import org.cuntu.core.conformity.Finding;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewResult;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.platform.http.GeoJsonTree;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The outlines of the pieces in conflict, as GeoJSON in EPSG:4490: for the eye only, no figure is taken from them. Made
 * while the snapshots are open.
 */
public final class ConflictShapes {
    private final ReviewResult review;
    private final List<Cutter.Plot> plots;
    /** Several findings take the same piece. */
    private final Map<Outline, Geometry> outlines = new HashMap<>();

    private record Outline(String layer, int plot, int feature) {}

    private ConflictShapes(ReviewResult review, List<Cutter.Plot> plots) {
        this.review = review;
        this.plots = plots;
    }

    /** A FeatureCollection: of each FAIL, CONDITIONAL or unanswered finding every piece that it took. */
    public static Map<String, Object> of(ReviewResult review, Cutter cutter) {
        return new ConflictShapes(review, prepared(review, cutter)).collection();
    }

    /** The ground of every finding of a verdict, as one outline in EPSG:4490; empty when there is none. */
    static Geometry ground(ReviewResult review, Cutter cutter, Verdict verdict) {
        ConflictShapes shapes = new ConflictShapes(review, prepared(review, cutter));
        List<Geometry> outlines = new ArrayList<>();
        for (Finding finding : review.findings()) {
            Snapshot snapshot =
                    review.input().snapshots().get(finding.rule().select().layer());
            if (finding.verdict() != verdict || snapshot == null) continue;
            for (Finding.Piece piece : finding.pieces()) outlines.add(shapes.outline(finding, piece, snapshot));
        }
        if (outlines.isEmpty())
            return review.input().plots().getFirst().geodetic().getFactory().createPolygon();
        return OverlayNGRobust.union(outlines);
    }

    private static List<Cutter.Plot> prepared(ReviewResult review, Cutter cutter) {
        return review.input().plots().stream()
                .map(p -> cutter.prepare(p.geodetic()))
                .toList();
    }

    private Map<String, Object> collection() {
        List<Object> features = new ArrayList<>();
        for (Finding finding : review.findings()) {
            if (finding.verdict() == Verdict.PASS || finding.verdict() == Verdict.INFO) continue;
            String layer = finding.rule().select().layer();
            Snapshot snapshot = review.input().snapshots().get(layer);
            if (snapshot == null) continue;
            for (Finding.Piece piece : finding.pieces()) features.add(feature(finding, piece, snapshot));
        }
        return Map.of("type", "FeatureCollection", "features", features);
    }

    private Map<String, Object> feature(Finding finding, Finding.Piece piece, Snapshot snapshot) {
        Leaf leaf = piece.leaf();
        Geometry outline = outline(finding, piece, snapshot);
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("rule", finding.rule().id());
        properties.put("layer", finding.rule().select().layer());
        properties.put("verdict", finding.verdict().name());
        properties.put("area", piece.area().toString());
        properties.put("feature", leaf.feature() < 0 ? null : leaf.feature());
        properties.put("plot", review.input().plots().get(leaf.plot()).number());
        return Map.of("type", "Feature", "properties", properties, "geometry", GeoJsonTree.of(outline));
    }

    private Geometry outline(Finding finding, Finding.Piece piece, Snapshot snapshot) {
        Leaf leaf = piece.leaf();
        return leaf.kind() == Leaf.Kind.PIECE
                ? outlines.computeIfAbsent(
                        new Outline(finding.rule().select().layer(), leaf.plot(), leaf.feature()),
                        key -> plots.get(leaf.plot()).outline(snapshot, leaf.feature()))
                : rest(finding.rule().select().layer(), leaf.plot(), snapshot);
    }

    /** The plot inside the coverage without the layer's features. */
    private Geometry rest(String layer, int plot, Snapshot snapshot) {
        Geometry ground = OverlayNGRobust.overlay(
                review.input().plots().get(plot).geodetic(), snapshot.coverage(), OverlayNG.INTERSECTION);
        for (LayerResult result : review.layers()) {
            if (!result.entry().code().equals(layer)) continue;
            for (Leaf leaf : result.leaves())
                if (leaf.plot() == plot && leaf.kind() == Leaf.Kind.PIECE)
                    ground = OverlayNGRobust.overlay(
                            ground, plots.get(plot).outline(snapshot, leaf.feature()), OverlayNG.DIFFERENCE);
        }
        return ground;
    }
}
