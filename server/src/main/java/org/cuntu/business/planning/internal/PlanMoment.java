package org.cuntu.business.planning.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A day for which a list is asked: what was known at its end, in the city's zone. */
@Component
class PlanMoment {
    private final CityClock clock;
    private final CityFolder city;

    PlanMoment(CityClock clock, CityFolder city) {
        this.clock = clock;
        this.city = city;
    }

    /** @param known null: today, by all that is known */
    record At(LocalDate day, @Nullable Instant known) {}

    /**
     * @param asOf empty: today
     * @throws org.cuntu.engine.problem.InputRefused when it is no date, or later than today
     */
    At of(@Nullable String asOf) {
        LocalDate today = clock.today();
        if (asOf == null || asOf.isBlank()) return new At(today, null);
        LocalDate day;
        try {
            day = LocalDate.parse(asOf);
        } catch (DateTimeParseException e) {
            throw LineCandidates.refused("planning.as-of", "date", asOf);
        }
        if (day.isAfter(today)) throw LineCandidates.refused("planning.as-of", "date", asOf);
        if (day.equals(today)) return new At(today, null);
        Instant end = day.plusDays(1).atStartOfDay(city.zone()).toInstant().minusNanos(1000);
        return new At(day, end);
    }
}
