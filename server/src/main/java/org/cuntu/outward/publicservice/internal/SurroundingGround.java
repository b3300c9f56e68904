package org.cuntu.outward.publicservice.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.GeoJsonTree;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Component;

/**
 * The little of the map that a citizen sees: outlines and classes around a place, and where the townships are. Of which layers says
 * the city's {@code publicservice.yaml}, not what the caller may open on the map. Thread safe.
 */
@Component
class SurroundingGround {
    private static final int MOST = 600;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final PublicServiceFile file;
    private final Baselines baselines;
    private final SnapshotStore store;
    private final CityClock clock;
    private final CurrentActor actor;

    SurroundingGround(
            PublicServiceFile file, Baselines baselines, SnapshotStore store, CityClock clock, CurrentActor actor) {
        this.file = file;
        this.baselines = baselines;
        this.store = store;
        this.clock = clock;
        this.actor = actor;
    }

    private Baseline today() {
        return actor.as(CurrentActor.LOCAL, () -> baselines.resolve(clock.today(), null));
    }

    /** By layer a FeatureCollection of what lies in the box, cut by it; {@code c} is the class where the layer has classes. */
    Map<String, Object> in(Envelope box) {
        Geometry frame = FACTORY.toGeometry(box);
        Map<String, Object> layers = new LinkedHashMap<>();
        Baseline baseline = today();
        for (String layer : file.ground().layers()) {
            List<Object> features = new ArrayList<>();
            with(baseline, layer, (entry, snapshot) -> {
                String field = entry.entry().schema().classField();
                for (int feature : snapshot.find(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())) {
                    if (features.size() >= MOST) return;
                    Geometry cut = OverlayNGRobust.overlay(snapshot.geometry(feature), frame, OverlayNG.INTERSECTION);
                    if (cut.isEmpty() || cut.getDimension() < 2) continue;
                    Object value = field == null ? null : snapshot.value(feature, field);
                    features.add(Map.of(
                            "type",
                            "Feature",
                            "properties",
                            Map.of("c", value == null ? "" : value.toString()),
                            "geometry",
                            GeoJsonTree.of(cut)));
                }
            });
            layers.put(layer, Map.of("type", "FeatureCollection", "features", features));
        }
        return layers;
    }

    private interface Look {
        void at(Baseline.Layer layer, Snapshot snapshot);
    }

    private void with(Baseline baseline, String code, Look look) {
        for (Baseline.Layer layer : baseline.layers()) {
            if (!layer.entry().code().equals(code) || layer.snapshot() == null) continue;
            try (SnapshotStore.Lease lease = store.open(layer.snapshot().hash())) {
                look.at(layer, lease.snapshot());
            } catch (SnapshotStore.MissingSnapshot e) {
                return; // the ground is not shown; the answer about the site says that the layer does not answer
            }
        }
    }

    /** The townships with their boxes, by county and code. */
    List<Map<String, @Nullable Object>> places() {
        PublicServiceFile.Places where = file.places();
        List<Map<String, @Nullable Object>> places = new ArrayList<>();
        with(today(), where.layer(), (layer, snapshot) -> {
            for (int i = 0; i < snapshot.size(); i++) {
                Envelope box = snapshot.geometry(i).getEnvelopeInternal();
                Map<String, @Nullable Object> place = new LinkedHashMap<>();
                place.put("code", text(snapshot.value(i, where.code())));
                place.put("name", text(snapshot.value(i, where.name())));
                place.put("county", text(snapshot.value(i, where.county())));
                place.put("box", List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
                places.add(place);
            }
        });
        places.sort(Comparator.comparing(place -> String.valueOf(place.get("code"))));
        return places;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
