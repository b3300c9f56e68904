package org.cuntu.business.permitting.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.report.PaperMap;
import org.cuntu.core.conformity.report.PdfSheet;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** The map of a certificate's site (附图): its edge over the lines in force on the day of issue. */
@Component
class PermitPlate {
    private static final float HEIGHT = 190;
    private static final int LEAST = 500;
    private static final double FILL = 0.45;

    private final Baselines baselines;
    private final SnapshotStore store;
    private final LayerRegister register;
    private final PermittingFile file;

    PermitPlate(Baselines baselines, SnapshotStore store, LayerRegister register, PermittingFile file) {
        this.baselines = baselines;
        this.store = store;
        this.register = register;
        this.file = file;
    }

    void print(PdfSheet sheet, PermitWords words, PermitSite site, LocalDate day) {
        List<SnapshotStore.Lease> leases = new ArrayList<>();
        try {
            Map<String, Snapshot> snapshots = open(day, leases);
            sheet.need(PaperMap.height(HEIGHT) + 40);
            PaperMap map = new PaperMap(
                    sheet,
                    words.locale(),
                    snapshots,
                    names(words),
                    site.grounds(),
                    LEAST,
                    FILL,
                    PaperMap.Room.whole(sheet, HEIGHT));
            snapshots.keySet().forEach(map::layer);
            for (Geometry ground : site.grounds()) map.outline(ground, words.of("plate.site"));
            map.finish(words.of("plate.title"), "", true);
        } finally {
            leases.forEach(SnapshotStore.Lease::close);
        }
    }

    private Map<String, Snapshot> open(LocalDate day, List<SnapshotStore.Lease> leases) {
        Map<String, Snapshot> open = new LinkedHashMap<>();
        for (Baseline.Layer layer : baselines.resolve(day, null).layers()) {
            SnapshotRef version = layer.snapshot();
            if (version == null || !file.plate().contains(layer.entry().code())) continue;
            try {
                SnapshotStore.Lease lease = store.open(version.hash());
                leases.add(lease);
                open.put(layer.entry().code(), lease.snapshot());
            } catch (SnapshotStore.MissingSnapshot e) {
                continue; // the plate says less, the certificate the same
            }
        }
        return open;
    }

    private PaperMap.Names names(PermitWords words) {
        return new PaperMap.Names() {
            @Override
            public String layer(String code) {
                return register.findLayer(code)
                        .map(entry -> words.isEnglish() ? entry.en() : entry.zh())
                        .orElse(code);
            }

            @Override
            public String landClass(String scheme, String code) {
                return code;
            }
        };
    }
}
