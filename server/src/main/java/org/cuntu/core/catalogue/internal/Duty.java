package org.cuntu.core.catalogue.internal;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cuntu.core.catalogue.Cycle;
import org.cuntu.platform.home.InForce;
import org.jspecify.annotations.Nullable;

/**
 * How often a layer is due (到期规则), while the rule holds. Periods are counted from its first day in force.
 *
 * @param every months or days, not both; null: renewed when there is cause
 * @param dueAfter so long after a period's last day what belongs to it is still on time
 * @param remindBefore so long before that day it is due soon
 */
record Duty(Cycle cycle, @Nullable Period every, Period dueAfter, Period remindBefore, InForce held) {
    /** Whether periods of this length can be counted. */
    static boolean isCountable(Period every) {
        boolean months = every.toTotalMonths() > 0 && every.getDays() == 0;
        return months || (every.toTotalMonths() == 0 && every.getDays() > 0);
    }

    /** The period that a day lies in; those before the duty's first day have numbers below 0. Empty without a cycle. */
    Optional<DuePeriod> holding(LocalDate day) {
        if (every == null) return Optional.empty();
        long units = every.getDays() > 0
                ? ChronoUnit.DAYS.between(held.from(), day)
                : ChronoUnit.MONTHS.between(held.from(), day);
        long length = every.getDays() > 0 ? every.getDays() : every.toTotalMonths();
        DuePeriod found = period(Math.floorDiv(units, length), every);
        // months are cut toward the duty's first day, so that a day before it may lie one period earlier
        while (day.isBefore(found.from())) found = period(found.number() - 1, every);
        while (day.isAfter(found.to())) found = period(found.number() + 1, every);
        return Optional.of(found);
    }

    private DuePeriod period(long number, Period length) {
        LocalDate from = held.from().plus(length.multipliedBy(Math.toIntExact(number)));
        LocalDate to = held.from()
                .plus(length.multipliedBy(Math.toIntExact(number + 1)))
                .minusDays(1);
        return new DuePeriod(number, from, to, to.plus(dueAfter));
    }

    Optional<DuePeriod> next(DuePeriod after) {
        return every == null ? Optional.empty() : Optional.of(period(after.number() + 1, every));
    }

    /**
     * The periods since the duty's first day that fell due from one day up to another, the earliest first; when there are none,
     * the last that fell due before.
     */
    List<DuePeriod> dueBetween(LocalDate first, LocalDate last) {
        List<DuePeriod> due = new ArrayList<>();
        DuePeriod period = holding(last).orElse(null);
        if (period == null || every == null) return due;
        while (period.number() >= 0
                && due.stream().noneMatch(each -> each.dueOn().isBefore(first))) {
            if (!period.dueOn().isAfter(last)) due.addFirst(period);
            period = period(period.number() - 1, every);
        }
        if (due.size() > 1 && due.getFirst().dueOn().isBefore(first)) due.removeFirst();
        return due;
    }
}
