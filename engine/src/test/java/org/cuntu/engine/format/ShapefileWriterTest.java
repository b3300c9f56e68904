package org.cuntu.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.cuntu.engine.format.ShapefileWriter.Encoding;
import org.cuntu.engine.format.ShapefileWriter.Row;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.engine.measure.Area;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class ShapefileWriterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final Crs ZONE_36 = Crs.zone(36, 3, true);
    private static final String WITH_HOLE = "POLYGON((36640000 2689000, 36640000 2689100, 36640100 2689100,"
            + " 36640100 2689000, 36640000 2689000), (36640040 2689040, 36640060 2689040, 36640060 2689060,"
            + " 36640040 2689060, 36640040 2689040))";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void chineseTextNumbersAndDatesReadBackAsWritten(Encoding encoding) throws Exception {
        List<DbfColumn> columns = List.of(
                DbfColumn.text("DLMC"),
                DbfColumn.number("MJ", 16, 2),
                DbfColumn.number("XH", 5, 0),
                DbfColumn.date("RQ"));
        byte[] zip = new ShapefileWriter(ZONE_36, columns, encoding, DAY)
                .write("压占", List.of(new Row(shape(WITH_HOLE), List.of("水田龘", new Area(960_000), 7, DAY))));
        assertThat(features(zip)).singleElement().satisfies(feature -> assertThat(feature.values())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("DLMC", "水田龘", "MJ", new BigDecimal("9600.00"), "XH", 7L, "RQ", DAY)));
    }

    @Test
    void ringsKeepEveryDigitAndAHoleStaysAHole() throws Exception {
        byte[] zip = one(WITH_HOLE.replace("36640000", "36640000.123456789"));
        assertThat(features(zip).getFirst().shape().geometry().norm())
                .isEqualTo(shape(WITH_HOLE.replace("36640000", "36640000.123456789"))
                        .geometry()
                        .norm());
    }

    @Test
    void outerRingsTurnClockwiseWhateverTheyCameIn() throws Exception {
        byte[] shp = files(one(WITH_HOLE)).get("a.shp");
        byte[] turned = files(one("POLYGON((36640000 2689000, 36640100 2689000, 36640100 2689100,"
                        + " 36640000 2689100, 36640000 2689000))"))
                .get("a.shp");
        List<List<org.locationtech.jts.geom.Coordinate>> rings = new ArrayList<>();
        ShpFile.read(
                InputSource.of("a", shp), org.cuntu.engine.layer.Dimension.AREA, 100, (n, all) -> rings.addAll(all));
        ShpFile.read(
                InputSource.of("a", turned), org.cuntu.engine.layer.Dimension.AREA, 100, (n, all) -> rings.addAll(all));
        assertThat(rings).extracting(ShapefileWriterTest::clockwise).containsExactly(true, false, true);
    }

    @Test
    void theIndexPointsAtEachRecord() throws Exception {
        byte[] zip = new ShapefileWriter(ZONE_36, List.of(DbfColumn.text("A")), Encoding.UTF_8, DAY)
                .write("a", List.of(new Row(shape(WITH_HOLE), List.of("1")), new Row(shape(WITH_HOLE), List.of("2"))));
        byte[] shx = files(zip).get("a.shx");
        // 44 + 2 parts of 4 + 10 points of 16 = 212 bytes: record 2 begins at 100 + 8 + 212 = 320 bytes, 160 words
        java.nio.ByteBuffer index = java.nio.ByteBuffer.wrap(shx);
        assertThat(List.of(index.getInt(100), index.getInt(104), index.getInt(108), index.getInt(112)))
                .containsExactly(50, 106, 160, 106);
    }

    @ParameterizedTest
    @ValueSource(ints = {4490, 4326, 3857, 4497, 4508, 4513, 4524, 4533, 4534, 4545, 4546, 4554, 4491, 4512})
    void theSystemIsReadBackFromThePrj(int epsg) {
        Crs crs = Crs.find(epsg).orElseThrow();
        assertThat(Wkt.crs(PrjText.of(crs))).contains(crs);
    }

    @Test
    void gbkIsSaidInTheCpgAndTheTablesHead() throws Exception {
        Map<String, byte[]> files = files(new ShapefileWriter(ZONE_36, List.of(DbfColumn.text("名称")), Encoding.GBK, DAY)
                .write("a", List.of(new Row(shape(WITH_HOLE), List.of("柳东")))));
        assertThat(new String(files.get("a.cpg"), StandardCharsets.US_ASCII)).isEqualTo("GBK");
        assertThat(files.get("a.dbf")[29]).isEqualTo((byte) 0x4D);
        assertThat(new String(files.get("a.dbf"), Charset.forName("GBK"))).contains("名称", "柳东");
    }

    @Test
    void aLongTextEndsWithAWholeCharacter() throws Exception {
        byte[] zip = new ShapefileWriter(ZONE_36, List.of(DbfColumn.text("BZ")), Encoding.UTF_8, DAY)
                .write("a", List.of(new Row(shape(WITH_HOLE), List.of("田".repeat(100)))));
        assertThat(features(zip).getFirst().values()).containsEntry("BZ", "田".repeat(84));
    }

    @ParameterizedTest
    @CsvSource({"ELEVENCHARS", "面积平方米", "''"})
    void aNameThatATableCannotHoldIsRefused(String name) throws ParseException {
        Row row = new Row(shape(WITH_HOLE), List.of("1"));
        assertThatThrownBy(() -> new ShapefileWriter(ZONE_36, List.of(DbfColumn.text(name)), Encoding.UTF_8, DAY)
                        .write("a", List.of(row)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNumberTooLongForItsColumnIsRefusedAndNotCut() throws ParseException {
        Row row = new Row(shape(WITH_HOLE), List.of(12345));
        assertThatThrownBy(() -> new ShapefileWriter(ZONE_36, List.of(DbfColumn.number("N", 4, 0)), Encoding.UTF_8, DAY)
                        .write("a", List.of(row)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameSiteGivesTheSameBytes() throws ParseException {
        assertThat(one(WITH_HOLE)).isEqualTo(one(WITH_HOLE));
    }

    @Test
    void aSiteGoesOutAndComesInWithTheSameAreas() {
        SiteFile site = PlotTxtReaderTest.read(PlotTxtReaderTest.EXAMPLE);
        byte[] zip = SiteShapefile.write(site, site.crs(), Encoding.GBK, "地块", DAY);
        SiteFile back = SiteReader.read(zip, "a.zip", null, InputLimits.SITE);
        assertThat(back.crs()).isEqualTo(site.crs());
        assertThat(back.plots())
                .extracting(SiteAreas::legalArea)
                .containsExactlyElementsOf(
                        site.plots().stream().map(SiteAreas::legalArea).toList());
        assertThat(back.plots())
                .extracting(Plot::number, Plot::name, Plot::use)
                .containsExactlyElementsOf(site.plots().stream()
                        .map(p -> org.assertj.core.groups.Tuple.tuple(p.number(), p.name(), p.use()))
                        .toList());
    }

    private byte[] one(String wkt) throws ParseException {
        return new ShapefileWriter(ZONE_36, List.of(DbfColumn.text("A")), Encoding.UTF_8, DAY)
                .write("a", List.of(new Row(shape(wkt), List.of("1"))));
    }

    private List<SourceFeature> features(byte[] zip) throws IOException {
        Path file = java.nio.file.Files.write(folder.resolve("a.zip"), zip);
        List<SourceFeature> all = new ArrayList<>();
        try (FeatureReader reader = FeatureReader.open(file, "a.zip", null, InputLimits.LAYER, folder)) {
            reader.forEach(all::add);
        }
        return all;
    }

    private static Map<String, byte[]> files(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                files.put(entry.getName(), in.readAllBytes());
        }
        return files;
    }

    private static boolean clockwise(List<org.locationtech.jts.geom.Coordinate> ring) {
        double doubled = 0;
        for (int i = 1; i < ring.size(); i++)
            doubled += (ring.get(i - 1).x - 36640000) * (ring.get(i).y - 2689000)
                    - (ring.get(i).x - 36640000) * (ring.get(i - 1).y - 2689000);
        return doubled < 0;
    }

    private static GeoShape shape(String wkt) throws ParseException {
        Geometry geometry = new WKTReader().read(wkt);
        return GeoShape.of(ZONE_36, geometry);
    }
}
