package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cuntu.core.conformity.Cutter;
import org.cuntu.core.conformity.Finding;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewPlot;
import org.cuntu.core.conformity.ReviewResult;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.http.GeoJsonTree;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The outlines of the pieces in conflict, as GeoJSON in EPSG:4490: for the eye only, no figure is taken from them. Made
 * while the snapshots are open.
 */
public final class ConflictShapes {
    private final ReviewResult review;
    private final LeafOutlines outlines;

    private ConflictShapes(ReviewResult review, Cutter cutter) {
        this.review = review;
        this.outlines = new LeafOutlines(
                review.input().plots().stream().map(ReviewPlot::geodetic).toList(),
                cutter,
                review.input().snapshots());
    }

    /** A FeatureCollection: of each FAIL, CONDITIONAL or unanswered finding every piece that it took. */
    public static Map<String, Object> of(ReviewResult review, Cutter cutter) {
        return new ConflictShapes(review, cutter).collection();
    }

    /**
     * The features of such a collection, with all pieces of a finding in one: what a page that follows the pen paints.
     *
     * @return makes one each; on any thread, while the snapshots are open
     */
    public static List<Supplier<Map<String, Object>>> together(ReviewResult review, Cutter cutter) {
        ConflictShapes shapes = new ConflictShapes(review, cutter);
        return shapes.painted()
                .<Supplier<Map<String, Object>>>map(finding -> () -> shapes.together(finding))
                .toList();
    }

    /** The ground of every finding of a verdict, as one outline in EPSG:4490; empty when there is none. */
    static Geometry ground(ReviewResult review, Cutter cutter, Verdict verdict) {
        ConflictShapes shapes = new ConflictShapes(review, cutter);
        List<Geometry> outlines = new ArrayList<>();
        for (Finding finding : review.findings()) {
            if (finding.verdict() != verdict || !shapes.isThere(finding)) continue;
            for (Finding.Piece piece : finding.pieces()) outlines.add(shapes.outline(finding, piece));
        }
        if (outlines.isEmpty())
            return review.input().plots().getFirst().geodetic().getFactory().createPolygon();
        return OverlayNGRobust.union(outlines);
    }

    private boolean isThere(Finding finding) {
        return review.input().snapshots().containsKey(finding.rule().select().layer());
    }

    private Map<String, Object> collection() {
        return collection(painted()
                .flatMap(finding -> finding.pieces().stream().map(piece -> feature(finding, piece)))
                .toList());
    }

    private static Map<String, Object> collection(List<Map<String, Object>> features) {
        return Map.of("type", "FeatureCollection", "features", features);
    }

    /** The findings that a map shows. */
    private Stream<Finding> painted() {
        return review.findings().stream()
                .filter(finding -> finding.verdict() != Verdict.PASS && finding.verdict() != Verdict.INFO)
                .filter(finding -> !finding.pieces().isEmpty() && isThere(finding));
    }

    private Map<String, Object> feature(Finding finding, Finding.Piece piece) {
        Leaf leaf = piece.leaf();
        Map<String, @Nullable Object> properties = properties(finding, piece.area());
        properties.put("feature", leaf.feature() < 0 ? null : leaf.feature());
        properties.put("plot", review.input().plots().get(leaf.plot()).number());
        return feature(properties, outline(finding, piece));
    }

    private Map<String, Object> together(Finding finding) {
        List<Polygon> polygons = new ArrayList<>();
        for (Finding.Piece piece : finding.pieces())
            polygons.addAll(PolygonExtracter.getPolygons(outline(finding, piece)));
        GeometryFactory factory = review.input().plots().getFirst().geodetic().getFactory();
        return feature(
                properties(finding, finding.area()), factory.createMultiPolygon(polygons.toArray(new Polygon[0])));
    }

    private static Map<String, @Nullable Object> properties(Finding finding, Area area) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("rule", finding.rule().id());
        properties.put("layer", finding.rule().select().layer());
        properties.put("verdict", finding.verdict().name());
        properties.put("area", area.toString());
        return properties;
    }

    private static Map<String, Object> feature(Map<String, @Nullable Object> properties, Geometry outline) {
        return Map.of("type", "Feature", "properties", properties, "geometry", GeoJsonTree.of(outline));
    }

    private Geometry outline(Finding finding, Finding.Piece piece) {
        Leaf leaf = piece.leaf();
        String layer = finding.rule().select().layer();
        if (leaf.kind() != Leaf.Kind.PIECE) return outlines.rest(layer, leaf.plot(), features(layer, leaf.plot()));
        return piece.zone() == null
                ? outlines.piece(layer, leaf.plot(), leaf.feature())
                : outlines.inZone(leaf.plot(), leaf.feature(), piece.zone());
    }

    private int[] features(String layer, int plot) {
        return review.layers().stream()
                .filter(result -> result.entry().code().equals(layer))
                .flatMap(result -> result.leaves().stream())
                .filter(leaf -> leaf.plot() == plot && leaf.kind() == Leaf.Kind.PIECE)
                .mapToInt(Leaf::feature)
                .toArray();
    }
}
