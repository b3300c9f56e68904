package org.cuntu.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dialects of the plot TXT, each told by the handbook's example (vectors T1 and T2). */
class PlotTxtReaderTest {
    static final String EXAMPLE = """
            [属性描述]
            格式版本号=1.01
            数据产生单位=柳州市某测绘单位
            数据产生日期=2026-11-20
            坐标系=2000国家大地坐标系
            几度分带=3
            投影类型=高斯克吕格
            计量单位=米
            带号=36
            精度=0.001
            转换参数=,,,,,,
            [地块坐标]
            5,1.1306,1,地块一,面,,工业用地,,@
            J1,1,2689231.438,36642129.727
            J2,1,2689331.438,36642149.727
            J3,1,2689301.112,36642266.305
            J4,1,2689211.905,36642240.118
            J1,1,2689231.438,36642129.727
            10,10.4948,2,地块二,面,,物流仓储用地,,@
            J1,1,2690000.000,36641000.000
            J2,1,2690000.000,36641400.000
            J3,1,2689700.000,36641400.000
            J4,1,2689700.000,36641000.000
            J1,1,2690000.000,36641000.000
            J5,2,2689900.000,36641100.000
            J6,2,2689800.000,36641100.000
            J7,2,2689800.000,36641250.000
            J8,2,2689900.000,36641250.000
            J5,2,2689900.000,36641100.000
            """;

    private static final String SQUARE = """
            J1,1,2690000.000,36640000.000
            J2,1,2690000.000,36640100.000
            J3,1,2689900.000,36640100.000
            J4,1,2689900.000,36640000.000
            J1,1,2690000.000,36640000.000
            """;

    @Test
    void readsHeaderHeadsAndHoles() {
        SiteFile site = read(EXAMPLE);
        assertThat(site.crs()).isEqualTo(Crs.zone(36, 3, true));
        assertThat(site.header()).containsEntry("数据产生单位", "柳州市某测绘单位").containsEntry("转换参数", ",,,,,,");
        assertThat(site.plots()).extracting(Plot::number).containsExactly("1", "2");
        assertThat(site.plots()).extracting(Plot::name).containsExactly("地块一", "地块二");
        assertThat(site.plots()).extracting(Plot::use).containsExactly("工业用地", "物流仓储用地");
        assertThat(site.plots())
                .extracting(p -> Objects.requireNonNull(p.stated()).value().toString())
                .containsExactly("11306.00", "104948.00");
        assertThat(site.plots())
                .extracting(p -> SiteAreas.legalArea(p).value().toString())
                .containsExactly("11306.09", "104948.33");
        assertThat(site.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "UTF-8", "UTF-16"})
    void anyChineseEncodingGivesTheSameSite(String charset) {
        SiteFile site = SiteReader.read(EXAMPLE.getBytes(Charset.forName(charset)), "a.txt", null, InputLimits.SITE);
        assertThat(site.plots()).isEqualTo(read(EXAMPLE).plots());
    }

    @Test
    void byteOrderMarkCarriageReturnsBlankLinesAndFullWidthSignsChangeNothing() {
        String other = "\uFEFF"
                + EXAMPLE.replace("[属性描述]", "【属性描述】")
                        .replace("[地块坐标]", " 【 地块坐标 】 ")
                        .replace("J2,1,2689331.438,36642149.727", "Ｊ2，1， 2689331.438，　36642149.727")
                        .replace("5,1.1306,1,地块一,面,,工业用地,,@", "5，1.1306，1，地块一，面，，工业用地，，＠")
                        .replace("带号=36", "带号＝36")
                        .replace("\n", "\r\n\r\n");
        SiteFile site = read(other);
        assertThat(site.plots()).isEqualTo(read(EXAMPLE).plots());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2,地块,面,,,@",
                "1.0,2,地块,面,,,@",
                "5,1.0,2,地块,面,@",
                "5,1.0,2,地块,面,,,,@",
                "5,1.0,2,地块,面,T,用途,0101,补充,水田,6,7,备注@"
            })
    void headsOfAnyLengthAreReadFromTheirKind(String head) {
        Plot plot = read(header("36") + head + "\n" + SQUARE).plots().getFirst();
        assertThat(plot.number()).isEqualTo("2");
        assertThat(plot.name()).isEqualTo("地块");
    }

    @Test
    void fieldsBehindTheNationalEightAreKept() {
        Plot plot = read(header("36") + "5,1.0,2,地块,面,T,用途,0101,补充,水田,6,7,备注@\n" + SQUARE)
                .plots()
                .getFirst();
        assertThat(plot.use()).isEqualTo("用途");
        assertThat(plot.raw().toString()).isEqualTo("{TFH=T, DLBM=0101, F9=补充, F10=水田, F11=6, F12=7, F13=备注}");
    }

    @Test
    void eastingBeforeNorthingIsSwappedWithAWarning() {
        String swapped = EXAMPLE.replaceAll("(J[0-9],[0-9]),([0-9.]+),([0-9.]+)", "$1,$3,$2");
        SiteFile site = read(swapped);
        assertThat(site.plots()).isEqualTo(read(EXAMPLE).plots());
        assertThat(codes(site)).containsExactly("format.txt.columns-swapped");
    }

    @Test
    void unprefixedEastingTakesTheZoneOfTheHeader() {
        SiteFile site = read(EXAMPLE.replace(",366", ",6"));
        assertThat(site.crs()).isEqualTo(Crs.zone(36, 3, false));
        assertThat(SiteAreas.legalArea(site.plots().getFirst()).value()).hasToString("11306.09");
    }

    @Test
    void unprefixedEastingWithoutZoneAsksAndTakesWhatTheUserStates() {
        String text = EXAMPLE.replace(",366", ",6").replace("带号=36", "带号=");
        assertThat(refused(text, null)).containsExactly("format.crs-unknown");
        for (Crs stated : List.of(Crs.zone(36, 3, true), Crs.zone(36, 3, false)))
            assertThat(read(text, stated).crs()).isEqualTo(Crs.zone(36, 3, false));
    }

    @Test
    void aStatedZoneThatContradictsTheFileIsRefused() {
        assertThat(refused(EXAMPLE, Crs.zone(37, 3, true))).containsExactly("format.crs-contradicts");
        assertThat(refused(EXAMPLE, Crs.CGCS2000)).containsExactly("format.crs-contradicts");
    }

    @Test
    void allProblemsAreSaidAtOnce() {
        String text = EXAMPLE.replace("带号=36", "带号=37")
                .replace("J1,1,2689231.438,36642129.727\n10,", "J1,1,2689231.438,36642199.727\n10,");
        assertThat(refused(text, null)).containsExactly("format.txt.zone-conflict", "format.txt.closing-wrong");
    }

    @Test
    void ringsLeftOpenAreClosedWithAWarning() {
        SiteFile site = read(EXAMPLE.replace("J1,1,2689231.438,36642129.727\n10,", "10,"));
        assertThat(site.plots()).isEqualTo(read(EXAMPLE).plots());
        assertThat(codes(site)).containsExactly("format.txt.count", "format.txt.closed");
        Problem closed = site.warnings().getLast();
        assertThat(closed.place().line()).isEqualTo(17);
        assertThat(closed.args()).containsEntry("gap", "112.11");
    }

    @Test
    void ringNumbersAreOnlyAHintContainmentDecides() {
        SiteFile site = read(EXAMPLE.replaceAll("(J[5-8]),2,", "$1,1,"));
        assertThat(site.plots()).isEqualTo(read(EXAMPLE).plots());
        SiteFile apart = read(header("36") + "10,2.0,1,两片,面,,,,@\n" + SQUARE
                + SQUARE.replace(",1,269", ",2,270").replace(",1,268", ",2,269").replace(",2,2699900", ",2,2699900"));
        assertThat(apart.plots().getFirst().shape().geometry().getNumGeometries())
                .isEqualTo(2);
    }

    @Test
    void degreesWithoutHeaderAreReadWithAWarning() {
        String text = "4,12.5,1,甲,面,,,,@\nJ1,1,24.30,109.40\nJ2,1,24.31,109.40\nJ3,1,24.31,109.41\nJ1,1,24.30,109.40\n";
        SiteFile site = read(text);
        assertThat(site.crs()).isEqualTo(Crs.CGCS2000);
        assertThat(site.plots().getFirst().shape().geometry().getCoordinate().x).isEqualTo(109.40);
        assertThat(codes(site)).contains("format.txt.degrees");
    }

    @Test
    void aStatedAreaFarFromTheComputedOneIsAWarning() {
        SiteFile site = read(EXAMPLE.replace("1.1306,1", "1.1406,1"));
        assertThat(codes(site)).containsExactly("shape.stated-area");
        assertThat(site.warnings().getFirst().args())
                .containsEntry("stated", "11406.00")
                .containsEntry("legal", "11306.09");
    }

    @Test
    void otherSectionsAreKept() {
        assertThat(read("[项目信息]\n项目名称=甲\n" + EXAMPLE).header()).containsEntry("[项目信息]项目名称", "甲");
    }

    private static String header(String zone) {
        return EXAMPLE.substring(0, EXAMPLE.indexOf("5,1.1306")).replace("带号=36", "带号=" + zone);
    }

    static List<String> codes(SiteFile site) {
        return site.warnings().stream().map(Problem::code).toList();
    }

    static SiteFile read(String text) {
        return read(text, null);
    }

    private static SiteFile read(String text, @Nullable Crs stated) {
        return SiteReader.read(text.getBytes(StandardCharsets.UTF_8), "a.txt", stated, InputLimits.SITE);
    }

    private static List<String> refused(String text, @Nullable Crs stated) {
        return catchThrowableOfType(InputRefused.class, () -> read(text, stated)).problems().stream()
                .map(Problem::code)
                .toList();
    }
}
