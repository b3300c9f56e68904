package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.core.conformity.Cutter;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewGround;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import tools.jackson.databind.JsonNode;

/**
 * The outlines of a review's leaves, EPSG:4490, made on demand from the snapshots that the review was made of: for maps and
 * exchange files, no figure is taken from them. For one thread, while the ground is held.
 */
public final class PieceShapes {
    private final JsonNode review;
    private final ReviewGround ground;
    private final List<Cutter.Plot> plots = new ArrayList<>();
    private final List<Geometry> outlines = new ArrayList<>();
    private final Map<String, Geometry> computed = new HashMap<>();

    public PieceShapes(JsonNode review, ReviewGround ground, Cutter cutter) {
        this.review = review;
        this.ground = ground;
        for (var plot : ground.plots()) {
            Geometry outline = plot.shape().toGeodetic().geometry();
            outlines.add(outline);
            plots.add(cutter.prepare(outline));
        }
    }

    /** The plots' outlines. */
    public List<Geometry> plots() {
        return outlines;
    }

    /**
     * The outline of a leaf, or of a piece of a finding.
     *
     * @param layer its layer's code
     * @param leaf with {@code plot}, {@code kind}, {@code feature} and {@code area}
     * @return empty when the layer's snapshot is missing, or nothing is left of the leaf
     */
    public Optional<Geometry> find(String layer, JsonNode leaf) {
        Snapshot snapshot = ground.snapshots().get(layer);
        if (snapshot == null) return Optional.empty();
        Geometry best = null;
        double wanted = leaf.path("area").asDouble(0);
        for (int plot : numbered(leaf.path("plot").asString(""))) {
            Geometry shape = shape(layer, snapshot, leaf, plot);
            if (best == null || Math.abs(metres(shape) - wanted) < Math.abs(metres(best) - wanted)) best = shape;
        }
        return Optional.ofNullable(best).filter(shape -> !shape.isEmpty());
    }

    /** Plots of one number: a file may give it twice, then the leaf's size tells them apart. */
    private List<Integer> numbered(String number) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < ground.plots().size(); i++)
            if (ground.plots().get(i).number().equals(number)) found.add(i);
        return found;
    }

    private static double metres(Geometry shape) {
        double metre = 111_320;
        return shape.isEmpty()
                ? 0
                : shape.getArea() * metre * metre * StrictMath.cos(StrictMath.toRadians(shape.getCoordinate().y));
    }

    private Geometry shape(String layer, Snapshot snapshot, JsonNode leaf, int plot) {
        String kind = leaf.path("kind").asString("");
        if (kind.equals(Leaf.Kind.PIECE.code()))
            return plots.get(plot).outline(snapshot, leaf.path("feature").asInt());
        return computed.computeIfAbsent(
                layer + "/" + plot + "/" + kind,
                key -> kind.equals(Leaf.Kind.REST.code()) ? rest(layer, snapshot, plot) : outside(snapshot, plot));
    }

    private Geometry outside(Snapshot snapshot, int plot) {
        return OverlayNGRobust.overlay(outlines.get(plot), snapshot.coverage(), OverlayNG.DIFFERENCE);
    }

    /** The plot inside the coverage without the layer's features. */
    private Geometry rest(String layer, Snapshot snapshot, int plot) {
        Geometry inside = OverlayNGRobust.overlay(outlines.get(plot), snapshot.coverage(), OverlayNG.INTERSECTION);
        List<Geometry> taken = new ArrayList<>();
        for (JsonNode leaf : layer(layer).path("leaves"))
            if (leaf.path("kind").asString("").equals(Leaf.Kind.PIECE.code())
                    && leaf.path("plot")
                            .asString("")
                            .equals(ground.plots().get(plot).number()))
                taken.add(plots.get(plot).outline(snapshot, leaf.path("feature").asInt()));
        Geometry union = taken.isEmpty() ? null : OverlayNGRobust.union(taken);
        return without(inside, union);
    }

    private static Geometry without(Geometry ground, @Nullable Geometry taken) {
        return taken == null ? ground : OverlayNGRobust.overlay(ground, taken, OverlayNG.DIFFERENCE);
    }

    private JsonNode layer(String code) {
        for (JsonNode layer : review.path("layers"))
            if (layer.path("layer").asString("").equals(code)) return layer;
        return review.path("none");
    }
}
