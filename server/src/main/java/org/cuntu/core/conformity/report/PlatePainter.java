package org.cuntu.core.conformity.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;

/** Draws layers, site and conflicts of one plate and keeps its legend. */
final class PlatePainter {
    /** More features than this in one frame are no picture any more. */
    private static final int MOST = 20_000;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final PdfSheet sheet;
    private final PlateScene scene;
    private final PlateFrame frame;
    private final PlateBrush brush;
    private final PlateMarks marks;
    final PlateLegend legend = new PlateLegend();
    final List<String> drawn = new ArrayList<>();
    final List<String> leftOut = new ArrayList<>();

    PlatePainter(PdfSheet sheet, PlateScene scene, PlateFrame frame) {
        this.sheet = sheet;
        this.scene = scene;
        this.frame = frame;
        brush = new PlateBrush(sheet);
        marks = new PlateMarks(sheet, frame);
    }

    /** A layer's features in the frame; of a layer with classes only those of classes that are wanted. */
    void layer(String code, Predicate<String> wanted) {
        Snapshot snapshot = scene.ground.snapshots().get(code);
        if (snapshot == null) {
            leftOut.add(code);
            return;
        }
        double[] box = frame.degrees();
        int[] found = snapshot.find(box[0], box[1], box[2], box[3]);
        if (found.length > MOST) {
            leftOut.add(code);
            return;
        }
        drawn.add(code);
        PlateLook look = PlateLook.of(code);
        if (look.byClass()) byClass(snapshot, found, look, wanted);
        else plain(code, snapshot, found, look);
    }

    private void byClass(Snapshot snapshot, int[] found, PlateLook look, Predicate<String> wanted) {
        String scheme = String.valueOf(snapshot.schema().classScheme());
        String field = String.valueOf(snapshot.schema().classField());
        Map<String, List<float[]>> byCode = new TreeMap<>();
        for (int feature : found) {
            Object value = snapshot.value(feature, field);
            String code = value == null ? "" : value.toString();
            if (wanted.test(code))
                byCode.computeIfAbsent(code, c -> new ArrayList<>())
                        .addAll(PlatePath.of(snapshot.geometry(feature), frame));
        }
        sheet.ink()
                .within(
                        frame.edge(),
                        () -> byCode.forEach((code, rings) -> {
                            sheet.ink().fillRings(rings, PlateColours.of(scheme, code));
                            sheet.ink().strokeRings(rings, look.colour(), look.width());
                        }));
        byCode.forEach((code, rings) -> {
            if (rings.isEmpty()) return;
            Color colour = PlateColours.of(scheme, code);
            legend.add("class " + scheme + code, scene.className(scheme, code), (x, top, width, height) -> {
                sheet.ink().fill(x, top, width, height, colour);
                sheet.ink().frame(x, top, width, height, PdfSheet.LINE, 0.4f);
            });
        });
    }

    private void plain(String code, Snapshot snapshot, int[] found, PlateLook look) {
        List<float[]> rings = new ArrayList<>();
        for (int feature : found) rings.addAll(PlatePath.of(snapshot.geometry(feature), frame));
        if (rings.isEmpty()) return;
        sheet.ink().within(frame.edge(), () -> {
            brush.ground(rings, look);
            brush.outline(rings, look);
        });
        legend.add("layer " + code, scene.layerName(code), (x, top, width, height) -> {
            if (look.hatch() == null) {
                brush.outline(List.of(new float[] {x, top + height / 2, x + width, top + height / 2}), look);
                return;
            }
            List<float[]> sample = PlateBrush.rectangle(x, top, width, height);
            brush.ground(sample, look);
            brush.outline(sample, look);
        });
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

    /** Names of a layer's features, each inside of what the frame shows of it. */
    void names(String code, String field, float size) {
        Snapshot snapshot = scene.ground.snapshots().get(code);
        if (snapshot == null) return;
        double[] box = frame.degrees();
        int[] found = snapshot.find(box[0], box[1], box[2], box[3]);
        if (found.length > 400) return;
        Map<String, float[]> largest = new LinkedHashMap<>();
        for (int feature : found) {
            String name = String.valueOf(snapshot.value(feature, field));
            for (float[] ring : PlatePath.of(snapshot.geometry(feature), frame)) {
                float[] held = largest.get(name);
                if (held == null || area(ring) > area(held)) largest.put(name, ring);
            }
        }
        largest.forEach((name, ring) -> {
            if (name.equals("null") || area(ring) < 900) return;
            Coordinate middle = inside(ring);
            if (middle != null)
                marks.name((float) middle.x, (float) middle.y, name, PdfFace.TEXT, size, PlateColours.token("admin"));
        });
    }

    private static double area(float[] ring) {
        return Math.abs(PlatePath.doubledArea(ring)) / 2;
    }

    private static @Nullable Coordinate inside(float[] ring) {
        Coordinate[] points = new Coordinate[ring.length / 2 + 1];
        for (int i = 0; i < points.length; i++)
            points[i] = new Coordinate(ring[2 * i % ring.length], ring[(2 * i + 1) % ring.length]);
        Geometry polygon = FACTORY.createPolygon(points).buffer(0);
        return polygon.isEmpty() ? null : polygon.getInteriorPoint().getCoordinate();
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
