package org.cuntu.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cuntu.bench.result.Row.Ratio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class RowsJsonTest {
    private static final Row PAIR = Row.of(
            "site",
            "1 site",
            "ms",
            "PostGIS plain",
            List.of(new Round(new double[] {0.5}, new double[] {50}, 1.5)),
            0,
            Ratio.LOWER_IS_BETTER,
            Goal.times(90, 140),
            true);
    private static final Row ALONE = Row.alone("open", "1k", "ms", new double[] {12}, Goal.atMost(50, 20), 0.25);

    @TempDir
    Path folder;

    @Test
    void theShapeIsTheOneOfTheIssue() {
        JsonNode row =
                new ObjectMapper().readTree(RowsJson.write(List.of(PAIR))).get(0);
        assertThat(row.get("name").asString()).isEqualTo("site");
        assertThat(row.get("size").asString()).isEqualTo("1 site");
        assertThat(row.get("unit").asString()).isEqualTo("ms");
        assertThat(row.get("ours").toString()).isEqualTo("{\"min\":0.5,\"median\":0.5,\"max\":0.5}");
        assertThat(row.get("peer").toString())
                .isEqualTo("{\"name\":\"PostGIS plain\",\"min\":50.0,\"median\":50.0,\"max\":50.0}");
        assertThat(row.get("ratio").asDouble()).isEqualTo(100);
        assertThat(row.get("goal").asDouble()).isEqualTo(90);
        assertThat(row.get("aim").asDouble()).isEqualTo(140);
        assertThat(row.get("agrees").asBoolean()).isTrue();
        assertThat(row.get("load").asDouble()).isEqualTo(1.5);
    }

    @Test
    void withoutAPeerThereIsNoRatio() {
        JsonNode row =
                new ObjectMapper().readTree(RowsJson.write(List.of(ALONE))).get(0);
        assertThat(row.get("peer").isNull()).isTrue();
        assertThat(row.get("ratio").isNull()).isTrue();
    }

    @Test
    void whatWasWrittenIsReadAgain() throws Exception {
        Path file = Files.writeString(folder.resolve("rows.json"), RowsJson.write(List.of(PAIR, ALONE)));
        assertThat(RowsJson.read(file)).containsExactly(PAIR, ALONE);
    }

    @Test
    void documentHasMachineDateRowsAndSaysWhenTheMachineWasLoaded() {
        Machine machine = new Machine(2, "a processor", 24, "Linux", "JDK 25");
        String quiet = Document.of(List.of(PAIR), machine, "./cuntu bench", "2026-11-26", List.of("GEOS 3.11.1"));
        assertThat(quiet)
                .contains("2026-11-26: 2 cores (a processor), 24 GB, Linux; JDK 25; GEOS 3.11.1")
                .contains(
                        "| site | 1 site | 0.500 ms | PostGIS plain 50.0 | ×100 | ≥ ×90 | ≥ ×140 | must | yes | 1.50 |")
                .contains("the machine was the bench's own");
        Row busy = Row.alone("open", "1k", "ms", new double[] {12}, Goal.atMost(50, 20), 9);
        assertThat(Document.of(List.of(busy), machine, "./cuntu bench", "2026-11-26", List.of()))
                .contains("**The machine was loaded by others**");
    }
}
