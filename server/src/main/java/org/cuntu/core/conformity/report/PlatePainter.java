package org.cuntu.core.conformity.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/** Draws layers, site and conflicts of one plate and keeps its legend. */
final class PlatePainter {
    private final PdfSheet sheet;
    private final PlateScene scene;
    private final PlateFrame frame;
    private final PlateBrush brush;
    private final PlateMarks marks;
    private final LayerPainter layers;
    final PlateLegend legend;
    final List<String> drawn;
    final List<String> leftOut;

    PlatePainter(PdfSheet sheet, PlateScene scene, PlateFrame frame) {
        this.sheet = sheet;
        this.scene = scene;
        this.frame = frame;
        brush = new PlateBrush(sheet);
        marks = new PlateMarks(sheet, frame);
        layers = new LayerPainter(sheet, scene.ground.snapshots(), scene, frame, marks);
        legend = layers.legend;
        drawn = layers.drawn;
        leftOut = layers.leftOut;
    }

    /** A layer's features in the frame; of a layer with classes only those of classes that are wanted. */
    void layer(String code, Predicate<String> wanted) {
        layers.layer(code, wanted);
    }

    /** Names of a layer's features, each inside of what the frame shows of it. */
    void names(String code, String field, float size) {
        layers.names(code, field, size);
    }

    /** The pieces in conflict with these layers, and what of the site they do not cover. */
    void conflicts(Predicate<String> layers) {
        for (ReviewView.Numbered finding : scene.view.findings()) {
            String layer = finding.finding().path("layer").asString("");
            if (finding.number() == 0 || !layers.test(layer)) continue;
            List<float[]> rings = new ArrayList<>();
            boolean outside = false;
            for (JsonNode piece : finding.finding().path("pieces")) {
                outside |= piece.path("kind").asString("").equals("rest");
                scene.shapes.find(layer, piece).ifPresent(shape -> rings.addAll(PlatePath.of(shape, frame)));
            }
            if (rings.isEmpty()) continue;
            boolean single = outside;
            sheet.ink().within(frame.edge(), () -> brush.conflict(rings, finding.verdict(), single));
            String title = finding.finding().path("title").asString("");
            legend.add(
                    "finding " + finding.number(),
                    finding.number() + " " + title,
                    (x, top, width, height) ->
                            brush.conflict(PlateBrush.rectangle(x, top, width, height), finding.verdict(), single));
        }
        for (JsonNode layer : scene.view.root().path("layers"))
            if (layers.test(layer.path("layer").asString(""))) uncovered(layer);
    }

    private void uncovered(JsonNode layer) {
        List<float[]> rings = new ArrayList<>();
        for (JsonNode leaf : layer.path("leaves"))
            if (leaf.path("kind").asString("").equals("outside-coverage"))
                scene.shapes
                        .find(layer.path("layer").asString(""), leaf)
                        .ifPresent(shape -> rings.addAll(PlatePath.of(shape, frame)));
        if (rings.isEmpty()) return;
        sheet.ink().within(frame.edge(), () -> brush.unanswered(rings));
        legend.add(
                "uncovered",
                scene.view.word("plate.uncovered"),
                (x, top, width, height) -> brush.unanswered(PlateBrush.rectangle(x, top, width, height)));
    }

    /** The numbers of the findings of these layers. */
    void numbers(Predicate<String> layers) {
        for (ReviewView.Numbered finding : scene.view.findings()) {
            if (finding.number() == 0
                    || !layers.test(finding.finding().path("layer").asString(""))) continue;
            scene.spot(finding).ifPresent(spot -> {
                float[] at = frame.at(spot.x, spot.y);
                marks.number(at[0], at[1], String.valueOf(finding.number()), finding.verdict());
            });
        }
    }

    /** The ground of the site, under the conflicts. */
    void siteGround() {
        List<float[]> rings = siteRings();
        sheet.ink().within(frame.edge(), () -> sheet.ink()
                .opaque(0.1f, () -> sheet.ink().fillRings(rings, PdfSheet.ACCENT)));
    }

    private List<float[]> siteRings() {
        List<float[]> rings = new ArrayList<>();
        for (Geometry plot : scene.site()) rings.addAll(PlatePath.of(plot, frame));
        return rings;
    }

    /** The site's outline over all. */
    void siteLine() {
        List<float[]> rings = siteRings();
        sheet.ink().within(frame.edge(), () -> {
            sheet.ink().strokeRings(rings, Color.WHITE, 3.4f);
            sheet.ink().strokeRings(rings, PdfSheet.ACCENT, 1.7f);
        });
        legend.add("site", scene.view.word("plate.site"), (x, top, width, height) -> sheet.ink()
                .line(x, top + height / 2, x + width, top + height / 2, PdfSheet.ACCENT, 1.8f));
    }

    /** Boundary points and their numbers where they can be read, else the plots' numbers. */
    void siteWords() {
        PlateCorners.draw(sheet, scene, frame, marks);
    }

    /** A ring round a site that would be no more than a dot. */
    void finder() {
        float[] box = {Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
        for (float[] ring : siteRings())
            for (int i = 0; i < ring.length; i++) {
                box[i % 2] = Math.min(box[i % 2], ring[i]);
                box[2 + i % 2] = Math.max(box[2 + i % 2], ring[i]);
            }
        if (box[2] - box[0] > 60 || box[3] - box[1] > 60 || box[2] < box[0]) return;
        float grow = 9;
        sheet.ink()
                .frame(
                        box[0] - grow,
                        box[1] - grow,
                        box[2] - box[0] + 2 * grow,
                        box[3] - box[1] + 2 * grow,
                        PdfSheet.RED,
                        1.1f);
        marks.name(
                (box[0] + box[2]) / 2, box[1] - grow - 7, scene.view.word("plate.here"), PdfFace.BOLD, 8, PdfSheet.RED);
    }
}
