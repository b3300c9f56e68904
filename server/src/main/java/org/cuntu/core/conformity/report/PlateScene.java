package org.cuntu.core.conformity.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.core.conformity.LandClass;
import org.cuntu.core.conformity.ReviewGround;
import org.cuntu.core.conformity.internal.PieceShapes;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.geometry.Crs;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/** What all plates of a report show: the site, the layers' snapshots and the conflicts. */
final class PlateScene implements LayerPainter.Names {
    final ReviewView view;
    final ReviewGround ground;
    final PieceShapes shapes;
    final Crs plane;
    private final LandClass.Schemes classes;
    private final Map<Integer, Optional<Coordinate>> spots = new HashMap<>();

    PlateScene(ReviewView view, ReviewGround ground, PaperContext context) {
        this.view = view;
        this.ground = ground;
        this.classes = context.classes();
        shapes = new PieceShapes(view.root(), ground, context.cutter());
        plane = PlateFrame.plane(ground.crs(), shapes.plots());
    }

    List<Geometry> site() {
        return shapes.plots();
    }

    JsonNode layer(String code) {
        for (JsonNode layer : view.root().path("layers"))
            if (layer.path("layer").asString("").equals(code)) return layer;
        return view.root().path("no-such-layer");
    }

    @Override
    public String layerName(String code) {
        return layer(code).path("name").asString(code);
    }

    @Override
    public String className(String scheme, String code) {
        if (code.isEmpty()) return "–";
        Words name = classes.get(scheme, code).name();
        return view.isEnglish() ? name.en() : name.zh();
    }

    /** A point inside a finding's largest piece. */
    Optional<Coordinate> spot(ReviewView.Numbered finding) {
        return spots.computeIfAbsent(finding.place(), place -> {
            JsonNode largest = null;
            for (JsonNode piece : finding.finding().path("pieces"))
                if (largest == null
                        || piece.path("area").asDouble(0) > largest.path("area").asDouble(0)) largest = piece;
            if (largest == null) return Optional.empty();
            return shapes.find(finding.finding().path("layer").asString(""), largest)
                    .map(shape -> shape.getInteriorPoint().getCoordinate());
        });
    }
}
