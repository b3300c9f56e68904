package org.cuntu.core.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a case, or of a step, as it reads on a day (行政许可法 arts. 42, 45, 82; 民法典 art. 201: the opening day is not counted).
 *
 * @param limit working days, the extension in it
 * @param used working days, without the union of the suspensions
 * @param due last day; null while it is suspended or where a year has no calendar
 * @param unknownYear the year without a calendar; 0: none
 */
public record CaseClock(
        Kind kind, int limit, int used, @Nullable LocalDate due, Light light, int unknownYear) {
    public int left() {
        return limit - used;
    }

    public enum Kind {
        STATUTORY,
        PROMISED,
        STEP
    }

    public enum Light {
        GREEN,
        YELLOW,
        RED,
        /** suspended */
        GREY,
        DONE_IN_TIME,
        DONE_LATE,
        /** a year without a calendar: alarmed, never guessed */
        UNKNOWN
    }
}
