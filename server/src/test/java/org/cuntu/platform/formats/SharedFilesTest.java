package org.cuntu.platform.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cuntu.engine.format.FeatureReader;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.ReadOrder;
import org.cuntu.engine.format.SiteReader;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Every file of the shared data is read as it should be, or refused with its reason. What is expected is what ogrinfo of GDAL
 * 3.6 and the data's own README say of the files; none of it was taken from our readers.
 */
class SharedFilesTest {
    @TempDir
    Path work;

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvFileSource(resources = "/formats/shared-files.csv", delimiter = '|', useHeadersInDisplayName = false)
    void isReadOrRefusedWithItsReason(String file, @Nullable String layer, @Nullable String crs, String expected)
            throws IOException {
        Path path = shared().resolve(file);
        Crs stated = crs == null ? null : Crs.find(crs).orElseThrow();
        if (file.endsWith(".zip") || file.endsWith(".dxf"))
            Assumptions.assumeTrue(TestGdal.isInstalled(), "skipped: GDAL (gdal-bin) is not on this machine");
        assertThat(file.endsWith(".txt") ? site(path, stated) : layer(path, layer, stated))
                .isEqualTo(expected);
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void everyFileIsExpected() throws IOException {
        TreeSet<String> expected = new TreeSet<>();
        try (var lines = new java.io.BufferedReader(new java.io.InputStreamReader(
                SharedFilesTest.class.getResourceAsStream("/formats/shared-files.csv"),
                java.nio.charset.StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> expected.add(line.split("\\|")[0].strip()));
        }
        try (Stream<Path> files = Files.walk(shared())) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> shared().relativize(file).toString())
                            .filter(name -> !name.matches("README.md|.*\\.(dbf|prj|cpg|shx)"))
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static String site(Path file, @Nullable Crs stated) {
        try {
            var site = SiteReader.read(file, file.getFileName().toString(), stated, InputLimits.SITE);
            return site.plots().size() + " plots " + site.crs();
        } catch (InputRefused refused) {
            return codes(refused);
        }
    }

    private String layer(Path file, @Nullable String layer, @Nullable Crs stated) {
        ReadOrder order = new ReadOrder(stated, layer, false);
        try (FeatureReader reader =
                FeatureReader.open(file, file.getFileName().toString(), InputLimits.LAYER, work, order)) {
            int[] count = {0};
            TreeSet<String> names = new TreeSet<>();
            reader.forEach(feature -> {
                count[0]++;
                Object name = feature.values().getOrDefault("name", feature.values().get("NAME"));
                if (name != null) names.add(name.toString());
            });
            return count[0] + " features " + reader.crs() + " " + names.getFirst();
        } catch (InputRefused refused) {
            return codes(refused);
        }
    }

    private static String codes(InputRefused refused) {
        List<String> codes = refused.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.REFUSED)
                .map(Problem::code)
                .distinct()
                .toList();
        return String.join(" ", codes);
    }

    private static Path shared() {
        for (String up : List.of("../shared/data", "../../shared/data")) {
            Path folder = TestApplication.root().resolve(up).normalize();
            if (Files.isDirectory(folder)) return folder;
        }
        Assumptions.abort("skipped: ../shared/data is not on this machine");
        throw new IllegalStateException();
    }
}
