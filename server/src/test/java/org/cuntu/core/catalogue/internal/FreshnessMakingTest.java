package org.cuntu.core.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.stream.Collectors;
import org.cuntu.core.catalogue.Cycle;
import org.cuntu.core.catalogue.Freshness;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.platform.home.InForce;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The day by which the next delivery has to be there, a county at a time. */
class FreshnessMakingTest {
    /** Data of a year is due on 30 June of the next, and reminded of 45 days before: on 16 May. */
    private static final Duty YEARLY = new Duty(
            Cycle.YEARLY,
            Period.ofYears(1),
            Period.ofMonths(6),
            Period.ofDays(45),
            new InForce(LocalDate.of(2020, 1, 1), null, null));

    @Test
    void dataOfAYearIsFreshUntilTheNextYearsIsToBeRemindedOf() {
        assertThat(at("2026-11-26", YEARLY)).isEqualTo("FRESH 2027-06-30");
        assertThat(at("2027-05-15", YEARLY)).isEqualTo("FRESH 2027-06-30");
        assertThat(at("2027-05-16", YEARLY)).isEqualTo("DUE_SOON 2027-06-30");
        assertThat(at("2027-06-30", YEARLY)).isEqualTo("DUE_SOON 2027-06-30");
        assertThat(at("2027-07-01", YEARLY)).isEqualTo("OVERDUE 2027-06-30");
    }

    @Test
    void aLayerIsAsFreshAsItsOldestCounty() {
        Desk desk = new Desk("2026-11-26", "SURVEY")
                .delivers("SURVEY", "s24", "2024-12-31", "2025-03-01")
                .delivers("SURVEY", "s25", "2025-12-31", "2026-03-01", 100, 0);

        Freshness freshness = freshness(desk, YEARLY, null);

        assertThat(freshness.state()).isEqualTo(Freshness.State.OVERDUE);
        assertThat(freshness.dueOn()).isEqualTo("2026-06-30");
        assertThat(counties(freshness)).isEqualTo("450202 FRESH 2027-06-30, 450203 OVERDUE 2026-06-30");
    }

    @Test
    void aCountyOfWhichThereIsNothingIsMissingAndWasDueLastTime() {
        Desk desk = new Desk("2026-11-26", "SURVEY").delivers("SURVEY", "s25", "2025-12-31", "2026-03-01", 100, 0);

        assertThat(counties(freshness(desk, YEARLY, null)))
                .isEqualTo("450202 FRESH 2027-06-30, 450203 MISSING 2026-06-30");
    }

    @Test
    void ofAnEndedLayerEverythingIsMissing() {
        Desk desk = new Desk("2026-11-26", "SURVEY")
                .delivers("SURVEY", "s25", "2025-12-31", "2026-03-01")
                .ends("SURVEY");

        assertThat(freshness(desk, YEARLY, null).state()).isEqualTo(Freshness.State.MISSING);
    }

    @Test
    void withoutACycleTheRegistersFreshnessIsTheClock() {
        Desk desk = new Desk("2026-11-26", "SURVEY").delivers("SURVEY", "s25", "2025-12-31", "2026-03-01");

        assertThat(freshness(desk, null, Period.ofYears(1)).state()).isEqualTo(Freshness.State.FRESH);
        assertThat(freshness(desk, null, Period.ofMonths(6)).state()).isEqualTo(Freshness.State.OVERDUE);
        assertThat(freshness(desk, null, Period.ofMonths(6)).staleFrom()).isEqualTo("2026-07-01");
        assertThat(freshness(desk, null, null).state()).isEqualTo(Freshness.State.IRREGULAR);
    }

    private static String at(String today, Duty duty) {
        Desk desk = new Desk(today, "SURVEY").delivers("SURVEY", "s25", "2025-12-31", "2026-03-01");
        Freshness freshness = freshness(desk, duty, null);
        return freshness.state() + " " + freshness.dueOn();
    }

    private static Freshness freshness(Desk desk, @Nullable Duty duty, @Nullable Period freshness) {
        Question question = desk.question();
        LayerEntry entry = Desk.entry("SURVEY", freshness);
        SnapshotRef inForce = question.baseline().layers().getFirst().snapshot();
        return new FreshnessMaking(question).of(entry, duty, inForce);
    }

    private static String counties(Freshness freshness) {
        return freshness.counties().stream()
                .map(county -> county.division() + " " + county.state() + " " + county.dueOn())
                .collect(Collectors.joining(", "));
    }
}
