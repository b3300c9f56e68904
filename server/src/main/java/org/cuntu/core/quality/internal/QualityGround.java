package org.cuntu.core.quality.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cuntu.core.conformity.report.PaperMap;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.ClassSchemes;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;

/** What the plates of a report are drawn from, open while they are: what was checked, and the townships of that day. */
final class QualityGround implements AutoCloseable {
    private static final String TOWNSHIPS = "XZQ";

    private final List<SnapshotStore.Lease> leases = new ArrayList<>();
    private final Map<String, Snapshot> snapshots = new HashMap<>();
    private final PaperMap.Names names;

    private QualityGround(PaperMap.Names names) {
        this.names = names;
    }

    /** Empty when what was checked is not kept any more. */
    static Optional<QualityGround> of(CheckRun run, Baselines baselines, SnapshotStore store, PaperMap.Names names) {
        QualityGround ground = new QualityGround(names);
        for (Baseline.Layer layer :
                baselines.resolve(run.at(), run.checkedAt().toString()).layers()) {
            SnapshotRef version = layer.snapshot();
            String code = layer.entry().code();
            if (version != null && code.equals(TOWNSHIPS)) ground.open(store, code, version.hash());
        }
        ground.open(store, run.layer(), run.snapshot());
        if (ground.snapshots.containsKey(run.layer()) && ground.checked(run).size() > 0) return Optional.of(ground);
        ground.close();
        return Optional.empty();
    }

    private void open(SnapshotStore store, String code, String hash) {
        try {
            SnapshotStore.Lease lease = store.open(hash);
            leases.add(lease);
            snapshots.put(code, lease.snapshot());
        } catch (SnapshotStore.MissingSnapshot gone) {
            // the plate is drawn without it
        }
    }

    /** Names from the register and the city's classes. */
    static PaperMap.Names names(LayerRegister register, ClassSchemes schemes, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        return new PaperMap.Names() {
            @Override
            public String layer(String code) {
                return register.findLayer(code)
                        .map(entry -> english ? entry.en() : entry.zh())
                        .orElse(code);
            }

            @Override
            public String landClass(String scheme, String code) {
                return schemes.find(scheme).stream()
                        .flatMap(List::stream)
                        .filter(entry -> entry.code().equals(code))
                        .map(entry -> english && !entry.en().isEmpty() ? entry.en() : entry.name())
                        .findFirst()
                        .orElse(code);
            }
        };
    }

    Snapshot checked(CheckRun run) {
        return snapshots.get(run.layer());
    }

    Map<String, Snapshot> snapshots() {
        return snapshots;
    }

    PaperMap.Names names() {
        return names;
    }

    @Override
    public void close() {
        leases.forEach(SnapshotStore.Lease::close);
    }
}
