package org.cuntu.core.onemap.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Component;

/** The ground that a delivery answers for (its coverage polygon, contracts 3). */
@Component
class Ground {
    static final String FEATURES = "features";
    static final String CITY = "city";
    private static final String TOWNSHIPS = "XZQ";
    private static final String DIVISION = "XZQDM";

    /** A division's ground is asked for by every step of its deliveries. */
    private static final int KEPT = 64;

    private final Baselines baselines;
    private final SnapshotStore store;
    /** By division and the townships' snapshot, which never changes. */
    private final Map<String, Geometry> made = new ConcurrentHashMap<>();

    Ground(Baselines baselines, SnapshotStore store) {
        this.baselines = baselines;
        this.store = store;
    }

    /**
     * The city's ground, or a division's, by the townships in force at a date.
     *
     * @throws InputRefused when there are none, or none of that division
     */
    Geometry of(String ground, LocalDate date) {
        return of(ground, date, (String) null);
    }

    /** @param known K; null: all that is known */
    Geometry of(String ground, LocalDate date, @Nullable String known) {
        SnapshotRef townships = baselines.resolve(date, known).layers().stream()
                .filter(layer -> layer.entry().code().equals(TOWNSHIPS))
                .map(Baseline.Layer::snapshot)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> refused(ground));
        if (made.size() > KEPT) made.clear();
        return made.computeIfAbsent(townships.hash() + " " + ground, key -> of(ground, townships))
                .copy();
    }

    private Geometry of(String ground, SnapshotRef townships) {
        try (SnapshotStore.Lease lease = store.open(townships.hash())) {
            Snapshot snapshot = lease.snapshot();
            if (ground.equals(CITY)) return snapshot.coverage();
            List<Geometry> parts = new ArrayList<>();
            for (int i = 0; i < snapshot.size(); i++)
                if (String.valueOf(snapshot.value(i, DIVISION)).startsWith(ground)) parts.add(snapshot.geometry(i));
            if (!ground.matches("[0-9]{2,12}") || parts.isEmpty()) throw refused(ground);
            return union(parts);
        }
    }

    private static InputRefused refused(String ground) {
        return new InputRefused(Problem.refused("onemap.no-ground", Problem.Place.UNKNOWN, "ground", ground));
    }

    /** The union of polygons that should not overlap; right, only slower, when they do. */
    static Geometry union(List<Geometry> parts) {
        Geometry joined = CoverageUnion.union(parts.toArray(Geometry[]::new));
        if (joined.isValid()) return joined;
        return OverlayNGRobust.union(parts, new GeometryFactory());
    }

    /** Gathers the ground of features given one after the other, in portions, so that few are held at a time. */
    static final class Gathering {
        private static final int PORTION = 5_000;

        private final List<Geometry> waiting = new ArrayList<>();
        private final List<Geometry> unions = new ArrayList<>();

        /** Leaves out what is no valid polygon: the writer refuses it, and says why. */
        void add(Geometry geometry) {
            if (geometry.isEmpty() || !geometry.isValid()) return;
            waiting.add(geometry);
            if (waiting.size() == PORTION) flush();
        }

        private void flush() {
            if (waiting.isEmpty()) return;
            unions.add(union(waiting));
            waiting.clear();
        }

        /** When no feature was valid, the whole globe: nothing will be written. */
        Geometry ground() {
            flush();
            if (unions.isEmpty()) return new GeometryFactory().toGeometry(new Envelope(-180, 180, -90, 90));
            return unions.size() == 1 ? unions.getFirst() : union(unions);
        }
    }
}
