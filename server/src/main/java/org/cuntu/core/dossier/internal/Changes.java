package org.cuntu.core.dossier.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.cuntu.core.dossier.Dossier;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.Releases;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a place differs from one version of a layer to the next, among the versions in force up to T as known at K. */
@Component
class Changes {
    private final Releases releases;
    private final Baselines baselines;
    private final SnapshotStore store;
    private final FeatureWords words;

    Changes(Releases releases, Baselines baselines, SnapshotStore store, FeatureWords words) {
        this.releases = releases;
        this.baselines = baselines;
        this.store = store;
        this.words = words;
    }

    List<Dossier.Change> of(Baseline baseline, Where where, User user) {
        Instant known = baseline.known();
        if (known == null) return List.of();
        Map<LocalDate, Baseline> then = new HashMap<>();
        List<Dossier.Change> changes = new ArrayList<>();
        for (Baseline.Layer layer : baseline.layers()) {
            if (!Seeing.may(user, layer.entry())) continue;
            List<SnapshotRef> versions = new ArrayList<>();
            for (LocalDate date : dates(layer.entry().code(), baseline.asOf(), known)) {
                Baseline at = then.computeIfAbsent(date, d -> baselines.resolve(d, known.toString()));
                SnapshotRef version = version(at, layer.entry().code());
                boolean same = version == null
                        || !versions.isEmpty() && versions.getLast().hash().equals(version.hash());
                if (!same && store.contains(version.hash())) versions.add(version);
            }
            List<Dossier.Step> steps = steps(layer.entry(), versions, where);
            if (!steps.isEmpty())
                changes.add(new Dossier.Change(layer.entry().code(), Sources.name(layer.entry()), steps));
        }
        return changes;
    }

    private TreeSet<LocalDate> dates(String layer, LocalDate asOf, Instant known) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        releases.listReleases(layer).stream()
                .filter(entry -> entry.hash() != null && !entry.knownFrom().isAfter(known))
                .map(entry -> Objects.requireNonNull(entry.inForceFrom()))
                .filter(date -> !date.isAfter(asOf))
                .forEach(dates::add);
        return dates;
    }

    private static @Nullable SnapshotRef version(Baseline baseline, String layer) {
        return baseline.layers().stream()
                .filter(each -> each.entry().code().equals(layer))
                .map(Baseline.Layer::snapshot)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<Dossier.Step> steps(LayerEntry entry, List<SnapshotRef> versions, Where where) {
        List<Dossier.Step> steps = new ArrayList<>();
        for (int i = 1; i < versions.size(); i++) {
            SnapshotRef from = versions.get(i - 1);
            SnapshotRef to = versions.get(i);
            try (SnapshotStore.Lease old = store.open(from.hash());
                    SnapshotStore.Lease next = store.open(to.hash())) {
                Difference difference = new Difference(entry, words, old.snapshot(), next.snapshot());
                Difference.Found found = difference.at(where);
                if (!found.moves().isEmpty())
                    steps.add(new Dossier.Step(Sources.of(from), Sources.of(to), found.moves(), found.unchanged()));
            } catch (SnapshotStore.MissingSnapshot e) {
                continue; // the layer itself is said to be a fault
            }
        }
        return steps;
    }
}
