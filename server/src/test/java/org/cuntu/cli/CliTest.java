package org.cuntu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"demo", "serve", "review", "import", "export", "backup", "restore", "bench", "test", "help", "version"})
    void helpListsWhatIsThere(String verb) {
        assertThat(Command.run("help", "--lang", "en").out())
                .containsPattern("(?m)^  " + verb + " ");
    }

    @Test
    void withoutAVerbTheHelpIsTheResult() {
        assertThat(Command.run().out()).isEqualTo(Command.run("help").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void aVerbToldToHelpShowsItsOptionsAndDoesNothing(String asked) {
        Command told = Command.run("demo", "--prepare", asked, "--lang", "en");

        assertThat(told.out())
                .isEqualTo(Command.run("help", "demo", "--lang", "en").out());
        assertThat(Command.run(asked).out()).isEqualTo(Command.run("help").out());
    }

    @Test
    void helpOfAVerbShowsItsOptions() {
        assertThat(Command.run("help", "review", "--lang", "en").out())
                .contains("--format", "--out", "--crs", "--kind", "--as-of", "--known", "--applied-on")
                .contains("--replay", "--store", "--home", "--lang", "--quiet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviw", "--unknown", "review --format docx x.txt", "review --as-of yesterday x.txt"})
    void wrongUsageGoesToStderrWithStatus2(String line) {
        Command command = Command.run(line.split(" "));
        assertThat(command.exit()).isEqualTo(Exit.WRONG_USAGE);
        assertThat(command.out()).isEmpty();
        assertThat(command.err()).startsWith("✗ ").contains("办法:");
    }

    @Test
    void aMistypedVerbIsToldItsNearest() {
        assertThat(Command.run("reviw").err()).contains("review");
    }

    @Test
    void reviewWithoutAFileIsWrongUsage() {
        assertThat(Command.run("review").exit()).isEqualTo(Exit.WRONG_USAGE);
    }

    @Test
    void reviewOfAFileThatIsNotThereIsRefusedInput() {
        Command command = Command.run("review", folder.resolve("none.txt").toString(), "--lang", "en");
        assertThat(command.exit()).isEqualTo(Exit.INPUT_REFUSED);
        assertThat(command.err()).contains("none.txt", "[cli.no-such-file]");
    }

    @Test
    void severalFilesNeedAFolderForTheirReports() throws Exception {
        Path one = Files.writeString(folder.resolve("one.txt"), "");
        Path two = Files.writeString(folder.resolve("two.txt"), "");
        Command command = Command.run("review", one.toString(), two.toString(), "--format", "pdf");
        assertThat(command.exit()).isEqualTo(Exit.WRONG_USAGE);
        assertThat(command.err()).contains("[cli.out-needs-folder]");
    }

    @Test
    void replayTakesNoFile() throws Exception {
        Path one = Files.writeString(folder.resolve("one.txt"), "");
        Command command = Command.run("review", one.toString(), "--replay", "r-1");
        assertThat(command.err()).contains("[cli.replay-or-file]");
    }

    @Test
    void answersAreChineseUnlessEnglishIsAskedFor() {
        assertThat(Command.in(Map.of(), "help").out()).startsWith("用法");
        assertThat(Command.in(Map.of("LANG", "en_GB.UTF-8"), "help").out()).startsWith("Usage");
        assertThat(Command.in(Map.of("LANG", "en_GB.UTF-8"), "help", "--lang", "zh")
                        .out())
                .startsWith("用法");
        assertThat(Command.in(Map.of(), "--lang=en", "help").out()).startsWith("Usage");
    }

    @Test
    void versionNamesProductAndVersionOfResults() {
        assertThat(Command.run("version", "--lang", "en").out())
                .startsWith("Cuntu (寸土) ")
                .contains("version of results 1");
    }

    @Test
    void homeIsTheOptionThenTheVariableThenTheCheckout() {
        Cli cli = new Cli(Map.of("CUNTU_HOME", folder.toString()), System.out, System.err);
        assertThat(cli.home()).isEqualTo(folder.toAbsolutePath());
        cli.home = folder.resolve("stated");
        assertThat(cli.home()).isEqualTo(folder.resolve("stated").toAbsolutePath());
        assertThat(new Cli(Map.of(), System.out, System.err).home())
                .isEqualTo(Cli.root().resolve(".cuntu"));
    }
}
