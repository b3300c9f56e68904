package org.cuntu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.HomeBusy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {
    @TempDir
    Path home;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Exit of(Throwable thrown) {
        Cli cli = new Cli(Map.of(), System.out, new PrintStream(err, true, StandardCharsets.UTF_8));
        cli.home = home;
        cli.lang = "en";
        return new Failures(cli).of(thrown);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void threeProblemsAreShownAndTheRestCounted() {
        List<Problem> problems = IntStream.rangeClosed(1, 5)
                .mapToObj(line -> Problem.refused("cli.no-port", Problem.Place.line("plot.txt", line)))
                .toList();
        assertThat(of(new InputRefused(problems))).isEqualTo(Exit.INPUT_REFUSED);
        assertThat(said())
                .contains("line 1", "line 2", "line 3", "… and 2 more.")
                .doesNotContain("line 4");
    }

    @Test
    void aProblemSaysWhatWhereAndWhatToDo() {
        of(new InputRefused(Problem.refused("cli.unknown-crs", Problem.Place.line("plot.txt", 7), "crs", "EPSG:1")));
        assertThat(said())
                .contains("✗ Unknown or unsupported coordinate system: EPSG:1.  [cli.unknown-crs]")
                .contains("where: plot.txt, line 7")
                .contains("to do: Write its EPSG number");
    }

    @Test
    void theCauseThatSaysMostCountsHoweverDeeplyItIsWrapped() {
        RuntimeException wrapped = new IllegalStateException(new RuntimeException(new HomeBusy(home)));
        assertThat(of(wrapped)).isEqualTo(Exit.BUSY);
        assertThat(said()).contains("[cli.home-busy]");
    }

    @Test
    void aHomeOfTheDemoIsNotAllowedToServe() {
        InputRefused guard = new InputRefused(Problem.refused("home.demo-marks", Problem.Place.UNKNOWN, "found", "x"));
        assertThat(of(new IllegalStateException(guard))).isEqualTo(Exit.NOT_ALLOWED);
    }

    @Test
    void theUnexpectedHasANumberAndItsTraceIsKeptInTheHome() throws Exception {
        assertThat(of(new ArithmeticException("seven"))).isEqualTo(Exit.UNEXPECTED);
        try (Stream<Path> logs = Files.list(home.resolve("logs"))) {
            Path log = logs.findFirst().orElseThrow();
            String incident = log.getFileName().toString().replaceAll("incident-(.*)\\.log", "$1");
            assertThat(said()).contains("incident " + incident).doesNotContain("ArithmeticException");
            assertThat(Files.readString(log)).contains("ArithmeticException: seven");
        }
    }

    @Test
    void withoutAHomeTheTraceIsSaidAndNothingIsWritten() {
        home = home.resolve("none");
        of(new ArithmeticException("seven"));
        assertThat(said()).contains("ArithmeticException: seven");
        assertThat(home).doesNotExist();
    }
}
