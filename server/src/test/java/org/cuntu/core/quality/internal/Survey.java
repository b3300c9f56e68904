package org.cuntu.core.quality.internal;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.Intake;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotWriter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Small layers with the fields of the register, on thousandths of a degree from 109.4°E 24.3°N; a cell is about 100 m wide. */
final class Survey {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final SnapshotOrigin INVENTED = new SnapshotOrigin(true, "shapes of a test");

    private Survey() {}

    static Geometry box(double west, double south, double east, double north) {
        return FACTORY.toGeometry(
                new Envelope(at(109_400, west), at(109_400, east), at(24_300, south), at(24_300, north)));
    }

    static Geometry polygon(double... xy) {
        Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
        for (int i = 0; i < ring.length - 1; i++)
            ring[i] = new Coordinate(at(109_400, xy[2 * i]), at(24_300, xy[2 * i + 1]));
        ring[ring.length - 1] = ring[0].copy();
        return FACTORY.createPolygon(ring);
    }

    private static double at(int origin, double thousandths) {
        return (origin + thousandths) / 1000;
    }

    /** Fields by their codes as a delivery has them in text; what is not said is nothing. */
    static Feature feature(LayerSchema schema, Geometry shape, Map<String, String> fields) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Field field : schema.fields()) values.add(value(field, fields.getOrDefault(field.code(), "")));
        return new Feature(shape, values);
    }

    private static @Nullable Object value(Field field, String text) {
        if (text.isEmpty()) return null;
        return switch (field.type()) {
            case TEXT -> text;
            case INTEGER -> Long.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case DATE -> LocalDate.parse(text);
        };
    }

    /** A patch that no rule on fields finds wrong, but for what is said otherwise. */
    static Feature patch(LayerSchema schema, Geometry shape, int number, Map<String, String> otherwise) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "BSM", "4502031000%08d".formatted(number),
                "YSDM", "2001010100",
                "TBBH", String.valueOf(number),
                "DLBM", "0301",
                "DLMC", "乔木林地",
                "QSXZ", "30",
                "QSDWDM", "4502031002010000000",
                "QSDWMC", "甲村",
                "ZLDWDM", "4502031002010000000",
                "ZLDWMC", "甲村"));
        String area =
                "%.2f".formatted(org.cuntu.engine.layer.HeapShapes.of(shape).integral(0));
        fields.putAll(Map.of("TBMJ", area, "TBDLMJ", area, "SJNF", "2025", "MSSM", "00"));
        fields.putAll(otherwise);
        return feature(schema, shape, fields);
    }

    static String write(Path folder, LayerSchema schema, Geometry coverage, Feature... features) {
        return SnapshotWriter.write(folder, schema, coverage, INVENTED, Intake.AS_DELIVERED, List.of(features));
    }
}
