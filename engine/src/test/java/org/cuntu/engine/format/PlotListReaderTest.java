package org.cuntu.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of plots that are each a site of its own. */
class PlotListReaderTest {
    private static final String GEOJSON = """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4490"}},"features":[
            {"type":"Feature","properties":{"DKBH":"A1","DKMC":"one"},"geometry":{"type":"Polygon","coordinates":[[[109.4,24.3],[109.401,24.3],[109.401,24.301],[109.4,24.3]]]}},
            {"type":"Feature","properties":{"DKBH":"A2"},"geometry":{"type":"Point","coordinates":[109.4,24.3]}},
            {"type":"Feature","properties":{"DKBH":"A3"},"geometry":{"type":"Polygon","coordinates":[[[109.4,24.3],[109.401,24.301],[109.401,24.3],[109.4,24.301],[109.4,24.3]]]}},
            {"type":"Feature","properties":{"DKBH":"A4"},"geometry":{"type":"Polygon","coordinates":[[[109.4,24.3],[109.401,24.3],[109.401,24.301],[109.4,24.3]]]}}
            ]}
            """;

    @TempDir
    Path folder;

    @Test
    void plotsThatLieOnEachOtherAreBothSitesOfTheirOwn() throws IOException {
        assertThat(said(read("plots.geojson", GEOJSON))).contains("A1 sound", "A4 sound");
    }

    @Test
    void aFeatureThatIsNoAreaIsAnEntryInItsPlace() throws IOException {
        assertThat(said(read("plots.geojson", GEOJSON)))
                .containsExactly("A1 sound", "A2 format.not-an-area", "A3 shape.crosses-itself", "A4 sound");
    }

    @Test
    void aTxtPlotWithAWrongNumberDoesNotStopTheOthers() throws IOException {
        String text = PlotTxtReaderTest.EXAMPLE.replace("J2,1,2689331.438", "J2,1,268933x.438");

        assertThat(said(read("plots.txt", text))).containsExactly("1 format.txt.number", "2 sound");
    }

    @Test
    void aTxtPlotFarAwayDoesNotStopTheOthers() throws IOException {
        String text = PlotTxtReaderTest.EXAMPLE.replace("J3,1,2689301.112,36642266.305", "J3,1,12,36642266.305");

        assertThat(said(read("plots.txt", text))).containsExactly("1 format.txt.implausible", "2 sound");
    }

    @Test
    void aPlotOfATxtIsTheSameAsInASite() throws IOException {
        Path file = write("plots.txt", PlotTxtReaderTest.EXAMPLE);

        List<Plot> site =
                SiteReader.read(file, "plots.txt", null, InputLimits.SITE).plots();

        assertThat(read("plots.txt", PlotTxtReaderTest.EXAMPLE).entries().stream()
                        .map(PlotList.Entry::plot)
                        .map(plot -> plot.shape().geometry()))
                .isEqualTo(site.stream().map(plot -> plot.shape().geometry()).toList());
    }

    @Test
    void aFileWithoutASystemAsksForItOnce() {
        String text = PlotTxtReaderTest.EXAMPLE.replace("坐标系=2000国家大地坐标系\n", "");

        InputRefused refused = catchThrowableOfType(InputRefused.class, () -> read("plots.txt", text));

        assertThat(refused.problems()).extracting(Problem::code).containsExactly("format.crs-unknown");
    }

    @Test
    void aFileWithoutASoundPlotIsRefused() {
        String text = GEOJSON.replace("Polygon", "LineString");

        InputRefused refused = catchThrowableOfType(InputRefused.class, () -> read("plots.geojson", text));

        assertThat(refused.problems()).hasSize(4);
    }

    private static List<String> said(PlotList list) {
        return list.entries().stream()
                .map(e -> e.number() + " "
                        + (e.plot() != null ? "sound" : e.problems().getFirst().code()))
                .toList();
    }

    private PlotList read(String name, String text) throws IOException {
        return PlotListReader.read(write(name, text), name, null, InputLimits.SITE);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
