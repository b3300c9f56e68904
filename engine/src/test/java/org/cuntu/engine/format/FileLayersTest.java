package org.cuntu.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which layers a file holds is told by its heads; which one is read, somebody says. */
class FileLayersTest {
    @TempDir
    Path folder;

    private FileLayers layers(Path file) throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        FileLayers found = FileLayers.of(file, "base.zip", InputLimits.LAYER, work);
        assertThat(work).isEmptyDirectory();
        return found;
    }

    /** Two shapefiles of areas with two and one rows, the second without a table. */
    private Path twoShapefiles() throws IOException {
        Path file = folder.resolve("base.zip");
        Path parts = Files.createDirectories(folder.resolve("parts"));
        ShapefileMaker.write(parts, "a".getBytes(StandardCharsets.UTF_8), "b".getBytes(StandardCharsets.UTF_8));
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : new String[] {"folder/DLTB.shp", "folder/DLTB.dbf", "folder/DLTB.prj", "XZQ.shp"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(parts.resolve("a" + name.substring(name.length() - 4))));
                zip.closeEntry();
            }
        }
        return file;
    }

    @Test
    void theShapefilesOfAZipAreToldWithTheirRows() throws IOException {
        assertThat(layers(twoShapefiles()).layers())
                .containsExactly(
                        new SourceLayer("DLTB", 2L, Dimension.AREA), new SourceLayer("XZQ", null, Dimension.AREA));
    }

    @Test
    void ofSeveralOneIsToBeNamedInAnyCaseOfLetters() throws IOException {
        FileLayers held = layers(twoShapefiles());

        assertThat(held.chosen("dltb", "base.zip")).isEqualTo("DLTB");
        assertThat(refused(held, null)).isEqualTo("format.layer-needed DLTB, XZQ");
        assertThat(refused(held, "roads")).isEqualTo("format.layer-unknown DLTB, XZQ");
    }

    @Test
    void ofAFileWithoutLayersNoneIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[]}");
        FileLayers held = layers(file);

        assertThat(held.naming()).isEqualTo(FileLayers.Naming.NONE);
        assertThat(held.chosen(null, "a.geojson")).isNull();
        assertThat(refused(held, "roads")).isEqualTo("format.layer-unknown -");
    }

    private static String refused(FileLayers held, String wanted) {
        Problem problem = catchThrowableOfType(InputRefused.class, () -> held.chosen(wanted, "base.zip"))
                .problems()
                .getFirst();
        return problem.code() + " " + problem.args().get("names");
    }
}
