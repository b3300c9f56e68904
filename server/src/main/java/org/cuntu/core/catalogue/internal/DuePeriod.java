package org.cuntu.core.catalogue.internal;

import java.time.LocalDate;

/**
 * A period of a cycle (归集周期).
 *
 * @param number counted from the duty's first day, 0 the first
 * @param from first day
 * @param to last day
 * @param dueOn last day on which what belongs to it is on time
 */
record DuePeriod(long number, LocalDate from, LocalDate to, LocalDate dueOn) {
    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
