package org.cuntu.business.planning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.cuntu.business.planning.AreaLedger;
import org.cuntu.business.planning.internal.LineStatements.Place;
import org.cuntu.engine.measure.Area;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger adds up by county, by class and in all, whatever the ground. */
class LedgersAddUpTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 1001, 20261126})
    void rowsCountiesClassesAndTheWholeAddUp(long seed) {
        AreaLedger ledger = ledger(new Random(seed));

        assertThat(ledger.rows()).as("seed %d", seed).allSatisfy(row -> {
            assertThat(row.after()).isEqualTo(row.before().minus(row.out()).plus(row.in()));
            assertThat(row.after().hundredths()).isNotNegative();
        });
        assertThat(sums(ledger, AreaLedger.Row::county)).isEqualTo(whole(ledger));
        assertThat(sums(ledger, AreaLedger.Row::code)).isEqualTo(whole(ledger));
    }

    private static AreaLedger ledger(Random random) {
        Map<Place, Area> before = new TreeMap<>();
        Map<Place, Double> in = new TreeMap<>();
        Map<Place, Double> out = new TreeMap<>();
        for (int county = 0; county < 6; county++)
            for (int code = 0; code < 5; code++) {
                Place place = new Place("45020" + county, "41" + code);
                double had = random.nextDouble() * 1e6;
                if (random.nextBoolean()) before.put(place, Area.ofSquareMetres(had));
                if (random.nextBoolean()) in.put(place, random.nextDouble() * 1e4);
                // a leaf may lose all that it has, to the last bit
                if (before.containsKey(place)) out.put(place, random.nextInt(3) == 0 ? had : had * random.nextDouble());
            }
        return LedgerMaking.of(AreaLedger.Measure.GROSS, before, in, out);
    }

    private static String whole(AreaLedger ledger) {
        return line(
                ledger.sum(AreaLedger.Row::before),
                ledger.sum(AreaLedger.Row::out),
                ledger.sum(AreaLedger.Row::in),
                ledger.sum(AreaLedger.Row::after));
    }

    /** The sums of groups, added up. */
    private static String sums(AreaLedger ledger, java.util.function.Function<AreaLedger.Row, String> group) {
        Map<String, Area[]> groups = new TreeMap<>();
        for (AreaLedger.Row row : ledger.rows()) {
            Area[] sums = groups.computeIfAbsent(group.apply(row), key -> new Area[] {Area.ZERO, Area.ZERO, Area.ZERO});
            sums[0] = sums[0].plus(row.before());
            sums[1] = sums[1].plus(row.out());
            sums[2] = sums[2].plus(row.in());
        }
        Area[] all = {Area.ZERO, Area.ZERO, Area.ZERO, Area.ZERO};
        for (Area[] sums : groups.values()) {
            for (int i = 0; i < 3; i++) all[i] = all[i].plus(sums[i]);
            all[3] = all[3].plus(sums[0].minus(sums[1]).plus(sums[2]));
        }
        return line(all[0], all[1], all[2], all[3]);
    }

    private static String line(Area before, Area out, Area in, Area after) {
        return before + " - " + out + " + " + in + " = " + after;
    }
}
