package org.cuntu.core.onemap.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.core.onemap.Moments;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.onemap.Timetable;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class TwoClocks implements Baselines, Timetable {
    private final ReleaseTable table;
    private final RegisterFile register;
    private final SnapshotStore store;
    private final LayerSight sight;
    private final CityClock clock;
    private volatile @Nullable Standing last;

    TwoClocks(ReleaseTable table, RegisterFile register, SnapshotStore store, LayerSight sight, CityClock clock) {
        this.table = table;
        this.register = register;
        this.store = store;
        this.sight = sight;
        this.clock = clock;
    }

    @Override
    public Baseline resolve(@Nullable LocalDate asOf, @Nullable String known) {
        Baseline all = resolveAll(asOf, known);
        List<Baseline.Layer> areas =
                all.layers().stream().filter(layer -> layer.entry().isAreal()).toList();
        return new Baseline(all.asOf(), all.known(), all.asked(), areas);
    }

    @Override
    public Baseline resolveAll(@Nullable LocalDate asOf, @Nullable String known) {
        LocalDate date = asOf == null ? clock.today() : asOf;
        Instant asked = known == null ? null : instant(known.strip());
        ReleaseTable.Extent extent = table.extent();
        Instant cut = cut(extent.known(), asked);
        Map<String, SnapshotRef> inForce = cut == null ? Map.of() : inForce(table.timelines(extent, cut), cut, date);
        List<Baseline.Layer> layers = new ArrayList<>();
        Predicate<LayerEntry> seen = sight.all();
        Predicate<String> there = store.contained();
        for (RegisteredLayer registered : register.layers()) {
            LayerEntry entry = registered.at(date, asked);
            if (!seen.test(entry)) {
                layers.add(new Baseline.Layer(entry, null, NotAnsweredReason.NOT_CLEARED));
                continue;
            }
            SnapshotRef snapshot = inForce.get(entry.code());
            layers.add(new Baseline.Layer(entry, snapshot, reason(entry, snapshot, there, date)));
        }
        return new Baseline(date, cut, asked, layers);
    }

    /** What was worked out last, for the many who ask the same in a row: the timelines are the very same until there is another. */
    private record Standing(
            Map<String, Timeline> timelines, Instant cut, LocalDate date, Map<String, SnapshotRef> snapshots) {}

    /** The version of each layer that is in force at a date, by what was known at an instant; a layer without one is left out. */
    private Map<String, SnapshotRef> inForce(Map<String, Timeline> timelines, Instant cut, LocalDate date) {
        Standing known = last;
        if (known != null && known.timelines == timelines && known.cut.equals(cut) && known.date.equals(date))
            return known.snapshots;
        Map<String, SnapshotRef> snapshots = new HashMap<>();
        timelines.forEach((layer, timeline) -> {
            Timeline then = timeline.knownAt(cut);
            then.inForceAt(date)
                    .ifPresent(version -> snapshots.put(layer, reference(version, then.inForceTo(version))));
        });
        last = new Standing(timelines, cut, date, snapshots);
        return snapshots;
    }

    @Override
    public Moments moments(@Nullable String known) {
        ReleaseTable.Extent extent = table.extent();
        Instant cut = cut(extent.known(), known == null ? null : instant(known.strip()));
        Map<String, Timeline> timelines = extent.known() == null ? Map.of() : table.timelines(extent, extent.known());
        List<SnapshotRef> versions = new ArrayList<>();
        for (LayerEntry entry : register.listLayers()) {
            Timeline timeline = timelines.get(entry.code());
            if (timeline == null || cut == null || !sight.sees(entry)) continue;
            Timeline then = timeline.knownAt(cut);
            for (ReleaseEntry version : then.listVersions()) versions.add(reference(version, then.inForceTo(version)));
        }
        List<Instant> instants = timelines.entrySet().stream()
                .filter(each ->
                        register.findLayer(each.getKey()).filter(sight::sees).isPresent())
                .map(Map.Entry::getValue)
                .flatMap(timeline -> timeline.entries().stream())
                .map(ReleaseEntry::knownFrom)
                .sorted()
                .toList();
        return new Moments(cut, versions, instants);
    }

    /** @param greatest the greatest known-from there is */
    private static @Nullable Instant cut(@Nullable Instant greatest, @Nullable Instant asked) {
        return greatest == null || asked == null || asked.isAfter(greatest) ? greatest : asked;
    }

    private static @Nullable NotAnsweredReason reason(
            LayerEntry entry, @Nullable SnapshotRef snapshot, Predicate<String> there, LocalDate date) {
        if (snapshot == null) return NotAnsweredReason.NO_SNAPSHOT;
        if (!there.test(snapshot.hash())) return NotAnsweredReason.FAULT;
        boolean stale = entry.freshness() != null
                && snapshot.inForceFrom().plus(entry.freshness()).isBefore(date);
        return stale ? NotAnsweredReason.STALE : null;
    }

    private static SnapshotRef reference(ReleaseEntry version, @Nullable LocalDate inForceTo) {
        if (version.hash() == null || version.inForceFrom() == null)
            throw new IllegalStateException("no version: " + version.id());
        return new SnapshotRef(
                version.layer(),
                version.hash(),
                version.inForceFrom(),
                inForceTo,
                version.knownFrom(),
                version.invented(),
                version.source());
    }

    @Override
    public Baseline replay(LocalDate asOf, @Nullable Instant known, Map<String, String> hashes) {
        List<Baseline.Layer> layers = new ArrayList<>();
        for (LayerEntry entry : register.listLayers()) {
            if (!entry.isAreal()) continue;
            String hash = hashes.get(entry.code());
            SnapshotRef snapshot = hash == null
                    ? null
                    : table.findByHash(entry.code(), hash)
                            .map(version -> reference(version, null))
                            .orElse(null);
            layers.add(new Baseline.Layer(entry, snapshot, reason(entry, snapshot, store::contains, asOf)));
        }
        return new Baseline(asOf, known, layers);
    }

    private Instant instant(String known) {
        Instant now = clock.now();
        try {
            Instant instant = known.length() == 10
                    ? clock.endOf(LocalDate.parse(known))
                    : OffsetDateTime.parse(known).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (instant.isAfter(now))
                throw new InputRefused(Problem.refused(
                        "onemap.known-later", Problem.Place.UNKNOWN, "known", known, "now", clock.text(now)));
            return instant;
        } catch (DateTimeException e) {
            throw new InputRefused(Problem.refused("onemap.known-no-date", Problem.Place.UNKNOWN, "known", known));
        }
    }
}
