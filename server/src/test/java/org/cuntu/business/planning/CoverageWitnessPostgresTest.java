package org.cuntu.business.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.testing.Squares;
import org.cuntu.testing.TestApplication;
import org.cuntu.witness.PostgisWitness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** PostGIS measures the coverage: what approved plots and townships have in common, in an equal-area projection. */
@Tag("postgres")
class CoverageWitnessPostgresTest extends PlotCity {
    @TempDir
    static Path home;

    private static TestApplication application;

    @BeforeAll
    static void open() {
        application = start(home, true, TestApplication.postgresSettings("plan_coverage"));
    }

    @AfterAll
    static void end() {
        application.close();
    }

    @Override
    TestApplication application() {
        return application;
    }

    @Test
    void postgisMeasuresTheSame() throws Exception {
        anew();
        List<Geometry> plots = IntStream.range(0, 6)
                .mapToObj(CoverageWitnessPostgresTest::skew)
                .toList();
        layer(
                "KGDK",
                LocalDate.of(2026, 3, 1),
                IntStream.range(0, plots.size())
                        .mapToObj(i -> new Record(
                                plots.get(i), Map.of("DYBH", "U", "DKBH", "S" + i, "GHZT", "已批", "YDYHFLDM", "0701")))
                        .toList());
        PlanCoverage coverage =
                as("drafter", () -> application().bean(PlanCoverages.class).of(null, null, AreaUnit.M2));
        String hash = application().bean(Baselines.class).resolve(null, null).layers().stream()
                .filter(layer -> layer.entry().code().equals("KGDK"))
                .findFirst()
                .orElseThrow()
                .snapshot()
                .hash();

        try (PostgisWitness witness = PostgisWitness.open("coverage_witness");
                SnapshotStore.Lease lease =
                        application().bean(SnapshotStore.class).open(hash)) {
            List<Geometry> towns = new ArrayList<>();
            for (int place = 0; place < 6; place++) towns.add(Squares.square(place));
            witness.layer(lease.snapshot());
            witness.sites(towns);
            Map<Integer, Map<Integer, Double>> pieces = witness.pieces();
            for (int place = 0; place < 6; place++) {
                double expected = pieces.getOrDefault(place, Map.of()).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
                String code = (place < 5 ? WEST : "450206") + "00" + place;
                long covered = coverage.rows().stream()
                        .filter(row -> row.code().equals(code))
                        .findFirst()
                        .orElseThrow()
                        .covered();
                assertThat(covered / 100.0).as(code).isCloseTo(expected, Offset.offset(0.02));
            }
        }
    }

    /** A triangle over the line between two places. */
    private static Geometry skew(int i) {
        double west = 109.4003 + i / 1000.0;
        return FACTORY.createPolygon(new Coordinate[] {
            new Coordinate(west, 24.3001),
            new Coordinate(west + 0.0009, 24.3003),
            new Coordinate(west + 0.0004, 24.3009),
            new Coordinate(west, 24.3001)
        });
    }
}
