package org.cuntu.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each small bad file under testdata/robust is refused with the code of expected.csv, in words, in both languages. */
class RobustFilesTest {
    static Stream<String> files() throws IOException {
        return Files.readAllLines(TestFiles.own("robust/expected.csv")).stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedWithItsReason(String line) {
        String[] row = line.split(",");
        InputRefused refused = refusal(TestFiles.own("robust/" + row[0]), row[0]);
        Problem first = refused.problems().getFirst();
        assertThat(first.code()).isEqualTo(row[1]);
        assertThat(refused.problems())
                .filteredOn(p -> p.severity() == Problem.Severity.REFUSED)
                .extracting(Problem::code)
                .containsOnly(row[1]);
        for (Locale language : new Locale[] {Locale.CHINA, Locale.ENGLISH}) {
            assertThat(first.what(language)).isNotBlank().isNotEqualTo(row[1]).doesNotContain("{", "}");
            assertThat(first.todo(language)).isNotBlank().isNotEqualTo(row[1]).doesNotContain("{", "}");
            assertThat(first.where(language)).contains(row[0]);
        }
    }

    @Test
    void everyFileIsExpected() throws IOException {
        try (Stream<Path> files = Files.list(TestFiles.own("robust"))) {
            assertThat(files.map(f -> f.getFileName().toString()).filter(f -> !f.equals("expected.csv")))
                    .containsExactlyInAnyOrderElementsOf(
                            files().map(l -> l.split(",")[0]).toList());
        }
    }

    @Test
    void aFileOverTheLimitIsRefusedUnread() {
        InputLimits tiny = new InputLimits(100, 1000, 100, 10, 64);
        InputRefused refused =
                catchThrowableOfType(InputRefused.class, () -> SiteReader.read(new byte[101], "big.txt", null, tiny));
        assertThat(refused.problems()).extracting(Problem::code).containsExactly("format.too-large");
    }

    @Test
    void tooManyVerticesAreRefused() {
        InputLimits few = new InputLimits(1 << 20, 1 << 20, 100, 4, 64);
        for (String name : new String[] {"figure-eight.txt", "figure-eight.geojson", "nan.shp"}) {
            InputRefused refused = catchThrowableOfType(
                    InputRefused.class,
                    () -> SiteReader.read(
                            TestFiles.own("robust/" + name), name, org.cuntu.engine.geometry.Crs.CGCS2000, few));
            assertThat(refused.problems()).extracting(Problem::code).contains("format.too-many-vertices");
        }
    }

    private static InputRefused refusal(Path file, String name) {
        // a bare .shp has no neighbours here: the system is stated, so that the damage alone is found
        var stated = name.endsWith(".shp") ? org.cuntu.engine.geometry.Crs.CGCS2000 : null;
        return catchThrowableOfType(InputRefused.class, () -> SiteReader.read(file, name, stated, InputLimits.SITE));
    }
}
