package org.cuntu.platform.oversight.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.cuntu.platform.calendar.WorkingDays;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.oversight.UnusualKind;

/**
 * What is usual while it is in force: an entry of {@code unusual.yaml}.
 *
 * @param hours acts outside the working hours, an hour
 * @param reads an hour
 * @param exports a day
 * @param refusals an hour
 * @param divisions other than one's own, an hour
 */
record UsualRules(InForce held, Working working, int hours, int reads, int exports, int refusals, int divisions) {
    /** @param weekend whether Saturday, Sunday and holidays are as other days */
    record Working(LocalTime from, LocalTime to, boolean weekend) {
        /**
         * Whether an hour that begins here is one of work.
         *
         * @param calendar where a year is not in it, a weekend is no time of work: rather one notice too many
         */
        boolean holds(Instant hour, ZoneId zone, WorkingDays calendar) {
            ZonedDateTime at = hour.atZone(zone);
            boolean weekendDay = at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
            boolean workingDay = calendar.isWorkingDay(at.toLocalDate()).orElse(!weekendDay);
            if (!workingDay && !weekend) return false;
            return !at.toLocalTime().isBefore(from) && at.toLocalTime().isBefore(to);
        }
    }

    /** So many are usual, and no more. */
    int most(UnusualKind kind) {
        return switch (kind) {
            case HOURS -> hours;
            case READS -> reads;
            case EXPORTS -> exports;
            case REFUSALS -> refusals;
            case DIVISIONS -> divisions;
        };
    }
}
