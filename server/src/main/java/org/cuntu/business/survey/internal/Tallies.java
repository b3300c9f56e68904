package org.cuntu.business.survey.internal;

import java.util.Optional;
import org.cuntu.business.survey.SurveyLayer;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.SnapshotStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The counted versions: in memory, on the disk, or counted now. Thread safe. */
@Component
class Tallies {
    static final String VILLAGES = "CJDCQ";
    static final String VILLAGE_CODE = "ZLDWDM";
    private static final int HELD = 6;

    private final SnapshotStore store;
    private final KeptFigures kept;
    private final LastUsed<Tally> held = new LastUsed<>(HELD);

    Tallies(SnapshotStore store, KeptFigures kept) {
        this.store = store;
        this.kept = kept;
    }

    /** The villages' version of a baseline, which a survey without a village field is measured by. */
    static @Nullable String villages(Baseline baseline) {
        return snapshot(baseline, VILLAGES).map(SnapshotRef::hash).orElse(null);
    }

    /** A layer's version, for whoever may see the layer. */
    static Optional<SnapshotRef> snapshot(Baseline baseline, String layer) {
        return baseline.layers().stream()
                .filter(each -> each.entry().code().equals(layer))
                .filter(each -> each.reason() != NotAnsweredReason.NOT_CLEARED)
                .findFirst()
                .map(Baseline.Layer::snapshot);
    }

    /**
     * @throws SnapshotStore.MissingSnapshot when a file is not there
     */
    Tally of(SurveyLayer layer, String snapshot, @Nullable String villages) {
        String ground = layer.divisionField() == null && villages != null ? villages : "";
        return held.get(Names.tally(layer, snapshot, ground), name -> {
            Optional<Tally> found = kept.findTally(name);
            if (found.isPresent()) return found.get();
            Tally made = made(layer, snapshot, ground);
            kept.keep(name, made);
            return made;
        });
    }

    private Tally made(SurveyLayer layer, String snapshot, String villages) {
        try (SnapshotStore.Lease lease = store.open(snapshot)) {
            if (villages.isEmpty()) return TallyMaking.of(lease.snapshot(), layer, null, VILLAGE_CODE);
            try (SnapshotStore.Lease ground = store.open(villages)) {
                return TallyMaking.of(lease.snapshot(), layer, ground.snapshot(), VILLAGE_CODE);
            }
        }
    }
}
