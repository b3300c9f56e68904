package org.cuntu.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Counts working days (工作日) in the city's zone. Where a date of a year without a calendar would be needed the answer is empty:
 * working days are not known then, and {@link #notKnown} names the year. Thread safe; reads no clock.
 */
public interface WorkingDays {
    /** Empty when the year has no calendar. */
    Optional<Boolean> isWorkingDay(LocalDate day);

    /**
     * The day that is so many working days after another one, which does not count itself: 5 after a Friday is the next
     * Friday in a week without holidays; 0 is the day itself.
     *
     * @param count not below 0
     */
    Optional<LocalDate> add(LocalDate day, int count);

    /** So many working days lie after a day, up to another, that one included; below 0 when the other is earlier. */
    OptionalInt between(LocalDate day, LocalDate other);

    /** The first year of those from one day to another, both included, that has no calendar; empty when all have one. */
    OptionalInt notKnown(LocalDate from, LocalDate to);

    /** The day at an instant, in the city's zone. */
    LocalDate day(Instant instant);

    /** The last calendar of a year. */
    Optional<CalendarYear> findYear(int year);

    /** The years that have one, ascending. */
    List<Integer> listYears();

    /**
     * The same as it was known then.
     *
     * @param known K; null: all that is known
     */
    WorkingDays at(@Nullable Instant known);
}
