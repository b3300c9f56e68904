package org.cuntu.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapefileTest {
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    private Path folder;

    private Path shp = Path.of("a.shp");

    @BeforeEach
    void twoPlots() throws IOException {
        shp = make(GBK);
    }

    private Path make(Charset charset) throws IOException {
        return ShapefileMaker.write(folder, "柳东".getBytes(charset), "官塘".getBytes(charset));
    }

    @ParameterizedTest
    @CsvSource({
        "GBK, GBK, ''",
        "GBK, '', ''",
        "UTF-8, UTF-8, ''",
        "UTF-8, '', ''",
        "GBK, 936, ''",
        "UTF-8, 65001, ''",
        "GBK, UTF-8, format.dbf.cpg-wrong",
        "UTF-8, GBK, format.dbf.cpg-wrong",
        "GBK, nonsense, format.dbf.cpg-wrong",
        "GBK, ISO-8859-1, format.dbf.cpg-wrong"
    })
    void chineseNamesWhateverTheCpgSays(String written, String cpg, String warning) throws IOException {
        make(Charset.forName(written));
        if (!cpg.isEmpty()) Files.writeString(folder.resolve("a.cpg"), cpg);
        SiteFile site = read(null);
        assertThat(site.plots()).extracting(Plot::name).containsExactly("柳东", "官塘");
        assertThat(PlotTxtReaderTest.codes(site)).isEqualTo(warning.isEmpty() ? List.of() : List.of(warning));
    }

    @Test
    void aCharacterCutByTheEndOfAFullFieldIsDropped() throws IOException {
        ShapefileMaker.write(
                folder,
                Arrays.copyOf("柳东新".getBytes(StandardCharsets.UTF_8), 8),
                "官塘".getBytes(StandardCharsets.UTF_8));
        assertThat(read(null).plots()).extracting(Plot::name).containsExactly("柳东", "官塘");
    }

    @Test
    void withoutPrjTheSystemIsAskedForAndWhatTheUserStatesIsTaken() throws IOException {
        Files.delete(folder.resolve("a.prj"));
        assertThat(refused(null)).containsExactly("format.crs-unknown");
        assertThat(read(Crs.CGCS2000).crs()).isEqualTo(Crs.CGCS2000);
    }

    @Test
    void aStatedSystemThatContradictsThePrjIsRefused() {
        assertThat(refused(Crs.zone(36, 3, true))).containsExactly("format.crs-contradicts");
    }

    @Test
    void degreesStatedToBeAPlaneAreFoundOut() throws IOException {
        Files.delete(folder.resolve("a.prj"));
        assertThat(refused(Crs.zone(36, 3, true))).contains("shape.far-from-zone");
    }

    @Test
    void withoutTableThePlotsAreNumbered() throws IOException {
        Files.delete(folder.resolve("a.dbf"));
        SiteFile site = read(null);
        assertThat(site.plots()).extracting(Plot::number).containsExactly("1", "2");
        assertThat(PlotTxtReaderTest.codes(site)).containsExactly("format.shp.no-dbf");
    }

    @Test
    void neighboursAreFoundInAnyCase() throws IOException {
        Files.move(folder.resolve("a.dbf"), folder.resolve("A.DBF"));
        assertThat(read(null).plots()).extracting(Plot::name).containsExactly("柳东", "官塘");
    }

    @Test
    void bytesHaveNoNeighbours() throws IOException {
        SiteFile site = SiteReader.read(Files.readAllBytes(shp), "a.shp", Crs.CGCS2000, InputLimits.SITE);
        assertThat(site.plots()).hasSize(2);
    }

    @Test
    void aLayerThatDoesNotLieWhereItSaysIsRefused() throws IOException {
        Files.delete(folder.resolve("a.prj"));
        try (FeatureReader reader =
                FeatureReader.open(shp, "a.shp", Crs.zone(36, 3, true), InputLimits.LAYER, folder)) {
            InputRefused refused = catchThrowableOfType(InputRefused.class, () -> reader.forEach(f -> {}));
            assertThat(refused.problems()).extracting(Problem::code).containsOnly("shape.far-from-zone");
        }
    }

    private SiteFile read(@org.jspecify.annotations.Nullable Crs stated) {
        return SiteReader.read(shp, "a.shp", stated, InputLimits.SITE);
    }

    private List<String> refused(@org.jspecify.annotations.Nullable Crs stated) {
        return catchThrowableOfType(InputRefused.class, () -> read(stated)).problems().stream()
                .map(Problem::code)
                .toList();
    }
}
