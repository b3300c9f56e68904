package org.cuntu.platform.calendar;

import java.time.LocalDate;

/**
 * Days off that belong together (法定节假日), weekends among them.
 *
 * @param zh its Chinese name
 * @param en its English name
 * @param from the first day
 * @param to the last day
 */
public record Holiday(String zh, String en, LocalDate from, LocalDate to) {
    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
