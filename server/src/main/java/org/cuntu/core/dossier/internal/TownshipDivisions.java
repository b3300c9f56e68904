package org.cuntu.core.dossier.internal;

import java.util.Optional;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.oversight.GroundDivisions;
import org.springframework.stereotype.Component;

/** The division of a place by the townships (XZQ) in force today. */
@Component
class TownshipDivisions implements GroundDivisions {
    private final Divisions divisions;
    private final Baselines baselines;
    private final SnapshotStore store;
    private final CityClock clock;

    TownshipDivisions(Divisions divisions, Baselines baselines, SnapshotStore store, CityClock clock) {
        this.divisions = divisions;
        this.baselines = baselines;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<String> find(double lon, double lat) {
        try (OpenBaseline open = new OpenBaseline(baselines.resolve(clock.today(), null), store)) {
            return divisions.findCode(open, new double[] {lon, lat});
        }
    }
}
