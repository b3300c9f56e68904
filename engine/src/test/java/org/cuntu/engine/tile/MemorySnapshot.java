package org.cuntu.engine.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A few features in memory: BSM, DLBM (the class) and MJ. */
final class MemorySnapshot implements Snapshot {
    private final LayerSchema schema;
    private final List<Feature> features = new ArrayList<>();

    MemorySnapshot(LayerKind kind) {
        schema = new LayerSchema(
                "DLTB",
                kind,
                List.of(
                        new Field("BSM", Field.Type.TEXT, "标识码", "identifier"),
                        new Field("DLBM", Field.Type.TEXT, "地类编码", "class"),
                        new Field("MJ", Field.Type.DECIMAL, "面积", "area"),
                        new Field("NF", Field.Type.INTEGER, "年份", "year"),
                        new Field("RQ", Field.Type.DATE, "日期", "date")),
                "SD2019",
                "DLBM");
    }

    MemorySnapshot with(Geometry geometry, @Nullable Object... values) {
        features.add(Feature.of(geometry, values.length > 0 ? values : new Object[] {"B", "0101", null, null, null}));
        return this;
    }

    @Override
    public String hash() {
        return "0".repeat(64);
    }

    @Override
    public LayerSchema schema() {
        return schema;
    }

    @Override
    public int size() {
        return features.size();
    }

    @Override
    public double[] bounds() {
        Envelope all = new Envelope();
        for (Feature f : features) all.expandToInclude(f.geometry().getEnvelopeInternal());
        return new double[] {all.getMinX(), all.getMinY(), all.getMaxX(), all.getMaxY()};
    }

    @Override
    public Geometry coverage() {
        double[] b = bounds();
        return new GeometryFactory().toGeometry(new Envelope(b[0], b[2], b[1], b[3]));
    }

    @Override
    public Geometry geometry(int feature) {
        return features.get(feature).geometry().copy();
    }

    @Override
    public @Nullable Object value(int feature, int field) {
        return features.get(feature).values().get(field);
    }

    @Override
    public double integral(int feature) {
        return 0;
    }

    @Override
    public int[] find(double west, double south, double east, double north) {
        Envelope box = new Envelope(west, east, south, north);
        return IntStream.range(0, size())
                .filter(i -> features.get(i).geometry().getEnvelopeInternal().intersects(box))
                .toArray();
    }
}
