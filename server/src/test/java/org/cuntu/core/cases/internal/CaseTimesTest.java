package org.cuntu.core.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.cuntu.core.cases.CaseClock.Light;
import org.cuntu.core.cases.internal.CaseTimes.Clock;
import org.cuntu.core.cases.internal.CaseTimes.Due;
import org.cuntu.core.cases.internal.CaseTimes.Span;
import org.cuntu.platform.calendar.internal.CalendarDoor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small calendar, counted by hand: in 2026 the first to third of October are off (Thursday to Saturday), and Saturday the tenth is worked
 * for them; 2027 has none. Yellow from 70 per cent, or with two days left.
 */
class CaseTimesTest {
    private static final String YEAR = """
            years:
              - year: 2026
                notice: first
                status: unverified
                holidays:
                  - {zh: 国庆节, en: National Day, from: "2026-10-01", to: "2026-10-03"}
                workdays: ["2026-10-10"]
            """;

    @TempDir
    Path folder;

    private CaseTimes times;

    @BeforeEach
    void open() throws IOException {
        times = new CaseTimes(CalendarDoor.of(Files.writeString(folder.resolve("holidays.yaml"), YEAR)), 70, 2);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse("2026-" + text);
    }

    private static Span span(String from, @Nullable String to) {
        return new Span(day(from), to == null ? null : day(to));
    }

    private Due due(String opened, int limit, Span... suspensions) {
        return times.due(new Clock(day(opened), limit, List.of(suspensions)));
    }

    @Test
    void theOpeningDayIsNotCounted() {
        assertThat(due("09-18", 1).due()).isEqualTo(day("09-21"));
    }

    @Test
    void aHearingInsideAPublicationIsTakenOffOnceAndAnExchangedSaturdayCounts() {
        Due due = due("09-18", 20, span("09-21", "09-30"), span("09-24", "09-29"));

        assertThat(due.due()).isEqualTo(day("10-28"));
        assertThat(due.warn()).isEqualTo(day("10-20"));
    }

    @Test
    void aSuspensionOfOneDayTakesNothingOff() {
        assertThat(due("09-18", 5, span("09-22", "09-22"))).isEqualTo(due("09-18", 5));
    }

    @Test
    void whileItIsSuspendedItIsNeverDueAndStandsStill() {
        Clock clock = new Clock(day("09-18"), 5, List.of(span("09-22", null)));

        assertThat(times.due(clock)).isEqualTo(Due.NONE);
        assertThat(times.used(clock, day("09-30"))).contains(2);
    }

    @Test
    void intoAYearWithoutACalendarNothingIsGuessed() {
        Due due = due("12-21", 20);

        assertThat(due).isEqualTo(new Due(null, null, 2027));
        assertThat(CaseTimes.light(due, false, day("12-22"), null)).isEqualTo(Light.UNKNOWN);
    }

    @Test
    void anExtensionIsALongerLimit() {
        assertThat(due("09-18", 5).due()).isEqualTo(day("09-25"));
        assertThat(due("09-18", 5 + 3).due()).isEqualTo(day("09-30"));
    }

    @Test
    void whatComesAfterHoursOrOnADayOffCountsFromTheNextWorkingDay() {
        assertThat(times.opening(day("09-18"), false)).contains(day("09-18"));
        assertThat(times.opening(day("09-18"), true)).contains(day("09-21"));
        assertThat(times.opening(day("09-19"), false)).contains(day("09-21"));
        assertThat(times.opening(day("10-09"), true)).contains(day("10-10"));
        assertThat(times.opening(day("12-31"), true)).isEmpty();
    }

    @Test
    void aShortLimitTurnsYellowWithHalfOfItLeft() {
        assertThat(due("09-18", 2)).isEqualTo(new Due(day("09-22"), day("09-21"), 0));
        assertThat(due("09-18", 1)).isEqualTo(new Due(day("09-21"), day("09-21"), 0));
    }

    @Test
    void lightsFollowFromStoredDays() {
        Due due = new Due(day("10-28"), day("10-20"), 0);

        assertThat(CaseTimes.light(due, false, day("10-19"), null)).isEqualTo(Light.GREEN);
        assertThat(CaseTimes.light(due, false, day("10-20"), null)).isEqualTo(Light.YELLOW);
        assertThat(CaseTimes.light(due, false, day("10-28"), null)).isEqualTo(Light.YELLOW);
        assertThat(CaseTimes.light(due, false, day("10-29"), null)).isEqualTo(Light.RED);
        assertThat(CaseTimes.light(Due.NONE, true, day("10-29"), null)).isEqualTo(Light.GREY);
        assertThat(CaseTimes.light(due, false, day("11-30"), day("10-28"))).isEqualTo(Light.DONE_IN_TIME);
        assertThat(CaseTimes.light(due, false, day("11-30"), day("10-29"))).isEqualTo(Light.DONE_LATE);
    }
}
