package org.cuntu.core.onemap.internal;

import java.util.Arrays;
import java.util.List;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.PointAnswer;
import org.cuntu.core.onemap.PointAnswer.Answer;
import org.cuntu.core.onemap.Points;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.overlay.NearPlace;
import org.cuntu.engine.overlay.PointOnMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
class SnapshotPoints implements Points {
    private static final Logger log = LoggerFactory.getLogger(SnapshotPoints.class);

    private final SnapshotStore store;

    SnapshotPoints(SnapshotStore store) {
        this.store = store;
    }

    @Override
    public PointAnswer at(Baseline baseline, double lon, double lat, double near) {
        List<PointAnswer.Layer> layers = baseline.layers().stream()
                .map(layer -> ask(layer, lon, lat, near))
                .toList();
        return new PointAnswer(baseline.asOf(), baseline.known(), layers);
    }

    private PointAnswer.Layer ask(Baseline.Layer layer, double lon, double lat, double near) {
        SnapshotRef ref = layer.snapshot();
        if (layer.reason() != null) return notAnswered(layer, layer.reason());
        if (ref == null) return notAnswered(layer, NotAnsweredReason.NO_SNAPSHOT);
        try (SnapshotStore.Lease lease = store.open(ref.hash())) {
            Snapshot snapshot = lease.snapshot();
            int[] features = layer.entry().isAreal()
                    ? PointOnMap.features(snapshot, lon, lat)
                    : NearPlace.features(snapshot, lon, lat, near);
            if (features.length == 0 && !PointOnMap.isCovered(snapshot, lon, lat))
                return notAnswered(layer, NotAnsweredReason.OUTSIDE_COVERAGE);
            List<Integer> first =
                    Arrays.stream(features).limit(MOST_FEATURES).boxed().toList();
            Answer answer = features.length > 0 ? Answer.CONCERNED : Answer.CLEAR;
            return new PointAnswer.Layer(layer.entry(), ref, answer, null, first, features.length);
        } catch (SnapshotStore.MissingSnapshot e) {
            log.error("layer {}", ref.layer(), e);
            return notAnswered(layer, NotAnsweredReason.FAULT);
        }
    }

    private static PointAnswer.Layer notAnswered(Baseline.Layer layer, NotAnsweredReason reason) {
        return new PointAnswer.Layer(layer.entry(), layer.snapshot(), Answer.NOT_ANSWERED, reason, List.of(), 0);
    }
}
