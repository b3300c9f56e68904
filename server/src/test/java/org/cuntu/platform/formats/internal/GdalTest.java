package org.cuntu.platform.formats.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.engine.format.ForeignFormat;
import org.cuntu.engine.format.SourceLayer;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.tasks.TaskCancelled;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other people's programs behind a wall; scripts of our own stand for GDAL where its behaviour must be bad. */
class GdalTest {
    @TempDir
    Path folder;

    @Test
    void withoutGdalTheRefusalNamesTheRemedy() throws Exception {
        GdalFormat format = new GdalFormat(Gdal.look(folder.toString()), Duration.ofMinutes(1));

        InputRefused refused = refused(format, Files.createFile(folder.resolve("a.dxf")));

        assertThat(refused.problems()).extracting(Problem::code).containsExactly("format.gdal-missing");
        assertThat(refused.problems().getFirst().todo(java.util.Locale.ENGLISH)).contains("apt install gdal-bin");
    }

    @Test
    void aProgramThatNeverEndsIsKilledAndLeavesNothing() throws Exception {
        GdalFormat format = new GdalFormat(Optional.of(standIn("exec sleep 600")), Duration.ofMillis(300));

        InputRefused refused = refused(format, Files.createFile(folder.resolve("a.dxf")));

        assertThat(refused.problems()).extracting(Problem::code).containsExactly("format.gdal-late");
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void whenNobodyWaitsForItAnyMoreTheProgramIsEndedAtOnceAndLeavesNothing() throws Exception {
        Path pid = folder.resolve("pid");
        GdalFormat format =
                new GdalFormat(Optional.of(standIn("echo $$ > " + pid + "; exec sleep 600")), Duration.ofMinutes(20));
        Path file = Files.createFile(folder.resolve("a.dxf"));
        Path work = Files.createDirectories(folder.resolve("work"));
        Runnable cancelled = () -> {
            if (Files.exists(pid)) throw new TaskCancelled();
        };

        assertThatThrownBy(() -> format.open(ForeignFormat.Kind.DXF, file, "a.dxf", null, work, cancelled))
                .isInstanceOf(TaskCancelled.class);

        long process = Long.parseLong(Files.readString(pid).strip());
        assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void whatIsSaidOfTheLayersOfAGeodatabaseIsReadWithTheirGeometryAndCount() {
        List<SourceLayer> layers = GdalListing.layers("""
                INFO: Open of `source.gdb'
                      using driver `OpenFileGDB' successful.

                Layer name: 地类图斑
                Geometry: 3D Multi Polygon
                Feature Count: 1234
                Extent: (109.0, 24.0) - (110.0, 25.0)
                Geometry Column = SHAPE
                Geometry: String (10.0)
                Layer name: 附表
                Geometry: None
                Feature Count: 5
                Layer name: XZQJX
                Geometry: Multi Line String
                Feature Count: 7
                Layer name: mixed
                Geometry: Unknown (any)
                Feature Count: 0
                """);

        assertThat(layers)
                .containsExactly(
                        new SourceLayer("地类图斑", 1234L, Dimension.AREA),
                        new SourceLayer("XZQJX", 7L, Dimension.LINE),
                        new SourceLayer("mixed", 0L, null));
    }

    @Test
    void whatAFailingProgramSaysIsToldWithoutItsSourcesAndOurPaths() throws Exception {
        GdalFormat format = new GdalFormat(
                Optional.of(
                        standIn("echo \"ERROR 1: ./ogr/dxf/source.cpp, 312: error in /some/where/a.dxf\" >&2; exit 1")),
                Duration.ofMinutes(1));

        InputRefused refused = refused(format, Files.createFile(folder.resolve("a.dxf")));

        assertThat(refused.problems().getFirst().args().get("said")).isEqualTo("error in …");
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void theProgramSeesNothingOfOurEnvironmentAndHasALimitOfMemory() throws Exception {
        Gdal gdal = standIn("env; ulimit -v");

        Gdal.Run run = gdal.run(
                new Gdal.Order(gdal.ogr2ogr(), List.of(), List.of("DXF"), Map.of()),
                Files.createDirectories(folder.resolve("work")),
                Duration.ofMinutes(1),
                () -> {});

        assertThat(run.out())
                .contains("PROJ_NETWORK=OFF", "OGR_SKIP=PostgreSQL,WFS")
                .contains("\n2097152\n");
        assertThat(run.out().lines().filter(line -> line.startsWith("PATH=") || line.startsWith("JAVA")))
                .allMatch(line -> !line.contains(System.getenv("PATH")));
    }

    @Test
    void theInstalledOneNamesItsVersionAndFormats() {
        Gdal gdal = Gdal.find().orElse(null);
        Assumptions.assumeTrue(gdal != null, "skipped: GDAL (gdal-bin) is not on this machine");
        assertThat(gdal.version()).matches("[0-9]+\\.[0-9.]+");
        assertThat(gdal.formats()).contains("GPKG", "DXF", "OpenFileGDB", "ESRI Shapefile", "PostgreSQL");
    }

    /** Two programs of one script. */
    private Gdal standIn(String script) throws Exception {
        Path program = folder.resolve("program");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        File file = program.toFile();
        assertThat(file.setExecutable(true)).isTrue();
        return new Gdal(program, program, "0", List.of("DXF", "PostgreSQL", "WFS"));
    }

    private InputRefused refused(GdalFormat format, Path file) throws Exception {
        Path work = Files.createDirectories(folder.resolve("work"));
        return catchThrowableOfType(
                InputRefused.class, () -> format.open(ForeignFormat.Kind.DXF, file, "a.dxf", null, work, () -> {}));
    }
}
