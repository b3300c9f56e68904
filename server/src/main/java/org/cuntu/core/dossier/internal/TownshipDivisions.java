package org.cuntu.core.dossier.internal;

import java.util.Optional;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.oversight.GroundDivisions;
import org.springframework.stereotype.Component;

/**
 * The division of a place by the townships (XZQ) in force today. It says who has to do with a place, so it does not depend on who asks:
 * a citizen, who is shown no layer, still comes to the right township.
 */
@Component
class TownshipDivisions implements GroundDivisions {
    private final Divisions divisions;
    private final Baselines baselines;
    private final SnapshotStore store;
    private final CityClock clock;
    private final CurrentActor actor;

    TownshipDivisions(
            Divisions divisions, Baselines baselines, SnapshotStore store, CityClock clock, CurrentActor actor) {
        this.divisions = divisions;
        this.baselines = baselines;
        this.store = store;
        this.clock = clock;
        this.actor = actor;
    }

    @Override
    public Optional<String> find(double lon, double lat) {
        return actor.as(CurrentActor.LOCAL, () -> {
            try (OpenBaseline open = new OpenBaseline(baselines.resolve(clock.today(), null), store)) {
                return divisions.findCode(open, new double[] {lon, lat});
            }
        });
    }
}
