package org.cuntu.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Lines and points are written and read with every digit, and what is of another kind is refused with its name. */
class ThinLayersTest {
    private static final String LINE = "LINESTRING (109.1 24.1, 109.2 24.2, 109.30000001 24.1)";
    private static final String LINES = "MULTILINESTRING ((109.1 24.1, 109.2 24.2), (109.3 24.3, 109.4 24.4))";
    private static final String POINT = "POINT (109.123456789 24.1)";
    private static final String POINTS = "MULTIPOINT ((109.1 24.1), (109.2 24.2))";
    private static final String AREA = "POLYGON ((109.1 24.1, 109.2 24.1, 109.2 24.2, 109.1 24.1))";

    @TempDir
    Path folder;

    /** What this library writes by itself. */
    enum Format {
        GEOJSON,
        FLATGEOBUF,
        CSV,
        SHAPEFILE
    }

    @ParameterizedTest
    @EnumSource
    void linesComeBackAsTheyWere(Format format) throws Exception {
        assertThat(back(written(format, Dimension.LINE, LINE, LINES), Dimension.LINE))
                .containsExactly(LINE, LINES);
    }

    @ParameterizedTest
    @EnumSource
    void pointsComeBackAsTheyWere(Format format) throws Exception {
        assertThat(back(written(format, Dimension.POINT, POINT, POINTS), Dimension.POINT))
                .containsExactly(POINT, POINTS);
    }

    @ParameterizedTest
    @EnumSource
    void areasAreRefusedWhereLinesAreWanted(Format format) throws Exception {
        assertThat(refused(written(format, Dimension.AREA, AREA), Dimension.LINE))
                .matches("(?i)format.not-a-line (Multi)?Polygon");
    }

    @ParameterizedTest
    @EnumSource
    void linesAreRefusedWhereAreasOrPointsAreWanted(Format format) throws Exception {
        Path file = written(format, Dimension.LINE, LINE);

        assertThat(refused(file, Dimension.AREA)).startsWith("format.not-an-area ");
        assertThat(refused(file, Dimension.POINT)).startsWith("format.not-a-point ");
    }

    @Test
    void aTableWithAPointARowIsALayerOfPoints() throws Exception {
        Path file = Files.writeString(
                folder.resolve("a.csv"), "KZDMC,lon,lat,SRID\n甲,109.1,24.1,4490\n乙,109.2,24.2,4490\n");

        assertThat(back(file, Dimension.POINT)).containsExactly("POINT (109.1 24.1)", "POINT (109.2 24.2)");
        assertThat(refused(file, Dimension.AREA)).isEqualTo("format.not-an-area Point");
    }

    @Test
    void anArcBecomesALineOfChords() throws Exception {
        Path file = Files.writeString(
                folder.resolve("a.csv"), "WKT,SRID\n\"CIRCULARSTRING (109.1 24.1, 109.2 24.2, 109.3 24.1)\",4490\n");

        Geometry line = new WKTReader().read(back(file, Dimension.LINE).getFirst());

        assertThat(line.getGeometryType()).isEqualTo("LineString");
        assertThat(line.getNumPoints()).isGreaterThan(100);
        // every point as far from the middle of the circle as the three that were given
        assertThat(Arrays.stream(line.getCoordinates())
                        .mapToDouble(c -> Math.hypot(c.x - 109.2, c.y - 24.1))
                        .map(radius -> Math.abs(radius - 0.1)))
                .allMatch(off -> off < 1e-9);
    }

    @Test
    void aLineOfOnePointIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "WKT,SRID\n\"LINESTRING (109.1 24.1)\",4490\n");

        assertThat(refused(file, Dimension.LINE)).startsWith("format.line-short");
    }

    private Path written(Format format, Dimension dimension, String... shapes) throws ParseException {
        List<Geometry> geometries = new ArrayList<>();
        for (String shape : shapes) geometries.add(new WKTReader().read(shape));
        LayerContent content = new LayerContent(
                "layer",
                "layer",
                List.of(new Field("BSM", Field.Type.TEXT, "BSM", "BSM")),
                Crs.CGCS2000,
                shapes.length,
                row -> geometries.forEach(shape -> row.take(shape, List.of("1"))),
                dimension);
        Path file = folder.resolve(format.name());
        switch (format) {
            case GEOJSON -> GeoJsonLayer.write(content, file);
            case FLATGEOBUF -> FgbLayer.write(content, file);
            case CSV -> CsvLayer.write(content, file);
            case SHAPEFILE -> ShapefileLayer.write(content, LocalDate.EPOCH, file);
        }
        return file;
    }

    /** As well-known text; what has one part as that part. */
    private List<String> back(Path file, Dimension dimension) throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        List<String> shapes = new ArrayList<>();
        try (FeatureReader reader = FeatureReader.open(file, "a", InputLimits.LAYER, work, order(dimension))) {
            reader.forEach(feature -> shapes.add(feature.geometry().toText()));
        }
        assertThat(work).isEmptyDirectory();
        return shapes;
    }

    private static ReadOrder order(Dimension dimension) {
        return new ReadOrder(null, null, false, dimension, () -> {});
    }

    private String refused(Path file, Dimension dimension) {
        Problem problem = catchThrowableOfType(InputRefused.class, () -> back(file, dimension))
                .problems()
                .getFirst();
        return problem.code() + " " + problem.args().getOrDefault("kind", "");
    }
}
