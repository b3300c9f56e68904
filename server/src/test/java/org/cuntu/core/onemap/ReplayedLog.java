package org.cuntu.core.onemap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one layer answers, found the slow way that nobody can get wrong: the log is replayed up to K, then one walks from day to
 * day up to T, as an officer with a calendar would. Shares nothing with the product but the entries.
 */
final class ReplayedLog {
    private static final LocalDate BEFORE_ALL = LocalDate.of(2020, 1, 1);

    private final List<ReleaseEntry> written = new ArrayList<>();

    void add(ReleaseEntry entry) {
        written.add(entry);
    }

    /** What stands at K: versions by their first day with what was said last of each, and the days of the ends. */
    private record Standing(TreeMap<LocalDate, String> versions, Set<LocalDate> ends, Set<UUID> entries) {}

    private Standing at(@Nullable Instant known) {
        Set<UUID> gone = new HashSet<>();
        for (ReleaseEntry entry : written)
            if (isKnown(entry, known) && entry.target() != null) gone.add(entry.target());
        Standing standing = new Standing(new TreeMap<>(), new HashSet<>(), new HashSet<>());
        for (ReleaseEntry entry : written) {
            if (!isKnown(entry, known) || gone.contains(entry.id())) continue;
            if (entry.hash() != null) standing.versions.put(Objects.requireNonNull(entry.inForceFrom()), entry.hash());
            if (entry.inForceTo() != null) standing.ends.add(entry.inForceTo());
            if (entry.target() == null) standing.entries.add(entry.id());
        }
        return standing;
    }

    private static boolean isKnown(ReleaseEntry entry, @Nullable Instant known) {
        return known == null || !entry.knownFrom().isAfter(known);
    }

    /** The hash in force at T as known at K; null: none. */
    @Nullable
    String answer(LocalDate date, @Nullable Instant known) {
        return walk(at(known), date);
    }

    private static @Nullable String walk(Standing standing, LocalDate date) {
        String inForce = null;
        for (LocalDate day = BEFORE_ALL; !day.isAfter(date); day = day.plusDays(1)) {
            if (standing.ends.contains(day)) inForce = null;
            if (standing.versions.containsKey(day)) inForce = standing.versions.get(day);
        }
        return inForce;
    }

    /** The first day after T on which something else is said; null: never within the days that are looked at. */
    @Nullable
    LocalDate changes(LocalDate date, @Nullable Instant known, LocalDate last) {
        Standing standing = at(known);
        for (LocalDate day = date.plusDays(1); !day.isAfter(last); day = day.plusDays(1))
            if (standing.ends.contains(day) || standing.versions.containsKey(day)) return day;
        return null;
    }

    /** Whether the product is to take this, by everything known. */
    boolean takes(ReleaseRequest request) {
        Standing now = at(null);
        return switch (request) {
            case ReleaseRequest.Release r -> !now.versions.containsKey(r.inForceFrom());
            case ReleaseRequest.Correction c -> now.versions.containsKey(c.inForceFrom());
            case ReleaseRequest.End e -> walk(now, e.inForceTo().minusDays(1)) != null;
            case ReleaseRequest.Withdrawal w -> now.entries.contains(w.entry());
        };
    }

    List<ReleaseEntry> written() {
        return List.copyOf(written);
    }
}
