package org.cuntu.platform.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.format.FeatureReader;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.LayerContent;
import org.cuntu.engine.format.ReadOrder;
import org.cuntu.engine.format.SiteReader;
import org.cuntu.engine.format.SourceFeature;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Field;
import org.cuntu.platform.home.CityClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;

/** What GDAL writes we read, and what we write GDAL reads: the same plots, Chinese names and places. Needs gdal-bin. */
class GdalWitnessTest {
    @TempDir
    Path folder;

    private Path source = Path.of("");

    @BeforeEach
    void plots() throws Exception {
        Assumptions.assumeTrue(TestGdal.isInstalled(), "skipped: GDAL (gdal-bin) is not on this machine");
        source = folder.resolve("plots.geojson");
        Files.writeString(
                source,
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4490\"}},"
                        + "\"features\":["
                        + feature("柳东龘", 7, "[[[109.4,24.3],[109.41,24.3],[109.41,24.31],[109.4,24.31],[109.4,24.3]],"
                                + "[[109.402,24.302],[109.402,24.304],[109.404,24.304],[109.404,24.302],[109.402,24.302]]]")
                        + "," + feature("柳南", 8, "[[[109.5,24.3],[109.51,24.3],[109.51,24.31],[109.5,24.3]]]") + "]}");
    }

    private static String feature(String name, int number, String rings) {
        return "{\"type\":\"Feature\",\"properties\":{\"MC\":\"" + name + "\",\"XH\":" + number
                + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + rings + "}}";
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "GPKG,a.gpkg,",
        "FlatGeobuf,a.fgb,",
        "GeoJSONSeq,a.geojsonl,EPSG:4490",
        "CSV,a.csv,EPSG:4490",
        "OpenFileGDB,a.gdb,",
        "ESRI Shapefile,a.shp,"
    })
    void whatGdalWritesIsRead(String driver, String name, @Nullable String stated) throws Exception {
        List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", driver, name, source.toString()));
        if (driver.equals("CSV")) command.addAll(List.of("-lco", "GEOMETRY=AS_WKT"));
        if (driver.contains("Shape")) command.addAll(List.of("-lco", "ENCODING=UTF-8"));
        TestGdal.run(folder, command.toArray(String[]::new));

        List<SourceFeature> read = read(folder.resolve(name), stated == null ? null : Crs.find(stated).orElseThrow());

        // a hundredth of a degree squared, less the hole of a 25th of it; half of it. FlatGeobuf is written in an order of its own
        assertThat(read)
                .extracting(f -> f.values().get("MC") + " " + f.values().get("XH") + " "
                        + Math.round(f.shape().geometry().getArea() * 1e9))
                .containsExactlyInAnyOrder("柳东龘 7 96000", "柳南 8 50000");
    }

    @Test
    void closedLinesOfADrawingAreSites() throws Exception {
        Path lines = folder.resolve("lines.geojson");
        Files.writeString(
                lines,
                "{\"type\":\"FeatureCollection\",\"features\":["
                        + line("[[640000,2689000],[640100,2689000],[640100,2689100],[640000,2689000]]") + ","
                        + line("[[640000,2689000],[640100,2689000]]") + "]}");
        TestGdal.run(folder, "ogr2ogr", "-f", "DXF", "a.dxf", lines.toString());

        var site = SiteReader.read(folder.resolve("a.dxf"), "a.dxf", Crs.zone(36, 3, false), InputLimits.SITE);

        assertThat(site.plots()).singleElement().satisfies(plot -> assertThat(
                        plot.shape().geometry().getArea())
                .isEqualTo(5_000));
        assertThat(site.warnings())
                .filteredOn(w -> w.code().equals("format.drawing.left-out"))
                .extracting(w -> w.args().get("count"))
                .containsExactly("1");
    }

    private static String line(String points) {
        return "{\"type\":\"Feature\",\"properties\":{\"Layer\":\"红线\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":"
                + points + "}}";
    }

    @ParameterizedTest
    @EnumSource(names = {"GPKG", "SHP", "GEOJSON", "FGB", "CSV"})
    void gdalReadsWhatWeWrite(FileFormat format) throws Exception {
        List<SourceFeature> features = read(source, null);
        List<Field> fields = List.of(
                new Field("MC", Field.Type.TEXT, "名称", "name"), new Field("XH", Field.Type.INTEGER, "序号", "number"));
        LayerContent content = new LayerContent("plots", "地块", fields, Crs.CGCS2000, 2, row -> features.forEach(
                f -> row.take(f.shape().geometry(), List.of(f.values().get("MC"), f.values().get("XH")))));
        Path file = folder.resolve("out." + format.ending());
        assertThat(files().write(format, content, file)).isEmpty();

        String opened = (format == FileFormat.SHP ? "/vsizip/" : "") + file;
        String back = TestGdal.run(folder, "ogr2ogr", "-f", "GeoJSON", "back.geojson", opened, "-lco", "COORDINATE_PRECISION=15");
        assertThat(back).doesNotContain("ERROR");
        String about = TestGdal.run(folder, "ogrinfo", "-ro", "-so", "-al", opened);
        assertThat(about).contains("Feature Count: 2");
        // GDAL looks for no system in a table
        if (format != FileFormat.CSV) assertThat(about).contains("2000");
        List<SourceFeature> again = read(folder.resolve("back.geojson"), null);
        assertThat(again).extracting(f -> f.values().get("MC")).containsExactly("柳东龘", "柳南");
        for (int i = 0; i < 2; i++) {
            Geometry one = again.get(i).shape().geometry();
            assertThat(one.symDifference(features.get(i).shape().geometry()).getArea()).isCloseTo(0, within(1e-18));
        }
    }

    private static LayerFiles files() {
        return new LayerFiles(CityClock.system(java.time.ZoneId.of("Asia/Shanghai")));
    }

    private List<SourceFeature> read(Path file, @Nullable Crs stated) throws Exception {
        Path work = Files.createTempDirectory(folder, "work");
        List<SourceFeature> features = new ArrayList<>();
        try (FeatureReader reader = FeatureReader.open(
                file, String.valueOf(file.getFileName()), InputLimits.LAYER, work, ReadOrder.stated(stated))) {
            reader.forEach(features::add);
        }
        assertThat(work).isEmptyDirectory();
        return features;
    }
}
