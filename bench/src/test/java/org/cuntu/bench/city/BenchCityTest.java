package org.cuntu.bench.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;

class BenchCityTest {
    private static final BenchCity SMALL = new BenchCity(1, 1_000, true, 0.02);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everyShapeIsValid(BenchLayer layer) {
        for (ShapeFile.Entry entry : entries(SMALL, layer))
            assertThat(new IsValidOp(entry.geometry()).getValidationError())
                    .as("%s %d", layer, entry.id())
                    .isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void surveyHasNeitherGapNorOverlap(long seed) {
        BenchCity city = new BenchCity(seed, 1_000, true, 1);
        Geometry[] patches = entries(city, BenchLayer.SURVEY).stream()
                .map(ShapeFile.Entry::geometry)
                .toArray(Geometry[]::new);
        assertThat(CoverageValidator.isValid(patches)).isTrue();
        double sum = 0;
        for (Geometry patch : patches) sum += patch.getArea();
        Extent extent = city.extent();
        double whole = (extent.east() - extent.west()) * (extent.north() - extent.south());
        assertThat(sum / whole).isCloseTo(1, within(1e-12));
    }

    @Test
    void surveyHasTheCountAndTheVerticesOfARealOne() {
        List<Shape> patches = new ArrayList<>();
        BenchCity.of(1, 10_000).make(BenchLayer.SURVEY, patches::add);
        assertThat(patches.size()).isBetween(9_500, 10_500);
        assertThat(patches.stream().mapToInt(Shape::vertices).average().orElseThrow())
                .isBetween(58.0, 72.0);
        assertThat(patches.stream().filter(p -> p.code().startsWith("01")).count() / (double) patches.size())
                .isBetween(0.15, 0.28);
        assertThat(patches.stream().filter(p -> p.polygons()[0].length > 1)).isNotEmpty();
    }

    @Test
    void redLinesAreFiftySixWithSomeOfTwoHundredThousandVerticesAndHoles() {
        List<Integer> vertices = new ArrayList<>();
        int[] holes = {0};
        BenchCity.of(1, 1_000).make(BenchLayer.RED_LINES, shape -> {
            vertices.add(shape.vertices());
            for (double[][] rings : shape.polygons()) holes[0] += rings.length - 1;
        });
        assertThat(vertices).hasSize(56);
        assertThat(vertices.stream().filter(n -> n > 180_000)).hasSize(4);
        assertThat(holes[0]).isGreaterThan(56);
    }

    @Test
    void farmlandIsTheSurveysFarmlandToTheBit() {
        List<ShapeFile.Entry> survey = entries(SMALL, BenchLayer.SURVEY);
        for (ShapeFile.Entry farmland : entries(SMALL, BenchLayer.FARMLAND))
            assertThat(farmland.geometry()
                            .equalsExact(survey.get(farmland.id() - 1).geometry()))
                    .isTrue();
    }

    @Test
    void sameSeedGivesTheSameBytesAndAnotherSeedOthers() throws Exception {
        assertThat(Files.mismatch(file(SMALL, "a"), file(SMALL, "b"))).isEqualTo(-1);
        assertThat(Files.mismatch(file(SMALL, "a"), file(new BenchCity(2, 1_000, true, 0.02), "c")))
                .isNotEqualTo(-1);
    }

    @Test
    void offTheGridFewCoordinatesAreWholeNanodegrees() {
        assertThat(wholeNanodegrees(SMALL)).isEqualTo(1);
        assertThat(wholeNanodegrees(SMALL.offGrid())).isLessThan(0.1);
    }

    @Test
    void sitesAreValidAndOfTheStatedSizes() {
        BenchCity city = BenchCity.of(1, 100_000);
        for (double[] ring : Sites.of(city, 300)) {
            int vertices = ring.length / 2 - 1;
            assertThat(vertices).isBetween(20, 200);
            double[][][] polygon = {{ring}};
            Path file = folder.resolve("site");
            ShapeFile.write(file, consumer -> consumer.accept(new Shape(1, "s", polygon)));
            ShapeFile.read(file, entry -> {
                assertThat(entry.geometry().isValid()).isTrue();
                double hectares = entry.geometry().getArea() * 110_760 * 101_500 / 10_000;
                assertThat(hectares).isBetween(0.99, 501.0);
            });
        }
    }

    private static double wholeNanodegrees(BenchCity city) {
        int[] counts = new int[2];
        city.make(BenchLayer.SURVEY, shape -> {
            for (double[] ring : shape.polygons()[0])
                for (double ordinate : ring) {
                    counts[0]++;
                    if (StrictMath.round(ordinate * 1e9) / 1e9 == ordinate) counts[1]++;
                }
        });
        return (double) counts[1] / counts[0];
    }

    private Path file(BenchCity city, String name) {
        Path file = folder.resolve(name);
        ShapeFile.write(file, city, BenchLayer.SURVEY);
        return file;
    }

    private List<ShapeFile.Entry> entries(BenchCity city, BenchLayer layer) {
        List<ShapeFile.Entry> entries = new ArrayList<>();
        Path file = folder.resolve("layer");
        ShapeFile.write(file, city, layer);
        ShapeFile.read(file, entries::add);
        return entries;
    }
}
