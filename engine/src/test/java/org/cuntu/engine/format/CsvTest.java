package org.cuntu.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell of 0.01° by 0.01° covers 0.0001 square degrees, whatever the way in which a table says it. */
class CsvTest {
    private static final String CELL = "POLYGON((109.40 24.30,109.41 24.30,109.41 24.31,109.40 24.31,109.40 24.30))";
    private static final String POINTS = "地块编号,经度,纬度,权属\n" + "A,109.40,24.30,柳南\nA,109.41,24.30,\n"
            + "A,109.41,24.31,\nA,109.40,24.31,\nB,109.50,24.30,柳北\nB,109.51,24.30,\nB,109.51,24.31,\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "UTF-16"})
    void wktAndChineseValuesInAnyEncoding(String encoding) {
        SourceFeature feature = one("名称,WKT\n水田龙,\"" + CELL + "\"\n", Charset.forName(encoding));
        assertThat(feature.values()).containsEntry("名称", "水田龙").doesNotContainKey("WKT");
        assertThat(feature.shape().geometry().getArea()).isCloseTo(1e-4, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"',' comma", "';' semicolon", "'|' bar", "'\t' tab"})
    void theSeparatorIsFound(String separator, String name) {
        String text = "code,note,wkt\n0101,plain,\"" + CELL + "\"\n";
        assertThat(one(text.replaceAll(",(?=(note|wkt|plain|\"POLY))", separator), StandardCharsets.UTF_8)
                        .values())
                .as(name)
                .containsEntry("code", "0101")
                .containsEntry("note", "plain");
    }

    @Test
    void codesKeepTheirZerosAndQuotedCellsTheirLineEnds() {
        SourceFeature feature =
                one("DLBM,BZ,WKT\r\n0101,\"两行\r\n\"\"引\"\"\",\"" + CELL + "\"\r\n", StandardCharsets.UTF_8);
        assertThat(feature.values()).containsEntry("DLBM", "0101").containsEntry("BZ", "两行\n\"引\"");
    }

    @Test
    void boundaryPointsOneARowBecomePlotsWhoseOpenRingsAreClosed() {
        CsvFeatures reader = open(POINTS, Crs.CGCS2000);
        List<String> seen = new ArrayList<>();
        reader.forEach(f -> seen.add(f.values().get("地块编号") + " " + f.values().get("权属") + " "
                + Math.round(f.shape().geometry().getArea() * 1e6) + " "
                + f.shape().geometry().getNumPoints()));
        assertThat(seen).containsExactly("A 柳南 100 5", "B 柳北 50 4");
        assertThat(reader.size()).isEqualTo(2);
        assertThat(codes(reader.warnings())).containsExactly("format.csv.closed", "format.csv.closed");
    }

    @Test
    void aSecondRingInsideIsAHole() {
        String text = "plot,ring,X,Y\n1,1,36640000,2689000\n1,1,36640100,2689000\n1,1,36640100,2689100\n1,1,36640000,2689100\n"
                + "1,2,36640040,2689040\n1,2,36640060,2689040\n1,2,36640060,2689060\n1,2,36640040,2689060\n";
        List<Double> areas = new ArrayList<>();
        open(text, Crs.zone(36, 3, true)).forEach(f -> areas.add(f.shape().geometry().getArea()));
        assertThat(areas).containsExactly(9600.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2689000,36640000 2689000,36640100 2689100,36640100", "2689000,640000 2689000,640100 2689100,640100"})
    void aSurveyorsXIsTheNorthing(String points) {
        String text = "plot,X,Y\n" + "1," + points.replace(" ", "\n1,") + "\n";
        Crs crs = Crs.zone(36, 3, points.contains("3664"));
        CsvFeatures reader = open(text, crs);
        List<Double> north = new ArrayList<>();
        reader.forEach(f -> north.add(f.shape().geometry().getCoordinate().y));
        assertThat(north).containsExactly(2689000.0);
        assertThat(codes(reader.warnings())).contains("format.csv.columns-swapped");
    }

    @Test
    void theSystemIsAskedForUnlessTheRowsNameIt() {
        assertThat(refused("a,wkt\n1,\"" + CELL + "\"\n", null)).containsExactly("format.crs-unknown");
        assertThat(open("a,wkt\n1,\"SRID=4490;" + CELL + "\"\n", null).crs()).isEqualTo(Crs.CGCS2000);
        assertThat(refused("a,wkt\n1,\"SRID=4490;" + CELL + "\"\n2,\"SRID=4524;" + CELL + "\"\n", null))
                .containsExactly("format.crs-mixed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code,name\\n1,甲\\n|format.csv.no-geometry",
                "a,wkt\\n|format.no-plots",
                "a,a,wkt\\n1,2,x\\n|format.csv.twice",
                "a,wkt\\n1,POLYGON((1 2\\n|format.csv.wkt",
                "a,wkt\\n1,\\n|format.no-geometry",
                "a,wkt\\n1,2,3\\n|format.csv.cells",
                "a,wkt\\n1,\"POLY\\n|format.csv.quote",
                "a,经度,纬度\\n1,109.4,24.3\\n|format.not-an-area",
                "a,wkt\\n1,POINT(109.4 24.3)\\n|format.not-an-area",
                "plot,经度,纬度\\n1,109.4,二十四\\n1,109.5,24\\n1,109.5,25\\n|format.csv.number",
                "plot,经度,纬度\\n1,109.4,24\\n1,109.5,24\\n|shape.too-few-points"
            })
    void whatCannotBeReadIsRefusedWithItsReason(String text, String code) {
        assertThat(refused(text.replace("\\n", "\n"), Crs.CGCS2000)).containsExactly(code);
    }

    private static SourceFeature one(String text, Charset charset) {
        List<SourceFeature> features = new ArrayList<>();
        InputSource source = InputSource.of("a.csv", text.getBytes(charset));
        assertThat(FileKind.of(source.bytes() == null ? new byte[0] : source.bytes())).isEqualTo(FileKind.CSV);
        CsvFeatures.open(source, ReadOrder.stated(Crs.CGCS2000), InputLimits.LAYER).forEach(features::add);
        assertThat(features).hasSize(1);
        return features.getFirst();
    }

    private static CsvFeatures open(String text, @Nullable Crs stated) {
        InputSource source = InputSource.of("a.csv", text.getBytes(StandardCharsets.UTF_8));
        return CsvFeatures.open(source, ReadOrder.stated(stated), InputLimits.LAYER);
    }

    private static List<String> refused(String text, @Nullable Crs stated) {
        return codes(catchThrowableOfType(InputRefused.class, () -> open(text, stated).forEach(f -> {}))
                .problems());
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }
}
