package org.cuntu.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonTest {
    private static final String CELL = "[[[109.40,24.30],[109.41,24.30],[109.41,24.31],[109.40,24.31],[109.40,24.30]]]";
    private static final String POLYGON = "{\"type\":\"Polygon\",\"coordinates\":" + CELL + "}";
    private static final String FEATURE =
            "{\"type\":\"Feature\",\"properties\":{\"DKBH\":\"7\",\"DKMC\":\"柳东\",\"DKYT\":\"工业\","
                    + "\"DKMJ\":112.4357,\"owner\":null,\"count\":3},\"geometry\":" + POLYGON + "}";
    private static final String CRS_4490 =
            "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4490\"}}";

    @Test
    void propertiesBecomeThePlot() {
        SiteFile site = read(FEATURE);
        Plot plot = site.plots().getFirst();
        assertThat(plot.number()).isEqualTo("7");
        assertThat(plot.name()).isEqualTo("柳东");
        assertThat(plot.use()).isEqualTo("工业");
        assertThat(Objects.requireNonNull(plot.stated()).value()).hasToString("1124357.00");
        assertThat(plot.raw()).containsEntry("count", "3").containsEntry("owner", "");
        assertThat(SiteAreas.legalArea(plot).value()).hasToString("1124357.46");
    }

    @Test
    void withoutMemberItIsWgs84AndSaidSo() {
        SiteFile site = read(FEATURE);
        assertThat(site.crs()).isEqualTo(Crs.WGS84);
        assertThat(PlotTxtReaderTest.codes(site)).containsExactly("format.wgs84");
    }

    @Test
    void whatTheUserStatesHoldsWhereTheFileIsSilent() {
        SiteFile site = read(FEATURE, Crs.CGCS2000);
        assertThat(site.crs()).isEqualTo(Crs.CGCS2000);
        assertThat(site.warnings()).isEmpty();
    }

    @Test
    void theOldMemberIsHonouredEvenBehindTheFeatures() {
        SiteFile site =
                read("{\"features\":[" + FEATURE + "],\"crs\":" + CRS_4490 + ",\"type\":\"FeatureCollection\"}");
        assertThat(site.crs()).isEqualTo(Crs.CGCS2000);
        assertThat(site.warnings()).isEmpty();
    }

    @Test
    void bareGeometriesLinesAndSequencesAreReadToo() {
        assertThat(read(POLYGON).plots()).hasSize(1);
        String other = FEATURE.replace("109.4", "109.5");
        assertThat(read(FEATURE + "\n" + other + "\n").plots()).hasSize(2);
        assertThat(read("\u001E" + FEATURE + "\n\u001E" + other + "\n").plots()).hasSize(2);
    }

    @Test
    void chineseInGbkComesOutRight() {
        SiteFile site = SiteReader.read(FEATURE.getBytes(Charset.forName("GBK")), "a.json", null, InputLimits.SITE);
        assertThat(site.plots().getFirst().name()).isEqualTo("柳东");
    }

    @Test
    void planeCoordinatesTakeTheMember() {
        String plane = "{\"type\":\"Polygon\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4524\"}},"
                + "\"coordinates\":[[[36642129.727,2689231.438],[36642149.727,2689331.438],[36642266.305,2689301.112],"
                + "[36642240.118,2689211.905],[36642129.727,2689231.438]]]}";
        SiteFile site = read(plane);
        assertThat(site.crs()).isEqualTo(Crs.zone(36, 3, true));
        assertThat(SiteAreas.legalArea(site.plots().getFirst()).value()).hasToString("11306.09");
        assertThat(refused(plane, Crs.zone(37, 3, true))).isEqualTo("format.crs-contradicts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"FeatureCollection\",\"features\":[FEATURE,7,FEATURE]}",
                "{\"type\":\"FeatureCollection\",\"features\":[FEATURE,[FEATURE]]}",
                "{\"type\":\"Feature\",\"properties\":[1,2],\"geometry\":POLYGON}",
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":[POLYGON]}",
                "{\"type\":[{\"type\":1}],\"features\":7}",
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":7}"
            })
    void aMemberOfAnotherKindIsRefusedAndNothingBehindItIsLost(String text) {
        Problem problem = catchThrowableOfType(
                        InputRefused.class, () -> read(text.replace("FEATURE", FEATURE).replace("POLYGON", POLYGON)))
                .problems()
                .getFirst();
        assertThat(problem.code()).isEqualTo("format.geojson.type");
    }

    @Test
    void partsThatAreNoGeometriesAreRefused() {
        assertThat(refused("{\"type\":\"GeometryCollection\",\"geometries\":[" + POLYGON + ",7]}", Crs.CGCS2000))
                .isEqualTo("format.geojson.coordinates");
    }

    @Test
    void degreesStatedToBeAPlaneAreRefused() {
        assertThat(refused(FEATURE, Crs.zone(36, 3, true))).isEqualTo("format.crs-contradicts");
    }

    @Test
    void writingAndReadingMovesNothing() {
        SiteFile site = PlotTxtReaderTest.read(PlotTxtReaderTest.EXAMPLE);
        SiteFile back = SiteReader.read(GeoJsonWriter.write(site), "a.geojson", null, InputLimits.SITE);
        assertThat(back.crs()).isEqualTo(Crs.CGCS2000);
        assertThat(back.plots())
                .extracting(Plot::shape)
                .isEqualTo(
                        site.plots().stream().map(p -> p.shape().toGeodetic()).toList());
        assertThat(back.plots())
                .extracting(Plot::stated)
                .isEqualTo(site.plots().stream().map(Plot::stated).toList());
        assertThat(GeoJsonWriter.write(back)).asString(StandardCharsets.UTF_8).contains("地块二", "\"DKBH\":\"2\"");
    }

    private static SiteFile read(String text) {
        return read(text, null);
    }

    private static SiteFile read(String text, @Nullable Crs stated) {
        return SiteReader.read(text.getBytes(StandardCharsets.UTF_8), "a.geojson", stated, InputLimits.SITE);
    }

    private static String refused(String text, Crs stated) {
        Problem problem = catchThrowableOfType(InputRefused.class, () -> read(text, stated))
                .problems()
                .getFirst();
        return problem.code();
    }
}
