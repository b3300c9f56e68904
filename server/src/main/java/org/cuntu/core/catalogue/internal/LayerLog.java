package org.cuntu.core.catalogue.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.cuntu.core.onemap.ReleaseEntry;
import org.jspecify.annotations.Nullable;

/**
 * The acts of one layer as known at K, in the order in which they became known.
 *
 * @param withdrawn the entries that were withdrawn by K
 */
record LayerLog(List<ReleaseEntry> entries, Set<UUID> withdrawn) {
    /** @param known K; null: nothing is known yet */
    static LayerLog of(List<ReleaseEntry> all, @Nullable Instant known) {
        if (known == null) return new LayerLog(List.of(), Set.of());
        List<ReleaseEntry> entries =
                all.stream().filter(entry -> !entry.knownFrom().isAfter(known)).toList();
        Set<UUID> withdrawn = new HashSet<>();
        for (ReleaseEntry entry : entries) if (entry.target() != null) withdrawn.add(entry.target());
        return new LayerLog(entries, withdrawn);
    }

    /** Releases and corrections that stand, in force by T. */
    List<ReleaseEntry> deliveries(LocalDate asOf) {
        return entries.stream()
                .filter(entry -> entry.hash() != null && !withdrawn.contains(entry.id()))
                .filter(entry -> !from(entry).isAfter(asOf))
                .toList();
    }

    /** First day in force of a release or correction. */
    static LocalDate from(ReleaseEntry delivery) {
        return Objects.requireNonNull(delivery.inForceFrom());
    }

    static String hash(ReleaseEntry delivery) {
        return Objects.requireNonNull(delivery.hash());
    }
}
