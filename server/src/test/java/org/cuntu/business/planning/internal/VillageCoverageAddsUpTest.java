package org.cuntu.business.planning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cuntu.business.planning.VillagePlan;
import org.cuntu.business.planning.internal.VillageCoverage.Row;
import org.cuntu.engine.measure.Area;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the villages are, the parts of the coverage add up to the whole, by count and by ground. */
class VillageCoverageAddsUpTest {
    private static Row row(String code, long hundredths, boolean must, VillagePlan.State state) {
        boolean approved = state == VillagePlan.State.APPROVED;
        return new Row(
                new VillageGround.Village(code, code, new Area(hundredths), List.of()),
                new VillagePlan(code, "cluster", must, state, approved ? "1" : null, null, null, false));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void townshipsAddUpToTheirCountyAndCountiesToTheCity(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++)
            rows.add(row(
                    "4502" + String.format("%02d%03d%03d", chance.nextInt(4), chance.nextInt(6), i),
                    chance.nextLong(1, 1_000_000_000L),
                    chance.nextBoolean(),
                    VillagePlan.State.values()[chance.nextInt(3)]));

        VillageCoverage whole = VillageCoverage.of(rows);

        for (var parts : List.of(VillageCoverage.by(rows, Row::county), VillageCoverage.by(rows, Row::township))) {
            List<VillageCoverage> all =
                    parts.values().stream().map(VillageCoverage::of).toList();
            assertThat(all.stream().mapToInt(VillageCoverage::villages).sum())
                    .as("seed %d", seed)
                    .isEqualTo(200);
            assertThat(all.stream().mapToInt(VillageCoverage::must).sum()).isEqualTo(whole.must());
            assertThat(all.stream().mapToInt(VillageCoverage::done).sum()).isEqualTo(whole.done());
            assertThat(all.stream().map(VillageCoverage::area).reduce(Area.ZERO, Area::plus))
                    .isEqualTo(whole.area());
            assertThat(all.stream().map(VillageCoverage::doneArea).reduce(Area.ZERO, Area::plus))
                    .isEqualTo(whole.doneArea());
        }
        assertThat(whole.approved() + whole.drafting() + whole.none()).isEqualTo(whole.villages());
    }

    @Test
    void theRateIsAHundredOnlyWhenNothingIsWanting() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 99_999; i++) rows.add(row("450202001" + i, 100, true, VillagePlan.State.APPROVED));
        assertThat(VillageCoverage.of(rows).rate()).isEqualTo("100.00");

        rows.add(row("450202002", 100, true, VillagePlan.State.DRAFTING));

        assertThat(VillageCoverage.of(rows).rate()).isEqualTo("99.99");
    }

    @Test
    void whereNothingMustBeThereIsNoRate() {
        VillageCoverage coverage = VillageCoverage.of(List.of(row("450202001001", 100, false, VillagePlan.State.NONE)));

        assertThat(coverage.rate()).isNull();
    }
}
