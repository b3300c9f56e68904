package org.cuntu.platform.home;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When a dated thing of the city's folder holds, on the two clocks of contracts 4.
 *
 * @param from first day
 * @param to first day no longer; null: open
 * @param knownFrom from which instant the bureau knew it; null: always
 */
public record InForce(
        LocalDate from, @Nullable LocalDate to, @Nullable Instant knownFrom) {
    /** In force at a day, whatever is known. */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** @param known K; null: all that is known */
    public boolean isKnown(@Nullable Instant known) {
        return knownFrom == null || known == null || !knownFrom.isAfter(known);
    }

    /** Whether both may hold on one day without one being the correction of the other. */
    public boolean contradicts(InForce other) {
        return meets(other) && known().equals(other.known());
    }

    /** Whether both are in force on some day. */
    public boolean meets(InForce other) {
        return (to == null || other.from.isBefore(to)) && (other.to == null || from.isBefore(other.to));
    }

    private Instant known() {
        return knownFrom == null ? Instant.MIN : knownFrom;
    }

    /**
     * Of the versions of one thing known at K the one in force at a day: greatest in-force-from, then greatest known. A
     * version with the in-force-from of an earlier-known one is its correction and stands in its place, its end too.
     *
     * @param known K; null: all that is known
     */
    public static <T> Optional<T> choose(
            Collection<T> versions, Function<T, InForce> when, LocalDate day, @Nullable Instant known) {
        Map<LocalDate, T> last = new HashMap<>();
        for (T version : versions)
            if (when.apply(version).isKnown(known))
                last.merge(
                        when.apply(version).from(), version, (one, other) -> isLater(when, one, other) ? other : one);
        T found = null;
        for (T version : last.values()) {
            InForce held = when.apply(version);
            if (held.isInForce(day)
                    && (found == null || when.apply(found).from().isBefore(held.from()))) found = version;
        }
        return Optional.ofNullable(found);
    }

    private static <T> boolean isLater(Function<T, InForce> when, T one, T other) {
        return !when.apply(other).known().isBefore(when.apply(one).known());
    }
}
