package org.cuntu.platform.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A year's calendar as one notice gives it (年度放假安排).
 *
 * @param notice that gives it
 * @param verified whether somebody compared it with the notice
 * @param knownFrom since when it is known; null: always. A later one of the same year corrects the earlier
 * @param workdays weekend days that are worked (调休)
 */
public record CalendarYear(
        int year,
        String notice,
        boolean verified,
        @Nullable Instant knownFrom,
        List<Holiday> holidays,
        Set<LocalDate> workdays) {
    public CalendarYear {
        holidays = List.copyOf(holidays);
        workdays = Set.copyOf(workdays);
    }

    /** @param day of this year */
    public boolean isWorkingDay(LocalDate day) {
        if (workdays.contains(day)) return true;
        return !isWeekend(day) && holidays.stream().noneMatch(holiday -> holiday.holds(day));
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
