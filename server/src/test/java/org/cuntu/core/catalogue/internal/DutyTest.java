package org.cuntu.core.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.cuntu.core.catalogue.Cycle;
import org.cuntu.platform.home.InForce;
import org.junit.jupiter.api.Test;

/** Periods and their due days, by the calendar. */
class DutyTest {
    private static final Duty YEARLY = duty(Cycle.YEARLY, Period.ofYears(1), Period.ofMonths(6), "2020-01-01");
    private static final Duty QUARTERLY = duty(Cycle.QUARTERLY, Period.ofMonths(3), Period.ofDays(15), "2020-01-01");

    @Test
    void theSurveyOfTheLastDayOfAYearBelongsToThatYear() {
        DuePeriod period = YEARLY.holding(LocalDate.of(2025, 12, 31)).orElseThrow();

        assertThat(text(period)).isEqualTo("2025-01-01 2025-12-31 2026-06-30");
        assertThat(text(YEARLY.next(period).orElseThrow())).isEqualTo("2026-01-01 2026-12-31 2027-06-30");
    }

    @Test
    void aDayBeforeTheDutyBeganLiesInAPeriodWithANumberBelowNought() {
        assertThat(YEARLY.holding(LocalDate.of(2019, 12, 31)).orElseThrow().number())
                .isEqualTo(-1);
        assertThat(QUARTERLY.holding(LocalDate.of(2019, 9, 30)).orElseThrow().number())
                .isEqualTo(-2);
    }

    @Test
    void weeksAreCountedInDaysFromTheFirstDay() {
        Duty weekly = duty(Cycle.WEEKLY, Period.ofDays(7), Period.ofDays(2), "2026-01-05");

        assertThat(text(weekly.holding(LocalDate.of(2026, 1, 18)).orElseThrow()))
                .isEqualTo("2026-01-12 2026-01-18 2026-01-20");
        assertThat(text(weekly.holding(LocalDate.of(2026, 1, 4)).orElseThrow()))
                .isEqualTo("2025-12-29 2026-01-04 2026-01-06");
    }

    @Test
    void monthsThatBeginOnTheThirtyFirstLoseNoDay() {
        Duty monthly = duty(Cycle.MONTHLY, Period.ofMonths(1), Period.ZERO, "2026-01-31");

        for (LocalDate day = LocalDate.of(2026, 1, 31); day.isBefore(LocalDate.of(2027, 2, 1)); day = day.plusDays(1)) {
            DuePeriod period = monthly.holding(day).orElseThrow();
            assertThat(period.holds(day)).as("%s in %s", day, period).isTrue();
            assertThat(monthly.next(period).orElseThrow().from())
                    .isEqualTo(period.to().plusDays(1));
        }
    }

    @Test
    void inAYearFourQuartersFallDue() {
        assertThat(due(QUARTERLY, "2025-11-27", "2026-11-26"))
                .containsExactly("2026-01-15", "2026-04-15", "2026-07-15", "2026-10-15");
    }

    @Test
    void aPeriodFallsDueOnItsDayAndNotADayBefore() {
        assertThat(due(QUARTERLY, "2026-10-01", "2026-10-14")).containsExactly("2026-07-15");
        assertThat(due(QUARTERLY, "2026-10-01", "2026-10-15")).containsExactly("2026-10-15");
    }

    @Test
    void whenNothingFellDueTheLastThatDidIsGiven() {
        Duty plan = duty(Cycle.OTHER, Period.ofYears(5), Period.ofMonths(6), "2016-01-01");

        assertThat(due(plan, "2024-11-27", "2025-11-26")).containsExactly("2021-06-30");
    }

    @Test
    void beforeTheFirstPeriodWasDueThereIsNone() {
        assertThat(due(YEARLY, "2019-01-01", "2021-06-29")).isEmpty();
        assertThat(due(YEARLY, "2019-01-01", "2021-06-30")).containsExactly("2021-06-30");
    }

    @Test
    void whatIsRenewedWhenThereIsCauseIsNeverDue() {
        Duty none = duty(Cycle.OTHER, null, Period.ZERO, "2020-01-01");

        assertThat(none.holding(LocalDate.of(2026, 1, 1))).isEmpty();
        assertThat(due(none, "2020-01-01", "2026-01-01")).isEmpty();
    }

    @Test
    void monthsAndDaysAreNotMixed() {
        assertThat(Duty.isCountable(Period.of(0, 1, 1))).isFalse();
        assertThat(Duty.isCountable(Period.ZERO)).isFalse();
        assertThat(Duty.isCountable(Period.of(1, 6, 0))).isTrue();
    }

    private static Duty duty(Cycle cycle, @org.jspecify.annotations.Nullable Period every, Period after, String from) {
        return new Duty(cycle, every, after, Period.ofDays(30), new InForce(LocalDate.parse(from), null, null));
    }

    private static List<String> due(Duty duty, String first, String last) {
        return duty.dueBetween(LocalDate.parse(first), LocalDate.parse(last)).stream()
                .map(period -> period.dueOn().toString())
                .toList();
    }

    private static String text(DuePeriod period) {
        return period.from() + " " + period.to() + " " + period.dueOn();
    }
}
