package org.cuntu.core.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.core.catalogue.CollectionRate;
import org.cuntu.core.catalogue.CollectionRate.Figures;
import org.cuntu.core.catalogue.Cycle;
import org.cuntu.platform.home.InForce;
import org.junit.jupiter.api.Test;

/** What counts as collected, item by item; figures by hand. Yearly data of 2025 is due on 30 June 2026. */
class CollectionMakingTest {
    private static final String TODAY = "2026-11-26";
    private static final Map<String, Duty> DUTIES = Map.of(
            "SURVEY", duty(Cycle.YEARLY, Period.ofYears(1), Period.ofMonths(6)),
            "RIGHTS", duty(Cycle.QUARTERLY, Period.ofMonths(3), Period.ofDays(10)));
    private static final List<Dated.Core> CORE =
            List.of(new Dated.Core("SURVEY", 3, Desk.ALWAYS), new Dated.Core("RIGHTS", 1, Desk.ALWAYS));

    @Test
    void aVersionOfThePeriodThatIsOnTimeGoodAndCurrentIsCollected() {
        Desk desk =
                survey().delivers("SURVEY", "s25", "2025-12-31", "2026-06-30").scores("s25", 90);

        assertThat(items(desk)).containsExactly("SURVEY 450202 2025 COLLECTED", "SURVEY 450203 2025 COLLECTED");
    }

    @Test
    void aDayAfterItIsDueIsLate() {
        Desk desk =
                survey().delivers("SURVEY", "s25", "2025-12-31", "2026-07-01").scores("s25", 100);

        assertThat(items(desk)).containsExactly("SURVEY 450202 2025 LATE", "SURVEY 450203 2025 LATE");
    }

    @Test
    void aCorrectionThatComesLaterDoesNotMakeTheDeliveryLateButItsScoreCounts() {
        Desk desk = survey().delivers("SURVEY", "s25", "2025-12-31", "2026-03-01")
                .scores("s25", 40)
                .delivers("SURVEY", "better", "2025-12-31", "2026-09-01")
                .scores("better", 95);

        assertThat(items(desk)).containsExactly("SURVEY 450202 2025 COLLECTED", "SURVEY 450203 2025 COLLECTED");
    }

    @Test
    void aScoreBelowTheThresholdDoesNotCountAndNeitherDoesNone() {
        Desk desk =
                survey().delivers("SURVEY", "s25", "2025-12-31", "2026-03-01").scores("s25", 89.99);
        assertThat(items(desk)).containsExactly("SURVEY 450202 2025 BELOW_SCORE", "SURVEY 450203 2025 BELOW_SCORE");

        Desk unchecked = survey().delivers("SURVEY", "s25", "2025-12-31", "2026-03-01");
        assertThat(items(unchecked)).containsExactly("SURVEY 450202 2025 UNCHECKED", "SURVEY 450203 2025 UNCHECKED");
    }

    @Test
    void lastYearsVersionIsNotThisYears() {
        Desk desk =
                survey().delivers("SURVEY", "s24", "2024-12-31", "2025-03-01").scores("s24", 100);

        assertThat(items(desk)).containsExactly("SURVEY 450202 2025 OLD_VERSION", "SURVEY 450203 2025 OLD_VERSION");
    }

    @Test
    void aCountyThatTheVersionLeavesOutIsNotCollected() {
        Desk desk = survey().delivers("SURVEY", "s25", "2025-12-31", "2026-03-01", 100, 60)
                .scores("s25", 100);

        assertThat(items(desk)).containsExactly("SURVEY 450202 2025 COLLECTED", "SURVEY 450203 2025 PARTLY_COVERED");
        Desk east = survey().delivers("SURVEY", "s25", "2025-12-31", "2026-03-01", 100, 0)
                .scores("s25", 100);
        assertThat(items(east)).containsExactly("SURVEY 450202 2025 COLLECTED", "SURVEY 450203 2025 NOT_DELIVERED");
    }

    @Test
    void whatOneCountyDeliveredIsNotTheOthersThoughTheVersionCoversBoth() {
        Desk desk = survey().delivers("SURVEY", "s25", "2025-12-31", "2026-03-01")
                .scores("s25", 100, "450203", "2026-03-01");

        assertThat(items(desk)).containsExactly("SURVEY 450202 2025 NOT_DELIVERED", "SURVEY 450203 2025 COLLECTED");
    }

    @Test
    void aCheckOfTheWholeCityIsEveryCountys() {
        Desk desk = survey().delivers("SURVEY", "s25", "2025-12-31", "2026-03-01")
                .scores("s25", 100, "450200", "2026-03-01");

        assertThat(items(desk)).containsExactly("SURVEY 450202 2025 COLLECTED", "SURVEY 450203 2025 COLLECTED");
    }

    @Test
    void whatWasWithdrawnWasNeverDelivered() {
        Desk desk = survey().delivers("SURVEY", "s25", "2025-12-31", "2026-03-01")
                .scores("s25", 100)
                .withdraws("SURVEY", "s25", "2026-05-01");

        assertThat(items(desk)).containsExactly("SURVEY 450202 2025 NOT_DELIVERED", "SURVEY 450203 2025 NOT_DELIVERED");
        assertThat(rate(desk, "2026-04-30").items())
                .extracting(CollectionRate.Item::state)
                .containsOnly(CollectionRate.State.COLLECTED);
    }

    @Test
    void aLayerThatWasEndedIsNotCurrent() {
        Desk desk = survey().delivers("SURVEY", "s25", "2025-12-31", "2026-03-01")
                .scores("s25", 100)
                .ends("SURVEY");

        assertThat(items(desk)).containsExactly("SURVEY 450202 2025 OLD_VERSION", "SURVEY 450203 2025 OLD_VERSION");
    }

    @Test
    void aCheckMadeAfterKIsNotKnownAtK() {
        Desk desk =
                survey().delivers("SURVEY", "s25", "2025-12-31", "2026-03-01").scores("s25", 100, null, "2026-04-01");

        assertThat(rate(desk, "2026-03-31").items())
                .extracting(CollectionRate.Item::state)
                .containsOnly(CollectionRate.State.UNCHECKED);
    }

    @Test
    void whatWasInTheHouseOnTheDayOnWhichCollectingBeganIsNotLate() {
        Desk desk =
                survey().delivers("SURVEY", "s25", "2025-12-31", "2026-10-01").scores("s25", 100);

        CollectionRate rate = making(desk.question(), LocalDate.of(2026, 10, 1)).rate();

        assertThat(rate.items()).extracting(CollectionRate.Item::state).containsOnly(CollectionRate.State.COLLECTED);
    }

    /**
     * Survey (w 3): both of its two items. Rights (w 1), due 10 Jan, 10 Apr, 10 Jul, 10 Oct: the first quarter of both counties,
     * the second of the east alone; 3 of 8. Rate (3·2/2 + 1·3/8) / 4 = 3.375 / 4 = 84.375 % → 84.38.
     */
    @Test
    void theCitysRateIsWeightedAndItsCountsAreThoseOfTheCountiesTogether() {
        Desk desk = new Desk(TODAY, "SURVEY", "RIGHTS")
                .delivers("SURVEY", "s25", "2025-12-31", "2026-03-01")
                .scores("s25", 100)
                .delivers("RIGHTS", "q4", "2025-12-20", "2026-01-05")
                .scores("q4", 95)
                .delivers("RIGHTS", "q1", "2026-03-20", "2026-04-05", 100, 0)
                .scores("q1", 95)
                .delivers("RIGHTS", "q2", "2026-06-20", "2026-07-05")
                .scores("q2", 10);

        CollectionRate rate = rate(desk, null);

        assertThat(text(rate.city())).isEqualTo("due 10, delivered 7, on time 7, passed 5, collected 5, 84.38 %");
        assertThat(rate.datasets().stream().map(each -> each.layer() + " " + text(each.figures())))
                .containsExactly(
                        "SURVEY due 2, delivered 2, on time 2, passed 2, collected 2, 100.00 %",
                        "RIGHTS due 8, delivered 5, on time 5, passed 3, collected 3, 37.50 %");
        // east (3·1/1 + 1·2/4) / 4 = 87.5 %; west (3·1/1 + 1·1/4) / 4 = 81.25 %
        assertThat(rate.counties().stream().map(each -> each.division() + " " + text(each.figures())))
                .containsExactly(
                        "450202 due 5, delivered 4, on time 4, passed 3, collected 3, 87.50 %",
                        "450203 due 5, delivered 3, on time 3, passed 2, collected 2, 81.25 %");
        assertThat(rate.city().timely().toString()).isEqualTo("70.00");
        assertThat(rate.city().passing().toString()).isEqualTo("71.43");
    }

    @Test
    void whoSeesOneCountyHasItsRateAsTheWhole() {
        Desk desk = survey().delivers("SURVEY", "s25", "2025-12-31", "2026-03-01", 100, 0)
                .scores("s25", 100);

        CollectionRate rate =
                making(desk.question(null, List.of(Desk.WEST)), null).rate();

        assertThat(text(rate.city())).isEqualTo("due 1, delivered 0, on time 0, passed 0, collected 0, 0.00 %");
    }

    private static Desk survey() {
        return new Desk(TODAY, "SURVEY");
    }

    private static Duty duty(Cycle cycle, Period every, Period after) {
        return new Duty(cycle, every, after, Period.ofDays(30), new InForce(LocalDate.of(2020, 1, 1), null, null));
    }

    private static CollectionMaking making(Question question, @org.jspecify.annotations.Nullable LocalDate since) {
        return new CollectionMaking(
                question, CORE, layer -> Optional.ofNullable(DUTIES.get(layer)), ZoneId.of("Asia/Shanghai"), since);
    }

    private static CollectionRate rate(Desk desk, @org.jspecify.annotations.Nullable String known) {
        return making(desk.question(known, List.of(Desk.EAST, Desk.WEST)), null).rate();
    }

    private static List<String> items(Desk desk) {
        return rate(desk, null).items().stream()
                .map(item ->
                        item.layer() + " " + item.division() + " " + item.from().getYear() + " " + item.state())
                .toList();
    }

    private static String text(Figures figures) {
        return "due " + figures.due() + ", delivered " + figures.delivered() + ", on time " + figures.onTime()
                + ", passed " + figures.passed() + ", collected " + figures.collected() + ", " + figures.rate() + " %";
    }
}
