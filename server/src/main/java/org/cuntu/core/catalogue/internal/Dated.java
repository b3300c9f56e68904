package org.cuntu.core.catalogue.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.cuntu.platform.home.InForce;
import org.jspecify.annotations.Nullable;

/** The dated things of the catalogue's file that are no layer. */
final class Dated {
    private Dated() {}

    /**
     * What counts as collected.
     *
     * @param score least score, 0…100
     * @param coverage least part of a county, hundredths of a percent
     * @param window so far back due items are looked at
     */
    record Thresholds(double score, int coverage, Period window, InForce held) {}

    /** A line of the core data list (核心数据清单). */
    record Core(String layer, int weight, InForce held) {}

    static Optional<Thresholds> thresholds(List<Thresholds> all, LocalDate at, @Nullable Instant known) {
        return InForce.choose(all, Thresholds::held, at, known);
    }

    /** The weight of a layer; 0 when it is not in the list. */
    static int weight(List<Core> all, String layer, LocalDate at, @Nullable Instant known) {
        List<Core> own = all.stream().filter(core -> core.layer().equals(layer)).toList();
        return InForce.choose(own, Core::held, at, known).map(Core::weight).orElse(0);
    }
}
