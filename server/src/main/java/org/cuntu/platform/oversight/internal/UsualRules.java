package org.cuntu.platform.oversight.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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
    /** @param weekend whether Saturday and Sunday are working days */
    record Working(LocalTime from, LocalTime to, boolean weekend) {
        /** Whether an hour that begins here is one of work. */
        boolean holds(Instant hour, ZoneId zone) {
            ZonedDateTime at = hour.atZone(zone);
            boolean restDay = at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (restDay && !weekend) return false;
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
