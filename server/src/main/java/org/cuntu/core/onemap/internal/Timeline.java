package org.cuntu.core.onemap.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.ReleaseEntry.Act;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one layer as known at an instant, and the one in force at a date (contracts 4). An end at a day takes every
 * version that began before it out of force from that day on: a layer that was ended does not fall back to an older one.
 */
record Timeline(List<ReleaseEntry> entries) {
    Timeline {
        entries = List.copyOf(entries);
    }

    /** Without what became known later, and without what was withdrawn by then. */
    Timeline knownAt(Instant known) {
        List<ReleaseEntry> then =
                entries.stream().filter(e -> !e.knownFrom().isAfter(known)).toList();
        Set<UUID> withdrawn = new HashSet<>();
        for (ReleaseEntry entry : then) if (entry.act() == Act.WITHDRAWAL) withdrawn.add(entry.target());
        return new Timeline(then.stream()
                .filter(e -> e.act() != Act.WITHDRAWAL && !withdrawn.contains(e.id()))
                .toList());
    }

    /** Of a timeline from {@link #knownAt}: greatest in-force-from, then greatest known. */
    Optional<ReleaseEntry> inForceAt(LocalDate date) {
        return versions()
                .filter(e -> !from(e).isAfter(date))
                .filter(e -> !ended(from(e), date))
                .max(Comparator.comparing(Timeline::from).thenComparing(ReleaseEntry::knownFrom));
    }

    /** The first day on which a version is no longer in force: the next version's, or an end's; null: open. */
    @Nullable
    LocalDate inForceTo(ReleaseEntry version) {
        LocalDate next = versions()
                .map(Timeline::from)
                .filter(from -> from.isAfter(from(version)))
                .min(Comparator.naturalOrder())
                .orElse(null);
        LocalDate end = ends().filter(to -> to.isAfter(from(version)))
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (next == null || end == null) return next == null ? end : next;
        return next.isBefore(end) ? next : end;
    }

    boolean hasVersionFrom(LocalDate inForceFrom) {
        return versionFrom(inForceFrom).isPresent();
    }

    /** Of a timeline from {@link #knownAt}: what is said last of the version with this in-force-from. */
    Optional<ReleaseEntry> versionFrom(LocalDate inForceFrom) {
        return versions().filter(e -> from(e).equals(inForceFrom)).max(Comparator.comparing(ReleaseEntry::knownFrom));
    }

    /** Of a timeline from {@link #knownAt}: what is said last of each version, by in-force-from. */
    List<ReleaseEntry> listVersions() {
        return versions()
                .map(Timeline::from)
                .distinct()
                .sorted()
                .map(from -> versionFrom(from).orElseThrow())
                .toList();
    }

    Optional<ReleaseEntry> find(UUID id) {
        return entries.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    private boolean ended(LocalDate from, LocalDate date) {
        return ends().anyMatch(to -> to.isAfter(from) && !to.isAfter(date));
    }

    private Stream<ReleaseEntry> versions() {
        return entries.stream().filter(e -> e.act() == Act.RELEASE || e.act() == Act.CORRECTION);
    }

    private Stream<LocalDate> ends() {
        return entries.stream().filter(e -> e.act() == Act.END).map(e -> Objects.requireNonNull(e.inForceTo()));
    }

    private static LocalDate from(ReleaseEntry version) {
        return Objects.requireNonNull(version.inForceFrom());
    }
}
