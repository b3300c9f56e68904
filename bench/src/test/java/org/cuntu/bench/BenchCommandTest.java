package org.cuntu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.cuntu.bench.result.Row;
import org.cuntu.bench.result.RowsJson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aTinyRunAgainstJtsGivesItsRowsAndTheAnswersAgree() {
        List<Row> rows = rows("--peers", "jts");
        assertThat(rows)
                .extracting(Row::name)
                .containsExactly(
                        "site × 5 layers, areas, p50",
                        "site × 5 layers, every outline, p99",
                        "topology of a layer",
                        "snapshot, coordinates on the 1e-9° grid",
                        "snapshot, other coordinates",
                        "open five snapshots, first answer",
                        "open five snapshots new to the process, first answer",
                        "growth of a site's p50",
                        "heap beside the maps, everything above");
        assertThat(rows).allMatch(Row::agrees);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("what ").contains("JTS, containment shortcut");
    }

    @Test
    @Tag("postgres")
    void aTinyRunAgainstPostgisAgreesInEveryAreaAndLeavesNothing() {
        List<Row> rows = rows("--peers", "postgis");
        assertThat(rows)
                .filteredOn(row -> row.name().startsWith("site") || row.name().startsWith("class matrix"))
                .hasSize(6)
                .allMatch(Row::agrees);
        assertThat(rows)
                .extracting(Row::name)
                .contains("tiles z12", "tiles z15", "bare import", "import with every polygon checked");
    }

    @Test
    void anUnknownOptionIsWrongUsageAndNothingIsMeasured() {
        assertThat(run("--ful")).isEqualTo(2);
        assertThat(run("--peers", "oracle")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--ful", "to do: see ./cuntu help bench");
    }

    @Test
    void helpNamesTheOptionsInBothLanguages() {
        assertThat(run("--help")).isZero();
        assertThat(run("--help", "--lang", "zh")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--full", "--json", "--doc", "One million", "一百万");
    }

    private List<Row> rows(String... more) {
        Path json = folder.resolve("rows.json");
        String[] arguments = new String[more.length + 3];
        System.arraycopy(more, 0, arguments, 0, more.length);
        System.arraycopy(new String[] {"--tiny", "--json", json.toString()}, 0, arguments, more.length, 3);
        assertThat(run(arguments))
                .as(() -> err.toString(StandardCharsets.UTF_8))
                .isZero();
        return RowsJson.read(json);
    }

    private int run(String... arguments) {
        return BenchCommand.run(
                "en",
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }
}
