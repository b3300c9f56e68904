package org.cuntu.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from outside, read where they lie; skipped where they are not. */
class RealFilesTest {
    @TempDir
    Path work;

    @ParameterizedTest
    @ValueSource(strings = {"44120000105.txt", "44120000105_gbk_crlf.txt"})
    void aPlotOfGuangdongInEitherEncoding(String name) {
        SiteFile site = site("plot-txt/" + name);
        assertThat(site.crs()).isEqualTo(Crs.zone(38, 3, true));
        assertThat(site.plots()).hasSize(1);
        Plot plot = site.plots().getFirst();
        assertThat(plot.number()).isEqualTo("FID_0");
        assertThat(plot.shape().vertexCount()).isEqualTo(50);
        assertThat(SiteAreas.planeArea(plot).value().hectares(4)).hasToString("8.7423");
        assertThat(site.warnings()).isEmpty();
    }

    @Test
    void writingARealPlotKeepsEveryHeaderAndEveryPoint() {
        SiteFile site = site("plot-txt/44120000105.txt");
        SiteFile back = SiteReader.read(PlotTxtWriter.write(site), "b.txt", null, InputLimits.SITE);
        assertThat(List.copyOf(back.header().entrySet()))
                .isEqualTo(List.copyOf(site.header().entrySet()));
        assertThat(back.plots().getFirst().raw())
                .isEqualTo(site.plots().getFirst().raw());
        assertThat(new TreeSet<>(
                        List.of(back.plots().getFirst().shape().geometry().getCoordinates())))
                .isEqualTo(new TreeSet<>(
                        List.of(site.plots().getFirst().shape().geometry().getCoordinates())));
        assertThat(PlotTxtWriter.write(back)).isEqualTo(PlotTxtWriter.write(site));
    }

    @Test
    void threeUnclosedPlotsOnOneGroundAreRefusedForLyingOnEachOther() {
        Path file = TestFiles.real("plot-txt/multi_plot_unclosed_from_test.txt");
        InputRefused refused = catchThrowableOfType(
                InputRefused.class, () -> SiteReader.read(file, "multi.txt", null, InputLimits.SITE));
        assertThat(refused.problems())
                .filteredOn(p -> p.severity() == Problem.Severity.REFUSED)
                .extracting(
                        p -> p.code() + " " + p.place().plot() + " " + p.args().get("other"))
                .containsExactly(
                        "shape.plots-overlap FID_A FID_B",
                        "shape.plots-overlap FID_A FID_C",
                        "shape.plots-overlap FID_B FID_C");
        assertThat(refused.problems()).extracting(Problem::code).contains("format.txt.closed", "shape.stated-area");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"liuzhou_gbk_cpg", "liuzhou_gbk_nocpg", "liuzhou_gbk_wrongcpg", "liuzhou_cgcs2000_3deg_zone37"})
    void chineseValuesOfAShapefileComeOutRightWhateverTheCpgSays(String name) {
        List<Object> names = new ArrayList<>();
        try (FeatureReader reader = features("shapefile/" + name + ".shp")) {
            assertThat(reader.schema()).extracting(f -> f.code()).containsExactly("adcode", "name", "parent");
            reader.forEach(feature -> names.add(feature.values().get("name")));
            assertThat(reader.size()).isEqualTo(names.size());
            List<String> warnings =
                    reader.warnings().stream().map(Problem::code).toList();
            assertThat(warnings).isEqualTo(name.endsWith("wrongcpg") ? List.of("format.dbf.cpg-wrong") : List.of());
        }
        assertThat(names).contains("城中区", "三江侗族自治县", "柳江区").doesNotContainNull().hasSize(10);
    }

    @Test
    void aShapefileInZone37LiesOnItsTwinInDegrees() {
        List<Double> degrees = areas("shapefile/liuzhou_gbk_cpg.shp");
        List<Double> plane = areas("shapefile/liuzhou_cgcs2000_3deg_zone37.shp");
        for (int i = 0; i < degrees.size(); i++)
            assertThat(plane.get(i)).isCloseTo(degrees.get(i), within(1e-7 * degrees.get(i)));
    }

    @Test
    void gbkWithoutCpgFromElsewhere() {
        List<Object> values = new ArrayList<>();
        try (FeatureReader reader = features("shapefile/geotools_chinese_poly.shp")) {
            assertThat(reader.crs()).isEqualTo(Crs.WGS84);
            reader.forEach(feature -> values.add(feature.values().get("NAME")));
        }
        assertThat(values).containsExactly("黑龙江省");
    }

    @Test
    void aDamagedShapefileIsRefusedAsAWhole() {
        Path file = TestFiles.real("shapefile/mapshaper_data_corruption_error.shp");
        InputRefused refused = catchThrowableOfType(
                InputRefused.class, () -> FeatureReader.open(file, "damaged.shp", null, InputLimits.LAYER, work));
        assertThat(refused.problems())
                .extracting(Problem::code)
                .containsExactly("format.crs-unsupported", "format.not-an-area");
    }

    @Test
    void countiesOfGeoJsonAsALayer() {
        List<String> seen = new ArrayList<>();
        try (FeatureReader reader = features("liuzhou/counties.geojson")) {
            reader.forEach(feature -> seen.add(feature.geometry().getGeometryType()));
            assertThat(reader.size()).isEqualTo(10);
        }
        assertThat(seen).hasSize(10);
    }

    private List<Double> areas(String name) {
        List<Double> areas = new ArrayList<>();
        try (FeatureReader reader = features(name)) {
            reader.forEach(f -> areas.add(SiteAreas.legalSquareMetres(f.shape().toGeodetic())));
        }
        return areas;
    }

    private FeatureReader features(String name) {
        Path file = TestFiles.real(name);
        return FeatureReader.open(file, file.getFileName().toString(), null, InputLimits.LAYER, work);
    }

    private static SiteFile site(String name) {
        Path file = TestFiles.real(name);
        return SiteReader.read(file, file.getFileName().toString(), null, InputLimits.SITE);
    }

    @Test
    void namesInAZipMayBeGbk() throws java.io.IOException {
        Path zip = work.resolve("a.zip");
        try (var out =
                new java.util.zip.ZipOutputStream(java.nio.file.Files.newOutputStream(zip), Charset.forName("GBK"))) {
            for (String ending : List.of("shp", "dbf", "prj")) {
                out.putNextEntry(new java.util.zip.ZipEntry("成果/柳州市." + ending));
                java.nio.file.Files.copy(TestFiles.real("shapefile/liuzhou_gbk_nocpg." + ending), out);
            }
        }
        Path unpacked = java.nio.file.Files.createDirectory(work.resolve("unpacked"));
        try (FeatureReader reader = FeatureReader.open(zip, "a.zip", null, InputLimits.LAYER, unpacked)) {
            assertThat(reader.size()).isEqualTo(10);
            assertThat(reader.crs()).isEqualTo(Crs.CGCS2000);
        }
        assertThat(unpacked).isEmptyDirectory();
    }
}
