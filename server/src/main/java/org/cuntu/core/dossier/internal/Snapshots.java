package org.cuntu.core.dossier.internal;

import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.Releases;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.http.ProblemAnswer;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Released snapshots by layer and hash, as addresses name them. Thread safe. */
@Component
class Snapshots {
    private final Releases releases;
    private final SnapshotStore store;
    private final LayerRegister register;
    private final LayerSight sight;

    Snapshots(Releases releases, SnapshotStore store, LayerRegister register, LayerSight sight) {
        this.releases = releases;
        this.store = store;
        this.register = register;
        this.sight = sight;
    }

    /** @throws ProblemAnswer 404 when no such version of the layer was released or may be seen, or its file is missing */
    SnapshotStore.Lease open(String layer, String hash) {
        entry(layer, hash);
        try {
            return store.open(hash);
        } catch (SnapshotStore.MissingSnapshot e) {
            throw ProblemAnswer.notFound("onemap.no-snapshot-file", "layer", layer, "hash", hash);
        }
    }

    ReleaseEntry entry(String layer, String hash) {
        boolean hidden =
                register.findLayer(layer).filter(each -> !sight.sees(each)).isPresent();
        if (hidden) throw ProblemAnswer.notFound("onemap.unknown-snapshot", "layer", layer, "hash", hash);
        return releases.listReleases(layer).stream()
                .filter(entry -> hash.equals(entry.hash()))
                .findFirst()
                .orElseThrow(() -> ProblemAnswer.notFound("onemap.unknown-snapshot", "layer", layer, "hash", hash));
    }

    /** @throws ProblemAnswer 404 when the snapshot has no such feature */
    static Geometry shape(Snapshot snapshot, int feature) {
        if (feature < 0 || feature >= snapshot.size())
            throw ProblemAnswer.notFound(
                    "onemap.unknown-feature", "layer", snapshot.schema().layer(), "feature", feature);
        return snapshot.geometry(feature);
    }
}
