package org.cuntu.core.cases.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cuntu.core.cases.CaseClock.Light;
import org.cuntu.platform.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of a clock: working days after its opening day, which is not counted (民法典 art. 201; 行政许可法 art. 82), without the
 * union of its suspensions. Of a suspension the day on which it begins counts, and the day on which it ends does not, for that is an
 * opening day again. In a year without a calendar nothing is known. Reads no clock of its own.
 */
final class CaseTimes {
    /** From so many per cent of the limit on it is yellow. */
    private final int yellowShare;
    /** Or when so few working days are left; of a short limit at most half of it. */
    private final int yellowDays;

    private final WorkingDays days;

    CaseTimes(WorkingDays days, int yellowShare, int yellowDays) {
        this.days = days;
        this.yellowShare = yellowShare;
        this.yellowDays = yellowDays;
    }

    /** @param to null: it lasts */
    record Span(LocalDate from, @Nullable LocalDate to) {
        boolean covers(LocalDate day) {
            return day.isAfter(from) && (to == null || !day.isAfter(to));
        }
    }

    /**
     * A clock.
     *
     * @param opened the opening day
     * @param limit working days
     */
    record Clock(LocalDate opened, int limit, List<Span> suspensions) {
        Clock {
            suspensions = List.copyOf(suspensions);
        }

        boolean isSuspended() {
            return suspensions.stream().anyMatch(span -> span.to() == null);
        }

        private boolean counts(LocalDate day) {
            return suspensions.stream().noneMatch(span -> span.covers(day));
        }
    }

    /**
     * When it is due and from when it is yellow.
     *
     * @param due null: it is suspended, or not known
     * @param unknownYear 0: all is known
     */
    record Due(@Nullable LocalDate due, @Nullable LocalDate warn, int unknownYear) {
        static final Due NONE = new Due(null, null, 0);
    }

    Due due(Clock clock) {
        if (clock.isSuspended()) return Due.NONE;
        LocalDate day = clock.opened();
        LocalDate warn = isYellow(0, clock.limit()) ? day : null;
        for (int used = 0; used < clock.limit(); ) {
            day = day.plusDays(1);
            Optional<Boolean> working = days.isWorkingDay(day);
            if (working.isEmpty()) return new Due(null, null, day.getYear());
            if (!working.get() || !clock.counts(day)) continue;
            used++;
            if (warn == null && isYellow(used, clock.limit())) warn = day;
        }
        return new Due(day, warn == null ? day : warn, 0);
    }

    /** How many working days it has run up to a day, that one included; empty with a year that is not known. */
    Optional<Integer> used(Clock clock, LocalDate today) {
        int used = 0;
        for (LocalDate day = clock.opened().plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
            if (!clock.counts(day)) continue;
            Optional<Boolean> working = days.isWorkingDay(day);
            if (working.isEmpty()) return Optional.empty();
            if (working.get()) used++;
        }
        return Optional.of(used);
    }

    private boolean isYellow(int used, int limit) {
        return 100 * used >= yellowShare * limit || limit - used <= StrictMath.min(yellowDays, limit / 2);
    }

    /** Of stored days, on a day. @param ended when it stopped; null: it runs */
    static Light light(Due stored, boolean suspended, LocalDate today, @Nullable LocalDate ended) {
        LocalDate due = stored.due();
        if (ended != null) {
            if (due == null) return Light.UNKNOWN;
            return ended.isAfter(due) ? Light.DONE_LATE : Light.DONE_IN_TIME;
        }
        if (suspended) return Light.GREY;
        if (due == null) return Light.UNKNOWN;
        if (today.isAfter(due)) return Light.RED;
        return stored.warn() != null && !today.isBefore(stored.warn()) ? Light.YELLOW : Light.GREEN;
    }

    /**
     * The opening day of what came at an instant: the day itself while the office is open, else the next working day.
     *
     * @param day of the city
     * @param late whether it came after office hours
     * @return empty when that lies in a year that is not known
     */
    Optional<LocalDate> opening(LocalDate day, boolean late) {
        LocalDate opening = late ? day.plusDays(1) : day;
        for (int tries = 0; tries < 60; tries++, opening = opening.plusDays(1)) {
            Optional<Boolean> working = days.isWorkingDay(opening);
            if (working.isEmpty()) return Optional.empty();
            if (working.get()) return Optional.of(opening);
        }
        return Optional.empty();
    }
}
