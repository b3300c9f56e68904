package org.cuntu.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.calendar.internal.CalendarDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small calendar, counted by hand: in 2026 the first to third of October are off (Thursday to Saturday), and Saturday the tenth is
 * worked for them; on 20 September it became known that Friday the ninth is off, too.
 */
class WorkingDaysTest {
    private static final String YEAR = """
            years:
              - year: 2026
                notice: first
                status: unverified
                holidays:
                  - {zh: 国庆节, en: National Day, from: "2026-10-01", to: "2026-10-03"}
                workdays: ["2026-10-10"]
              - year: 2026
                notice: second
                status: verified
                knownFrom: "2026-09-20T00:00:00+08:00"
                holidays:
                  - {zh: 国庆节, en: National Day, from: "2026-10-01", to: "2026-10-03"}
                  - {zh: 又一天, en: another, from: "2026-10-09"}
                workdays: ["2026-10-10"]
            """;

    @TempDir
    Path folder;

    private WorkingDays first() {
        return calendar(YEAR).at(Instant.parse("2026-09-01T00:00:00Z"));
    }

    private WorkingDays calendar(String text) {
        try {
            return CalendarDoor.of(Files.writeString(folder.resolve("holidays.yaml"), text));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void aHolidayIsNoWorkingDayAndAnExchangedSaturdayIsOne() {
        assertThat(first().isWorkingDay(day("2026-10-01"))).contains(false);
        assertThat(first().isWorkingDay(day("2026-10-10"))).contains(true);
        assertThat(first().isWorkingDay(day("2026-10-11"))).contains(false);
        assertThat(first().isWorkingDay(day("2026-10-12"))).contains(true);
    }

    @Test
    void fiveWorkingDaysAfterTheLastOneBeforeTheHolidayEndAfterIt() {
        // Wednesday 30 September; then 5, 6, 7, 8 and 9 October
        assertThat(first().add(day("2026-09-30"), 5)).contains(day("2026-10-09"));
        assertThat(first().add(day("2026-09-30"), 6)).contains(day("2026-10-10"));
        assertThat(first().add(day("2026-09-30"), 0)).contains(day("2026-09-30"));
    }

    @Test
    void theDayItselfDoesNotCountAndTheLastOneDoes() {
        assertThat(first().between(day("2026-09-30"), day("2026-10-09"))).hasValue(5);
        assertThat(first().between(day("2026-10-09"), day("2026-10-09"))).hasValue(0);
        assertThat(first().between(day("2026-10-09"), day("2026-09-30"))).hasValue(-5);
    }

    @Test
    void aLaterNoticeIsKnownFromItsDayOn() {
        assertThat(first().isWorkingDay(day("2026-10-09"))).contains(true);
        assertThat(calendar(YEAR).isWorkingDay(day("2026-10-09"))).contains(false);
        assertThat(calendar(YEAR).add(day("2026-09-30"), 5)).contains(day("2026-10-10"));
        assertThat(calendar(YEAR).findYear(2026).orElseThrow().notice()).isEqualTo("second");
    }

    @Test
    void aYearWithoutACalendarIsNotKnownAndNeverGuessed() {
        WorkingDays calendar = calendar(YEAR);

        assertThat(calendar.isWorkingDay(day("2027-01-04"))).isEmpty();
        assertThat(calendar.add(day("2026-12-30"), 5)).isEmpty();
        assertThat(calendar.between(day("2026-12-30"), day("2027-01-08"))).isEmpty();
        assertThat(calendar.notKnown(day("2026-12-30"), day("2028-01-08"))).hasValue(2027);
        assertThat(calendar.add(day("2026-12-30"), 1)).contains(day("2026-12-31"));
    }

    @Test
    void anInstantBelongsToTheDayOfTheCitysZone() {
        assertThat(first().day(Instant.parse("2026-09-30T16:30:00Z"))).isEqualTo(day("2026-10-01"));
    }

    @Test
    void aDayOfAnotherYearOrAWorkedWeekdayIsRefused() {
        assertThatThrownBy(() -> calendar(YEAR.replace("\"2026-10-09\"", "\"2025-10-09\"")))
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        e -> assertThat(e.problems().getFirst().code()).isEqualTo("calendar.day"));
        assertThatThrownBy(() -> calendar(YEAR.replace("[\"2026-10-10\"]", "[\"2026-10-12\"]")))
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        e -> assertThat(e.problems().getFirst().code()).isEqualTo("calendar.day"));
    }

    @Test
    void theCitysOwnCalendarHasTheWeeksOfItsHolidays() {
        WorkingDays city = CalendarDoor.of(Path.of("..", "city", "liuzhou", "holidays.yaml"));

        // by the notice: off from Sunday 15 to Monday 23 February, Saturday 28 worked
        assertThat(city.between(day("2026-02-13"), day("2026-02-28"))).hasValue(6);
        assertThat(city.listYears()).containsExactly(2025, 2026);
    }
}
