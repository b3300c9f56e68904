package org.cuntu.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A layer that is written and read again has the same outlines to the last bit and the same values. */
class LayerFilesTest {
    private static final List<Field> FIELDS = List.of(
            new Field("DLMC", Field.Type.TEXT, "地类名称", "class"),
            new Field("XH", Field.Type.INTEGER, "序号", "number"),
            new Field("TBMJ", Field.Type.DECIMAL, "图斑面积", "area"),
            new Field("RQ", Field.Type.DATE, "日期", "date"));
    private static final String WITH_HOLE = "POLYGON((109.4 24.3,109.41 24.3,109.41 24.31,109.4 24.31,109.4 24.3),"
            + "(109.402 24.302,109.402 24.304,109.404 24.304,109.404 24.302,109.402 24.302))";
    private static final String TWO = "MULTIPOLYGON(((109.5 24.3,109.51 24.3,109.51 24.31,109.5 24.3)),"
            + "((109.600000000000001 24.3,109.61 24.3,109.61 24.310000000000002,109.600000000000001 24.3)))";

    @TempDir
    Path folder;

    enum Kind {
        GEOJSON,
        CSV,
        FGB,
        SHP
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void outlinesReadBackToTheLastBit(Kind kind) throws Exception {
        Path file = written(kind, Crs.CGCS2000);
        List<Geometry> shapes = new ArrayList<>();
        try (FeatureReader reader = open(file)) {
            assertThat(reader.crs()).isEqualTo(Crs.CGCS2000);
            assertThat(reader.size()).isEqualTo(2);
            reader.forEach(f -> shapes.add(f.shape().geometry().norm()));
            assertThat(reader.warnings()).isEmpty();
        }
        assertThat(shapes.get(0).equalsExact(shape(WITH_HOLE).norm())).isTrue();
        assertThat(shapes.get(1).equalsExact(shape(TWO).norm())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void valuesReadBackAsWritten(Kind kind) throws Exception {
        List<String> seen = new ArrayList<>();
        try (FeatureReader reader = open(written(kind, Crs.CGCS2000))) {
            reader.forEach(f -> seen.add(f.values().get("DLMC") + " " + f.values().get("XH") + " "
                    + plain(f.values().get("TBMJ")) + " " + f.values().get("RQ")));
        }
        assertThat(seen).containsExactly("水田龙 7 9600.25 2026-11-26", "null null null null");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aPlaneIsWrittenAndNamed(Kind kind) throws Exception {
        Crs zone = Crs.zone(36, 3, true);
        try (FeatureReader reader = open(written(kind, zone))) {
            assertThat(reader.crs()).isEqualTo(zone);
            reader.forEach(f -> assertThat(f.shape().geometry().getCoordinate().x).isBetween(36.4e6, 36.9e6));
        }
    }

    @Test
    void aTextThatASpreadsheetWouldRunIsDefused() throws Exception {
        Path file = folder.resolve("a.csv");
        CsvLayer.write(layer(Crs.CGCS2000, "=1+1"), file);
        assertThat(Files.readString(file)).startsWith("\uFEFFDLMC,XH,TBMJ,RQ,SRID,WKT\r\n'=1+1,7,");
    }

    @Test
    void aShapefileSaysWhatItCannotHold() throws Exception {
        Path file = folder.resolve("a.zip");
        List<Field> fields = List.of(
                new Field("QSDWDM_LONG_ONE", Field.Type.TEXT, "权属", "owner"),
                new Field("QSDWDM_LONG_TWO", Field.Type.TEXT, "权属", "owner"));
        Geometry cell = shape(WITH_HOLE);
        LayerContent content = new LayerContent(
                "DLTB", "地类图斑", fields, Crs.CGCS2000, 1, row -> row.take(cell, List.of("长".repeat(100), "短")));

        List<Problem> said = ShapefileLayer.write(content, LocalDate.of(2026, 11, 26), file);

        assertThat(said).extracting(Problem::code).containsExactly("format.shp.names-cut", "format.shp.values-cut");
        assertThat(said.getFirst().args().get("names")).contains("QSDWDM_LONG_ONE → QSDWDM_LON", "→ QSDWDM_LO1");
        try (FeatureReader reader = open(file)) {
            // 254 bytes hold 84 characters of three bytes
            reader.forEach(f -> assertThat(f.values().get("QSDWDM_LON")).isEqualTo("长".repeat(84)));
        }
    }

    @Test
    void aFlatGeobufFileThatEndsEarlyIsRefusedBeforeAnythingIsGiven() throws Exception {
        byte[] whole = Files.readAllBytes(written(Kind.FGB, Crs.CGCS2000));
        for (int length : new int[] {whole.length - 1, whole.length - 100, 40, 12, 9}) {
            Path file = Files.write(folder.resolve("cut.fgb"), Arrays.copyOf(whole, length));
            InputRefused refused = catchThrowableOfType(InputRefused.class, () -> open(file));
            assertThat(refused.problems()).extracting(Problem::code).containsExactly("format.fgb.damaged");
        }
    }

    @Test
    void featuresWithoutGeometryAreRefusedOrKeptAndCounted() throws Exception {
        String text = "{\"type\":\"FeatureCollection\",\"features\":["
                + "{\"type\":\"Feature\",\"properties\":{\"DKBH\":\"1\"},\"geometry\":null},"
                + "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}}]}";
        Path file = Files.writeString(folder.resolve("a.geojson"), text, StandardCharsets.UTF_8);
        InputRefused refused = catchThrowableOfType(InputRefused.class, () -> open(file).forEach(f -> {}));
        assertThat(refused.problems())
                .filteredOn(p -> p.severity() == Problem.Severity.REFUSED)
                .extracting(Problem::code)
                .containsExactly("format.no-geometry", "format.no-geometry");
        ReadOrder keeping = new ReadOrder(Crs.CGCS2000, null, true);
        try (FeatureReader reader = FeatureReader.open(file, "a.geojson", InputLimits.LAYER, folder, keeping)) {
            reader.forEach(f -> assertThat(f.shape().geometry().isEmpty()).isTrue());
            assertThat(reader.warnings())
                    .singleElement()
                    .satisfies(w -> assertThat(w.code() + w.args()).isEqualTo("format.kept-empty{count=2}"));
        }
    }

    private static @Nullable String plain(@Nullable Object value) {
        return value == null ? null : new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
    }

    private Path written(Kind kind, Crs crs) throws Exception {
        Path file = folder.resolve("a." + kind);
        LayerContent layer = layer(crs, "水田龙");
        switch (kind) {
            case GEOJSON -> GeoJsonLayer.write(layer, file);
            case CSV -> CsvLayer.write(layer, file);
            case FGB -> FgbLayer.write(layer, file);
            case SHP -> assertThat(ShapefileLayer.write(layer, LocalDate.of(2026, 11, 26), file))
                    .isEmpty();
        }
        return file;
    }

    private static LayerContent layer(Crs crs, String name) throws ParseException {
        Geometry first = shape(WITH_HOLE);
        Geometry second = shape(TWO);
        List<@Nullable Object> values =
                Arrays.asList(name, 7L, new BigDecimal("9600.2500"), LocalDate.of(2026, 11, 26));
        return new LayerContent("DLTB", "地类图斑", FIELDS, crs, 2, row -> {
            row.take(first, values);
            row.take(second, Arrays.asList(null, null, null, null));
        });
    }

    private static Geometry shape(String wkt) throws ParseException {
        return new WKTReader().read(wkt);
    }

    private FeatureReader open(Path file) throws IOException {
        Path work = Files.createTempDirectory(folder, "work");
        return FeatureReader.open(file, String.valueOf(file.getFileName()), null, InputLimits.LAYER, work);
    }
}
