package org.cuntu.business.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cuntu.business.planning.PlanCoverage.Level;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.engine.overlay.Site;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.testing.Squares;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Coverage of the small city: places 0 to 5 are to be planned, plots 0, 1, 3 and 4 are approved. */
class CoverageTest extends PlotCity {
    @TempDir
    static Path home;

    private static TestApplication application;

    @BeforeAll
    static void open() {
        application = start(home, false, List.of());
    }

    @AfterAll
    static void end() {
        application.close();
    }

    @Override
    TestApplication application() {
        return application;
    }

    @BeforeEach
    void begin() {
        anew();
    }

    private PlanCoverage coverage(AreaUnit unit) {
        return as("drafter", () -> application().bean(PlanCoverages.class).of(null, null, unit));
    }

    private PlanCoverage.Row row(String code) {
        return coverage(AreaUnit.M2).rows().stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static long square(int place) {
        return StrictMath.round(100 * Site.of(Squares.square(place)).integral());
    }

    @Test
    void aTownshipWithAnApprovedPlotIsCoveredAndOneInPreparationIsNot() {
        assertThat(row("450203000").covered()).isCloseTo(square(0), org.assertj.core.data.Offset.offset(1L));
        assertThat(row("450203000").share().toString()).isEqualTo("100.00");
        assertThat(row("450203002").covered()).isZero();
        assertThat(row("450203002").uncovered()).isEqualTo(row("450203002").zone());
    }

    @Test
    void groundOutsideTheBoundaryIsInNoRow() {
        assertThat(coverage(AreaUnit.M2).rows())
                .extracting(PlanCoverage.Row::code)
                .doesNotContain("450206007");
    }

    @ParameterizedTest
    @EnumSource(AreaUnit.class)
    void townshipsAddUpToCountiesAndCountiesToTheCity(AreaUnit unit) {
        PlanCoverage coverage = coverage(unit);
        for (PlanCoverage.Row county : level(coverage, Level.COUNTY)) {
            List<PlanCoverage.Row> towns = level(coverage, Level.TOWNSHIP).stream()
                    .filter(town -> town.code().startsWith(county.code()))
                    .toList();
            assertThat(towns.stream().mapToLong(PlanCoverage.Row::covered).sum())
                    .isEqualTo(county.covered());
            assertThat(towns.stream().mapToLong(PlanCoverage.Row::zone).sum()).isEqualTo(county.zone());
        }
        assertThat(level(coverage, Level.COUNTY).stream()
                        .mapToLong(PlanCoverage.Row::zone)
                        .sum())
                .isEqualTo(coverage.whole().zone());
        assertThat(Stream.concat(coverage.rows().stream(), Stream.of(coverage.whole())))
                .allSatisfy(row -> assertThat(row.covered() + row.uncovered() + row.unanswered())
                        .isEqualTo(row.zone()));
    }

    private static List<PlanCoverage.Row> level(PlanCoverage coverage, Level level) {
        return coverage.rows().stream().filter(row -> row.level() == level).toList();
    }

    @Test
    void withoutThePlanLayerThereIsNoFigure() {
        application()
                .jdbc()
                .sql("delete from layer_release where layer = 'KGDK'")
                .update();

        assertThatThrownBy(() -> coverage(AreaUnit.M2))
                .isInstanceOfSatisfying(
                        ProblemAnswer.class, e -> assertThat(e.problem().code()).isEqualTo("plots.coverage-silent"));
    }

    @Test
    void plotsThatOverlapAreNotCountedTwice() {
        List<Record> twice = new ArrayList<>(plots(Map.of()));
        twice.add(of(0, Map.of("DYBH", "U1", "DKBH", "P0b", "GHZT", "已批", "YDYHFLDM", "0701")));
        layer("KGDK", java.time.LocalDate.of(2026, 3, 1), twice);

        assertThat(row("450203000").covered()).isZero();
        assertThat(row("450203000").unanswered()).isEqualTo(row("450203000").zone());
    }

    @Test
    void itIsKeptByWhatItWasMadeOf() throws Exception {
        coverage(AreaUnit.M2);
        try (Stream<Path> files = Files.list(application.home().resolve("statistics"))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("coverage-")))
                    .isNotEmpty();
        }
    }

    @Test
    void whatIsNotCoveredIsDrawnWithTheAreaOfItsRow() {
        Geometry gap =
                as("drafter", () -> application().bean(PlanCoverages.class).uncovered("450203002", null, null));

        assertThat(StrictMath.round(100 * Site.of(gap).integral()))
                .isCloseTo(row("450203002").uncovered(), org.assertj.core.data.Offset.offset(1L));
    }

    /** Skew plots and a skew boundary, measured by JTS with the same integral. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void jtsMeasuresTheSame(long seed) {
        Random random = new Random(seed);
        List<Geometry> plots = new ArrayList<>();
        for (int i = 0; i < 8; i++) plots.add(triangle(random, 109.4002 + i / 1000.0, 0.0006));
        Geometry zone = FACTORY.createPolygon(ring(random));
        layer("CZKFBJ", java.time.LocalDate.of(2026, 3, 1), List.of(new Record(zone, Map.of("GHFQDM", "410"))));
        layer(
                "KGDK",
                java.time.LocalDate.of(2026, 3, 1),
                IntStream.range(0, plots.size())
                        .mapToObj(i -> new Record(
                                plots.get(i), Map.of("DYBH", "U", "DKBH", "S" + i, "GHZT", "已批", "YDYHFLDM", "0701")))
                        .toList());

        for (PlanCoverage.Row row : level(coverage(AreaUnit.M2), Level.TOWNSHIP)) {
            int place = Integer.parseInt(row.code().substring(6));
            Geometry ground = OverlayNGRobust.overlay(Squares.square(place), zone, OverlayNG.INTERSECTION);
            Geometry covered = OverlayNGRobust.overlay(
                    ground, OverlayNGRobust.union(FACTORY.buildGeometry(plots)), OverlayNG.INTERSECTION);
            double expected = covered.isEmpty() ? 0 : Site.of(covered).integral();
            assertThat(row.covered() / 100.0)
                    .as("seed %d, %s", seed, row.code())
                    .isCloseTo(expected, org.assertj.core.data.Offset.offset(0.02));
        }
    }

    private static Coordinate[] ring(Random random) {
        Coordinate first = new Coordinate(109.4001, 24.3001 + random.nextDouble() / 10_000);
        return new Coordinate[] {
            first,
            new Coordinate(109.4079, 24.3002),
            new Coordinate(109.4071, 24.3008 - random.nextDouble() / 10_000),
            new Coordinate(109.4003, 24.3009),
            first
        };
    }

    private static Geometry triangle(Random random, double west, double width) {
        Coordinate first = new Coordinate(west, 24.3001 + random.nextDouble() / 5000);
        return FACTORY.createPolygon(new Coordinate[] {
            first,
            new Coordinate(west + width, 24.3002 + random.nextDouble() / 5000),
            new Coordinate(west + width / 2, 24.3007 + random.nextDouble() / 5000),
            first
        });
    }
}
