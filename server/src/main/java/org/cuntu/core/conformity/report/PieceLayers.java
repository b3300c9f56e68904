package org.cuntu.core.conformity.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cuntu.core.conformity.Cutter;
import org.cuntu.core.conformity.ReviewGround;
import org.cuntu.core.conformity.internal.PieceShapes;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;

/**
 * A review's plots and all its leaves as layers of an exchange file. Outlines are made now, from the snapshots of the
 * review; every figure is the review's own, so that a layer's pieces add up to the site.
 */
final class PieceLayers {
    private static final List<PieceLayer.Column> PLOTS =
            List.of(text("DKBH"), text("DKMC"), text("DKYT"), number("MJ", 2), number("PMMJ", 2), number("SBMJ", 2));
    private static final List<PieceLayer.Column> PIECES = List.of(
            number("XH", 0),
            text("DKBH"),
            text("TCDM"),
            text("TCMC"),
            text("PLX"),
            number("YSXH", 0),
            text("BSM"),
            text("MC"),
            text("DLBM"),
            text("DLMC"),
            text("QSDWMC"),
            text("QSXZ"),
            number("MJ", 2),
            number("MJ_GQ", 4),
            number("TKMJ", 2),
            number("BL", 2),
            number("BJWC", 0),
            text("WTXH"),
            text("GZBH"),
            text("JL"));
    private static final Set<String> OTHER_NAMES = Set.of("DLMC", "QSDWMC", "ZLDWMC", "TBXHMC", "ZZSXMC", "HDMC");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final ReviewView view;
    private final ReviewGround ground;
    private final PieceShapes shapes;
    private final Map<String, List<ReviewView.Numbered>> taken = new HashMap<>();

    private PieceLayers(ReviewView view, ReviewGround ground, Cutter cutter) {
        this.view = view;
        this.ground = ground;
        shapes = new PieceShapes(view.root(), ground, cutter);
        for (ReviewView.Numbered one : view.findings())
            for (JsonNode piece : one.finding().path("pieces"))
                taken.computeIfAbsent(key(piece.path("layer").asString(""), piece), k -> new ArrayList<>())
                        .add(one);
    }

    /**
     * Two layers: plots and pieces.
     *
     * @throws InputRefused {@code review.snapshot-missing} when a layer that has leaves has no snapshot any more
     */
    static List<PieceLayer> of(JsonNode review, ReviewGround ground, Cutter cutter) {
        ReviewView view = ReviewView.of(review);
        List<String> missing = new ArrayList<>();
        for (JsonNode layer : review.path("layers"))
            if (!layer.path("leaves").isEmpty()
                    && !ground.snapshots().containsKey(layer.path("layer").asString("")))
                missing.add(layer.path("name").asString(""));
        if (!missing.isEmpty())
            throw new InputRefused(Problem.refused(
                    "review.snapshot-missing", Problem.Place.UNKNOWN, "layers", String.join("、", missing)));
        PieceLayers layers = new PieceLayers(view, ground, cutter);
        return List.of(layers.plots(), layers.pieces());
    }

    private static PieceLayer.Column text(String name) {
        return new PieceLayer.Column(name, -1);
    }

    private static PieceLayer.Column number(String name, int decimals) {
        return new PieceLayer.Column(name, decimals);
    }

    private PieceLayer plots() {
        List<PieceLayer.Row> rows = new ArrayList<>();
        int i = 0;
        for (JsonNode plot : view.root().at("/site/plots"))
            rows.add(new PieceLayer.Row(
                    shapes.plots().get(i++),
                    Arrays.asList(
                            plot.path("number").asString(""),
                            plot.path("name").asString(""),
                            plot.path("use").asString(""),
                            decimal(plot.path("legalArea")),
                            decimal(plot.path("planeArea")),
                            decimal(plot.path("statedArea")))));
        return new PieceLayer("plots", view.word("pieces.plots"), PLOTS, rows);
    }

    private PieceLayer pieces() {
        List<PieceLayer.Row> rows = new ArrayList<>();
        for (JsonNode layer : view.root().path("layers"))
            for (JsonNode leaf : layer.path("leaves")) rows.add(row(rows.size() + 1L, layer, leaf));
        return new PieceLayer("pieces", view.word("pieces.pieces"), PIECES, rows);
    }

    private PieceLayer.Row row(long number, JsonNode layer, JsonNode leaf) {
        String code = layer.path("layer").asString("");
        Geometry shape = shapes.find(code, leaf).orElseGet(FACTORY::createMultiPolygon);
        List<ReviewView.Numbered> findings = taken.getOrDefault(key(code, leaf), List.of());
        Set<String> numbers = new TreeSet<>();
        Set<String> rules = new TreeSet<>();
        for (ReviewView.Numbered one : findings) {
            if (one.number() > 0) numbers.add(String.valueOf(one.number()));
            rules.add(one.finding().path("rule").asString(""));
        }
        JsonNode fields = leaf.path("fields");
        List<@Nullable Object> values = Arrays.asList(
                number,
                leaf.path("plot").asString(""),
                code,
                layer.path("name").asString(""),
                view.word("leaf." + leaf.path("kind").asString("")),
                leaf.path("feature").isNumber() ? (Object) leaf.path("feature").asLong() : null,
                fields.path("BSM").asString(""),
                name(fields),
                fields.path("DLBM").asString(""),
                fields.path("DLMC").asString(""),
                fields.path("QSDWMC").asString(""),
                fields.path("QSXZ").asString(""),
                decimal(leaf.path("area")),
                decimal(leaf.path("hectares")),
                decimal(leaf.path("ridge")),
                decimal(leaf.path("share")),
                leaf.path("sliver").asBoolean(false) ? 1L : 0L,
                String.join(",", numbers),
                String.join(",", rules),
                findings.isEmpty()
                        ? layer.path("answerText").asString("")
                        : findings.getFirst().finding().path("verdictText").asString(""));
        return new PieceLayer.Row(shape, values);
    }

    /** The name of a feature that is neither class nor owner: of a red line, a zone, a mine. */
    private static String name(JsonNode fields) {
        for (var field : fields.properties())
            if (field.getKey().endsWith("MC")
                    && !OTHER_NAMES.contains(field.getKey())
                    && !field.getValue().asString("").isEmpty())
                return field.getValue().asString("");
        return "";
    }

    private static @Nullable BigDecimal decimal(JsonNode node) {
        String text = node.asString("");
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static String key(String layer, JsonNode leaf) {
        return layer + "|" + leaf.path("plot").asString("") + "|"
                + leaf.path("kind").asString("") + "|" + leaf.path("feature").asString("");
    }
}
