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

/** Draws the layers of one plate, each as on the map of the page, and keeps its legend. */
final class LayerPainter {
    /** More features than this in one frame are no picture any more. */
    private static final int MOST = 20_000;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** What layers and classes are called in the paper's language. */
    interface Names {
        String layerName(String code);

        String className(String scheme, String code);
    }

    private final PdfSheet sheet;
    private final Map<String, Snapshot> snapshots;
    private final Names called;
    private final PlateFrame frame;
    private final PlateMarks marks;
    private final PlateBrush brush;
    final PlateLegend legend = new PlateLegend();
    final List<String> drawn = new ArrayList<>();
    final List<String> leftOut = new ArrayList<>();

    LayerPainter(PdfSheet sheet, Map<String, Snapshot> snapshots, Names called, PlateFrame frame, PlateMarks marks) {
        this.sheet = sheet;
        this.snapshots = snapshots;
        this.called = called;
        this.frame = frame;
        this.marks = marks;
        brush = new PlateBrush(sheet);
    }

    /** A layer's features in the frame; of a layer with classes only those of classes that are wanted. */
    void layer(String code, Predicate<String> wanted) {
        Snapshot snapshot = snapshots.get(code);
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
            legend.add("class " + scheme + code, called.className(scheme, code), (x, top, width, height) -> {
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
        legend.add("layer " + code, called.layerName(code), (x, top, width, height) -> {
            if (look.hatch() == null) {
                brush.outline(List.of(new float[] {x, top + height / 2, x + width, top + height / 2}), look);
                return;
            }
            List<float[]> sample = PlateBrush.rectangle(x, top, width, height);
            brush.ground(sample, look);
            brush.outline(sample, look);
        });
    }

    /** Names of a layer's features, each inside of what the frame shows of it. */
    void names(String code, String field, float size) {
        Snapshot snapshot = snapshots.get(code);
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
}
