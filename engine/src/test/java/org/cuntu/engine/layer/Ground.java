package org.cuntu.engine.layer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Small shapes on a grid of thousandths of a degree whose corner (0, 0) is 109°E 24°N; a cell is about 100 m wide. */
public final class Ground {
    public static final GeometryFactory JTS = new GeometryFactory();
    public static final SnapshotOrigin INVENTED = new SnapshotOrigin(true, "shapes of a test");
    public static final LayerSchema PATCHES = new LayerSchema(
            "DLTB",
            LayerKind.COVERAGE,
            List.of(
                    new Field("BSM", Field.Type.TEXT, "标识码", "identifier"),
                    new Field("DLBM", Field.Type.TEXT, "地类编码", "land class"),
                    new Field("XH", Field.Type.INTEGER, "序号", "number"),
                    new Field("TBMJ", Field.Type.DECIMAL, "图斑面积", "patch area"),
                    new Field("GXRQ", Field.Type.DATE, "更新日期", "updated on")),
            "SD2019",
            "DLBM");

    private Ground() {}

    public static LayerSchema schema(LayerKind kind) {
        return new LayerSchema("TEST", kind, List.of(), null, null);
    }

    public static Coordinate at(double x, double y) {
        return new Coordinate((109_000 + x) / 1000.0, (24_000 + y) / 1000.0);
    }

    public static Polygon box(double west, double south, double east, double north) {
        return polygon(west, south, east, south, east, north, west, north);
    }

    public static Polygon polygon(double... xy) {
        return JTS.createPolygon(ring(xy));
    }

    public static LinearRing ring(double... xy) {
        Coordinate[] points = new Coordinate[xy.length / 2 + 1];
        for (int i = 0; i < points.length - 1; i++) points[i] = at(xy[2 * i], xy[2 * i + 1]);
        points[points.length - 1] = points[0].copy();
        return JTS.createLinearRing(points);
    }

    public static Polygon withHole(Polygon shell, Polygon hole) {
        return JTS.createPolygon(shell.getExteriorRing(), new LinearRing[] {hole.getExteriorRing()});
    }

    public static Geometry both(Polygon... polygons) {
        return JTS.createMultiPolygon(polygons);
    }

    public static List<Feature> bare(Geometry... shapes) {
        List<Feature> features = new ArrayList<>();
        for (Geometry shape : shapes) features.add(Feature.of(shape));
        return features;
    }

    public static Feature patch(Geometry shape, String id, String landClass, long number) {
        return Feature.of(shape, id, landClass, number, new BigDecimal("123.40"), LocalDate.of(2025, 12, 31));
    }

    /** n × n unit cells, each a patch. */
    public static List<Feature> cells(int n) {
        List<Feature> features = new ArrayList<>();
        for (int x = 0; x < n; x++)
            for (int y = 0; y < n; y++)
                features.add(
                        patch(box(x, y, x + 1, y + 1), "P" + x + "-" + y, x % 2 == 0 ? "0101" : "0301", x * n + y));
        return features;
    }
}
