package org.cuntu.platform.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.cuntu.engine.format.LayerContent;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Field;
import org.cuntu.platform.home.CityClock;
import org.cuntu.testing.TestApplication;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Small valid files of each format that is read without another program, and how one of them is changed. */
enum FuzzSample {
    PLOT_TXT("txt"),
    GEOJSON("geojson"),
    GEOJSON_SEQ("geojsonl"),
    CSV_WKT("csv"),
    CSV_POINTS("csv"),
    FLATGEOBUF("fgb"),
    GEOPACKAGE("gpkg"),
    SHAPEFILE("shp"),
    ZIP("zip");

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final List<Field> FIELDS = List.of(
            new Field("DKBH", Field.Type.TEXT, "地块编号", "number"),
            new Field("DLMC", Field.Type.TEXT, "地类名称", "class"),
            new Field("XH", Field.Type.INTEGER, "序号", "position"),
            new Field("TBMJ", Field.Type.DECIMAL, "图斑面积", "area"),
            new Field("RQ", Field.Type.DATE, "日期", "date"));

    private final String ending;

    FuzzSample(String ending) {
        this.ending = ending;
    }

    String ending() {
        return ending;
    }

    byte[] valid(Path folder) throws IOException {
        Path file = folder.resolve("valid");
        try {
            return switch (this) {
                case PLOT_TXT ->
                    Files.readAllBytes(TestApplication.root().resolve("testdata/plot-txt/44120000105.txt"));
                case GEOJSON -> written(FileFormat.GEOJSON, file);
                case GEOJSON_SEQ -> lines(written(FileFormat.GEOJSON, file));
                case CSV_WKT -> written(FileFormat.CSV, file);
                case CSV_POINTS ->
                    ("地块编号,圈号,经度,纬度,名称\nA,1,109.40,24.30,水田\nA,1,109.41,24.30,\nA,1,109.41,24.31,\nA,1,109.40,24.31,\n"
                                    + "A,2,109.402,24.302,\nA,2,109.404,24.302,\nA,2,109.404,24.304,\nB,1,109.5,24.3,\"旱,地\"\n"
                                    + "B,1,109.51,24.3,\nB,1,109.51,24.31,\n")
                            .getBytes(Charset.forName("GBK"));
                case FLATGEOBUF -> written(FileFormat.FGB, file);
                case GEOPACKAGE -> written(FileFormat.GPKG, file);
                case SHAPEFILE, ZIP -> written(FileFormat.SHP, file);
            };
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The valid file changed; of a shapefile one of its parts, packed again. */
    byte[] changed(byte[] valid, Mutation mutation) throws IOException {
        if (this != SHAPEFILE) return mutation.of(valid);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(valid))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                parts.put(entry.getName(), in.readAllBytes());
        }
        List<String> names = new ArrayList<>(parts.keySet());
        int chosen = mutation.below(names.size() + 4);
        String name = chosen < names.size() ? names.get(chosen) : chosen % 2 == 0 ? "DLTB.shp" : "DLTB.dbf";
        parts.put(name, mutation.of(parts.get(name)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] lines(byte[] collection) {
        String text = new String(collection, StandardCharsets.UTF_8);
        return text.substring(text.indexOf('[', text.indexOf("\"features\"")) + 1, text.lastIndexOf(']'))
                .replace("},{\"type\":\"Feature\"", "}\n\u001E{\"type\":\"Feature\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] written(FileFormat format, Path file) throws IOException {
        LayerContent layer = new LayerContent("DLTB", "地类图斑", FIELDS, Crs.CGCS2000, 6, row -> {
            for (int i = 0; i < 6; i++)
                row.take(
                        shape(i),
                        List.of("D" + i, "水田龘", (long) i, new BigDecimal("9600.25"), LocalDate.of(2026, 11, 26)));
        });
        new LayerFiles(CityClock.system(ZoneId.of("Asia/Shanghai"))).write(format, layer, file);
        return Files.readAllBytes(file);
    }

    /** A hexagon with a hole; every third of two parts. */
    private static Geometry shape(int i) {
        Polygon one = polygon(109.4 + 0.05 * i, 24.3);
        return i % 3 == 0 ? FACTORY.createMultiPolygon(new Polygon[] {one, polygon(109.4 + 0.05 * i, 24.4)}) : one;
    }

    private static Polygon polygon(double x, double y) {
        return FACTORY.createPolygon(ring(x, y, 0.01), new LinearRing[] {ring(x, y, 0.004)});
    }

    private static LinearRing ring(double x, double y, double radius) {
        Coordinate[] points = new Coordinate[7];
        for (int i = 0; i < 6; i++)
            points[i] = new Coordinate(
                    x + radius * StrictMath.cos(i * StrictMath.PI / 3), y + radius * StrictMath.sin(i * StrictMath.PI / 3));
        points[6] = points[0].copy();
        return FACTORY.createLinearRing(points);
    }
}
