package org.cuntu.core.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.YamlFile;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case of testdata/matters-hostile changes one good folder; it is refused with what it tried. */
class HostileMattersTest {
    private static final Path CASES = TestApplication.root().resolve("testdata/matters-hostile");
    private static final Path CITY = TestApplication.root().resolve("city/liuzhou/matters");

    private final MatterReader reader = TestApplication.onH2().bean(MatterReader.class);

    @TempDir
    Path root;

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isRefusedWithWhatItTried(String name) throws IOException {
        YamlFile.Node hostile = YamlFile.read(CASES.resolve(name)).root();
        String base = hostile.findText("base").orElse("plan-conditions");
        Path folder = root.resolve(hostile.findText("folder").orElse(base));
        copy(CITY.resolve(base), folder);
        change(folder, hostile);

        assertThatThrownBy(() -> MatterFolders.read(root, reader))
                .isInstanceOfSatisfying(InputRefused.class, refused -> {
                    List<Problem> about = refused.problems().stream()
                            .filter(problem -> problem.code().equals(hostile.text("refused")))
                            .toList();
                    assertThat(about).as("%s", refused.problems()).isNotEmpty();
                    assertThat(said(about)).contains(hostile.text("says"));
                });
    }

    @Test
    void folderThatNothingWasDoneToIsTaken() throws IOException {
        for (String code : List.of("plan-conditions", "rural-house", "site-preexamination", "land-use-permit"))
            copy(CITY.resolve(code), root.resolve(code));
        copy(CITY.resolve("project-pack"), root.resolve("project-pack"));

        assertThat(MatterFolders.read(root, reader).matters()).hasSize(5);
    }

    private static String said(List<Problem> problems) {
        StringBuilder said = new StringBuilder();
        for (Problem problem : problems)
            said.append(problem.where(Locale.ENGLISH)).append(' ').append(problem.what(Locale.ENGLISH));
        return said.toString();
    }

    private static void change(Path folder, YamlFile.Node hostile) throws IOException {
        String name = hostile.findText("file").orElse("");
        if (name.isEmpty()) return;
        Path file = folder.resolve(name);
        String replace = hostile.findText("replace").orElse("");
        if (!replace.isEmpty()) {
            String text = Files.readString(file);
            assertThat(text).contains(replace);
            Files.writeString(file, text.replace(replace, hostile.text("with")));
        } else if (hostile.findText("link").isPresent()) Files.createSymbolicLink(file, Path.of(hostile.text("link")));
        else if (hostile.findText("text").isPresent()) Files.writeString(file, hostile.text("text"));
        else Files.write(file, new byte[hostile.integer("bytes", 0)]);
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) Files.createDirectories(target);
                else Files.copy(path, target);
            }
        }
    }
}
