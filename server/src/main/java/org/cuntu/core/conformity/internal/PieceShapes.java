package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cuntu.core.conformity.Cutter;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewGround;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/**
 * The outlines of a review's leaves, EPSG:4490, made on demand from the snapshots that the review was made of: for maps and
 * exchange files, no figure is taken from them. For one thread, while the ground is held.
 */
public final class PieceShapes {
    private final JsonNode review;
    private final ReviewGround ground;
    private final List<Geometry> plots;
    private final LeafOutlines outlines;

    public PieceShapes(JsonNode review, ReviewGround ground, Cutter cutter) {
        this.review = review;
        this.ground = ground;
        this.plots = ground.plots().stream()
                .map(plot -> plot.shape().toGeodetic().geometry())
                .toList();
        this.outlines = new LeafOutlines(plots, cutter, ground.snapshots());
    }

    /** The plots' outlines. */
    public List<Geometry> plots() {
        return plots;
    }

    /**
     * The outline of a leaf, or of a piece of a finding.
     *
     * @param layer its layer's code
     * @param leaf with {@code plot}, {@code kind}, {@code feature} and {@code area};
     *     where a part of it was taken, with the {@code zone} that this part lies in
     * @return empty when the layer's snapshot is missing, or nothing is left of the leaf
     */
    public Optional<Geometry> find(String layer, JsonNode leaf) {
        if (!ground.snapshots().containsKey(layer)) return Optional.empty();
        Geometry best = null;
        double wanted = leaf.path("area").asDouble(0);
        for (int plot : numbered(leaf.path("plot").asString(""))) {
            Geometry shape = shape(layer, leaf, plot);
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

    private Geometry shape(String layer, JsonNode leaf, int plot) {
        String kind = leaf.path("kind").asString("");
        if (kind.equals(Leaf.Kind.REST.code())) return outlines.rest(layer, plot, features(layer, plot));
        if (!kind.equals(Leaf.Kind.PIECE.code())) return outlines.outside(layer, plot);
        int feature = leaf.path("feature").asInt();
        JsonNode zone = leaf.path("zone");
        return zone.isNumber() && ground.snapshots().containsKey(ConversionParts.ZONES)
                ? outlines.inZone(plot, feature, zone.asInt())
                : outlines.piece(layer, plot, feature);
    }

    private int[] features(String layer, int plot) {
        List<Integer> features = new ArrayList<>();
        for (JsonNode leaf : layer(layer).path("leaves"))
            if (leaf.path("kind").asString("").equals(Leaf.Kind.PIECE.code())
                    && leaf.path("plot")
                            .asString("")
                            .equals(ground.plots().get(plot).number()))
                features.add(leaf.path("feature").asInt());
        return features.stream().mapToInt(Integer::intValue).toArray();
    }

    private JsonNode layer(String code) {
        for (JsonNode layer : review.path("layers"))
            if (layer.path("layer").asString("").equals(code)) return layer;
        return review.path("none");
    }
}
