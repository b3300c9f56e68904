package org.cuntu.engine.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files made to take all time or memory are refused soon, with few problems. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {
    private static final String SQUARE = "[[109,24],[109.01,24],[109.01,24.01],[109,24.01],[109,24]]";

    @Test
    void thousandsOfPlotsOnOneGround() {
        String feature = "{\"type\":\"Polygon\",\"coordinates\":[" + SQUARE + "]}\n";

        assertThat(codes(feature.repeat(3_000), InputLimits.SITE))
                .hasSizeLessThan(110)
                .contains("shape.plots-overlap");
    }

    @Test
    void thousandsOfPlotsInEachOthersBoxes() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            double x = 109 + i * 1e-4;
            text.append("{\"type\":\"Polygon\",\"coordinates\":[[[")
                    .append(x)
                    .append(",24],[")
                    .append(x + 5e-5);
            text.append(",24],[").append(x + 0.5).append(",24.5],[").append(x).append(",24]]]}\n");
        }

        assertThat(read(text.toString().getBytes(UTF_8), InputLimits.SITE).plots())
                .hasSize(2_000);
    }

    @Test
    void aRingThatCrossesItselfAHundredMillionTimes() {
        StringBuilder ring = new StringBuilder();
        for (int i = 0; i < 10_000; i++)
            ring.append(i % 2 == 0 ? "[109," : "[109.1,").append(24 + i * 1e-5).append("],");
        for (int i = 0; i < 10_000; i++)
            ring.append("[").append(109 + i * 1e-5).append(i % 2 == 0 ? ",24]," : ",24.1],");
        String text = "{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "[109,24]]]}";

        assertThat(codes(text, InputLimits.SITE)).hasSizeLessThan(10).contains("shape.crosses-itself");
    }

    @Test
    void arraysOfNothing() {
        String text = "{\"type\":\"MultiPolygon\",\"coordinates\":[" + "[],".repeat(2_000) + "[]]}";

        assertThat(codes(text, new InputLimits(1 << 20, 1 << 20, 100, 1_000, 64)))
                .containsExactly("format.too-many-vertices");
    }

    @Test
    void geometriesOfNothing() {
        String text = "{\"type\":\"GeometryCollection\",\"geometries\":[" + "{},".repeat(2_000) + "{}]}";

        assertThat(codes(text, new InputLimits(1 << 20, 1 << 20, 100, 1_000, 64)))
                .containsExactly("format.too-many-vertices");
    }

    @Test
    void moreFieldsThanATableHas() {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < 3_000; i++)
            values.append(i == 0 ? "" : ",").append("\"f").append(i).append("\":1");
        String text = "{\"type\":\"Feature\",\"properties\":{" + values + "},\"geometry\":null}";

        assertThat(codes(text, InputLimits.SITE)).containsExactly("format.geojson.too-many-fields");
    }

    @Test
    void aMemberGivenTwice() {
        String text = "{\"type\":\"Polygon\",\"coordinates\":[" + SQUARE + "],\"coordinates\":[[]]}";

        assertThat(codes(text, InputLimits.SITE)).containsExactly("format.geojson.twice");
    }

    @Test
    void bracketsInBrackets() {
        String text = "{\"type\":\"Polygon\",\"coordinates\":" + "[".repeat(100_000);

        assertThat(codes(text, InputLimits.SITE)).containsExactly("format.geojson.coordinates");
        assertThat(codes("{\"a\":" + "[".repeat(100_000), InputLimits.SITE)).containsExactly("format.geojson.syntax");
    }

    @Test
    void headerLinesWithoutEnd() {
        StringBuilder text = new StringBuilder("[属性描述]\n");
        for (int i = 0; i < 20_000; i++) text.append("k").append(i).append("=1\n");

        assertThat(codes(text + "[地块坐标]\n1,1,1,1,面,,,,@\n", InputLimits.SITE))
                .containsExactly("format.txt.too-many-lines");
    }

    @Test
    void headsWithoutPoints() {
        String text = "[属性描述]\n坐标系=2000国家大地坐标系\n带号=36\n[地块坐标]\n" + "1,1,1,1,面,,,,@\n".repeat(500_000);

        assertThat(codes(text, InputLimits.SITE)).hasSize(100).containsOnly("format.txt.no-points");
    }

    @Test
    void anAreaOfAThousandMillionDigits() {
        String text = PlotTxtReaderTest.EXAMPLE.replace("1.1306", "1e999999999");

        assertThat(read(text.getBytes(UTF_8), InputLimits.SITE)
                        .plots()
                        .getFirst()
                        .stated())
                .isNull();
    }

    @Test
    void anArchiveOfAHundredThousandFiles() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 100_000; i++) zip.putNextEntry(new ZipEntry("f" + i));
        }

        assertThat(codes(out.toByteArray(), InputLimits.SITE)).containsExactly("format.zip.too-many");
    }

    private static List<String> codes(String text, InputLimits limits) {
        return codes(text.getBytes(UTF_8), limits);
    }

    private static List<String> codes(byte[] content, InputLimits limits) {
        InputRefused refused = catchThrowableOfType(InputRefused.class, () -> read(content, limits));
        return refused.problems().stream()
                .filter(p -> p.severity() == Problem.Severity.REFUSED)
                .map(Problem::code)
                .toList();
    }

    private static SiteFile read(byte[] content, InputLimits limits) {
        Crs stated = content[0] == '{' ? Crs.CGCS2000 : null;
        return SiteReader.read(content, "a", stated, limits);
    }
}
