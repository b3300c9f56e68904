package org.cuntu.core.conformity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.RuleSet;
import org.cuntu.core.rules.TestRegister;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.LegalArea;
import org.cuntu.engine.overlay.LayerCut;
import org.cuntu.engine.overlay.Piece;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** A flat world in metres, cut by JTS: what the kernel's tests stand on. One unit of x or y is a metre, area is plane. */
public final class FlatGround {
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final GeometryFactory JTS = new GeometryFactory();

    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final Map<String, NotAnsweredReason> silent = new HashMap<>();
    private final List<ReviewPlot> plots = new ArrayList<>();
    private Project project = Project.UNKNOWN;
    private RuleSet rules = new RuleSet("", "", List.of());

    private static final class Layer {
        final LayerEntry entry;
        Geometry coverage = box(-100_000, -100_000, 100_000, 100_000);
        final List<Geometry> shapes = new ArrayList<>();
        final List<Map<String, Object>> values = new ArrayList<>();

        Layer(LayerEntry entry) {
            this.entry = entry;
        }
    }

    static Geometry box(double west, double south, double east, double north) {
        return JTS.toGeometry(new Envelope(west, east, south, north));
    }

    static Geometry triangle(double... xy) {
        return ring(xy);
    }

    /** A polygon of x, y, x, y…, not closed. */
    static Geometry ring(double... xy) {
        Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
        for (int i = 0; i < ring.length; i++)
            ring[i] = new Coordinate(xy[2 * i % xy.length], xy[(2 * i + 1) % xy.length]);
        return JTS.createPolygon(ring);
    }

    /** A ground on which these layers are in force and empty. */
    static FlatGround with(String... codes) {
        FlatGround ground = new FlatGround();
        for (String code : codes) ground.layers.put(code, new Layer(TestRegister.CITY.get(code)));
        return ground;
    }

    FlatGround feature(String layer, Geometry shape, Object... fieldsAndValues) {
        Layer into = layers.get(layer);
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            Object value = fieldsAndValues[i + 1];
            values.put((String) fieldsAndValues[i], value instanceof Double d ? BigDecimal.valueOf(d) : value);
        }
        into.shapes.add(shape);
        into.values.add(values);
        return this;
    }

    FlatGround coverage(String layer, Geometry coverage) {
        layers.get(layer).coverage = coverage;
        return this;
    }

    FlatGround silent(String layer, NotAnsweredReason reason) {
        silent.put(layer, reason);
        return this;
    }

    /** A plot whose legal area is its plane area. */
    FlatGround plot(Geometry shape) {
        return plot(shape, shape.getArea());
    }

    FlatGround plot(Geometry shape, double legal) {
        String number = String.valueOf(plots.size() + 1);
        plots.add(new ReviewPlot(
                number, "地块" + number, "", new LegalArea(Area.ofSquareMetres(legal)), null, null, shape));
        return this;
    }

    FlatGround project(Project project) {
        this.project = project;
        return this;
    }

    FlatGround rules(RuleSet rules) {
        this.rules = rules;
        return this;
    }

    ReviewInput input() {
        List<Baseline.Layer> baseline = new ArrayList<>();
        Map<String, Snapshot> snapshots = new HashMap<>();
        for (Layer layer : layers.values()) {
            NotAnsweredReason reason = silent.get(layer.entry.code());
            Snapshot snapshot = new FlatSnapshot(layer);
            SnapshotRef ref = reason == NotAnsweredReason.NO_SNAPSHOT
                    ? null
                    : new SnapshotRef(
                            layer.entry.code(),
                            snapshot.hash(),
                            LocalDate.of(2025, 12, 31),
                            null,
                            Instant.parse("2026-06-02T00:00:00Z"),
                            true,
                            "测试");
            baseline.add(new Baseline.Layer(layer.entry, ref, reason));
            if (reason == null || reason == NotAnsweredReason.STALE) snapshots.put(layer.entry.code(), snapshot);
        }
        Instant known = Instant.parse("2026-06-20T01:42:00Z");
        String hash = CanonicalJson.sha256(plots.toString());
        return new ReviewInput(hash, "EPSG:4490", plots, project, new Baseline(DAY, known, baseline), snapshots, rules);
    }

    /** What the register and the releases would say of this ground. */
    Baseline baseline() {
        return input().baseline();
    }

    ReviewResult review() {
        return review(1);
    }

    ReviewResult review(int threads) {
        return new ReviewKernel(CUTTER, CLASSES, threads).review(input());
    }

    /** The classes that the tests use, by the first digits. */
    public static final LandClass.Schemes CLASSES = (scheme, code) -> new LandClass(
            code,
            new Words(code, code),
            switch (code.substring(0, 2)) {
                case "01", "02", "03" -> LandClass.Group.AGRICULTURAL;
                case "05", "06", "07", "08", "09" -> LandClass.Group.CONSTRUCTION;
                case "10" -> code.equals("1006") ? LandClass.Group.AGRICULTURAL : LandClass.Group.CONSTRUCTION;
                case "11" -> code.equals("1104") ? LandClass.Group.AGRICULTURAL : LandClass.Group.UNUSED;
                case "12" -> code.equals("1203") ? LandClass.Group.AGRICULTURAL : LandClass.Group.UNUSED;
                default -> LandClass.Group.UNKNOWN;
            });

    public static final Cutter CUTTER = cutter(1);

    /** @param metres how long one unit of x or y is */
    static Cutter cutter(double metres) {
        return plot -> new FlatPlot(plot, metres);
    }

    private record FlatPlot(Geometry plot, double metres) implements Cutter.Plot {
        @Override
        public double integral() {
            return area(plot);
        }

        private double area(Geometry geometry) {
            return geometry.getArea() * metres * metres;
        }

        @Override
        public LayerCut cut(Snapshot snapshot) {
            List<Piece> pieces = new ArrayList<>();
            List<Geometry> parts = new ArrayList<>();
            for (int i = 0; i < snapshot.size(); i++) {
                if (!snapshot.geometry(i).intersects(plot)) continue;
                Geometry part = outline(snapshot, i);
                parts.add(part);
                pieces.add(new Piece(i, area(part), part.getLength() * metres));
            }
            Geometry union = UnaryUnionOp.union(parts);
            double inside = area(OverlayNGRobust.overlay(plot, snapshot.coverage(), 1));
            return new LayerCut(area(plot), inside, pieces, union == null ? 0 : area(union));
        }

        @Override
        public double union(Snapshot snapshot, int[] features) {
            return area(UnaryUnionOp.union(
                    IntStream.of(features).mapToObj(i -> outline(snapshot, i)).toList()));
        }

        @Override
        public Cutter.@Nullable Plot part(Snapshot snapshot, int feature) {
            Geometry part = outline(snapshot, feature);
            return part.getArea() > 0 ? new FlatPlot(part, metres) : null;
        }

        @Override
        public Geometry outline(Snapshot snapshot, int feature) {
            return OverlayNGRobust.overlay(snapshot.geometry(feature), plot, 1);
        }

        @Override
        public Geometry inside(Snapshot snapshot) {
            return OverlayNGRobust.overlay(snapshot.coverage(), plot, 1);
        }
    }

    private record FlatSnapshot(Layer layer) implements Snapshot {
        @Override
        public String hash() {
            return CanonicalJson.sha256(layer.entry.code() + layer.shapes);
        }

        @Override
        public LayerSchema schema() {
            return layer.entry.schema();
        }

        @Override
        public int size() {
            return layer.shapes.size();
        }

        @Override
        public double[] bounds() {
            return new double[] {-100_000, -100_000, 100_000, 100_000};
        }

        @Override
        public Geometry coverage() {
            return layer.coverage;
        }

        @Override
        public Geometry geometry(int feature) {
            return layer.shapes.get(feature);
        }

        @Override
        public @Nullable Object value(int feature, int field) {
            Field of = layer.entry.schema().fields().get(field);
            return layer.values.get(feature).get(of.code());
        }

        @Override
        public double integral(int feature) {
            return layer.shapes.get(feature).getArea();
        }

        @Override
        public int[] find(double west, double south, double east, double north) {
            return IntStream.range(0, size()).toArray();
        }
    }
}
