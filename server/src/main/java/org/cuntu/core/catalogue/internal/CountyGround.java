package org.cuntu.core.catalogue.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.core.catalogue.Coverage;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.measure.Apportionment;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.cuntu.platform.identity.Organisation.Division;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.stereotype.Component;

/**
 * How much of each county's ground a version answers for, by the townships in force. Snapshots never change, so what was measured
 * is kept; versions with the same coverage polygon are measured once. Thread safe.
 */
@Component
class CountyGround {
    static final String TOWNSHIPS = "XZQ";
    static final String DIVISION = "XZQDM";
    private static final int KEPT = 512;

    private final SnapshotStore store;
    private final Map<String, Coverage> kept = lastUsed();
    private final Map<String, String> polygons = lastUsed();

    CountyGround(SnapshotStore store) {
        this.store = store;
    }

    private static <V> Map<String, V> lastUsed() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > KEPT;
            }
        };
    }

    /** The townships' version of a baseline; empty when there is none that can be asked. */
    static Optional<String> townships(Baseline baseline) {
        return baseline.layers().stream()
                .filter(layer -> layer.entry().code().equals(TOWNSHIPS) && layer.snapshot() != null)
                .map(Baseline.Layer::snapshot)
                .map(SnapshotRef::hash)
                .findFirst();
    }

    /** Empty when the version's file, or the townships', is missing. */
    Optional<Coverage> of(String hash, String townships, List<Division> counties) {
        if (!store.contains(hash) || !store.contains(townships)) return Optional.empty();
        String polygon = polygon(hash);
        String key = townships + " " + polygon + " "
                + counties.stream().map(Division::code).toList();
        synchronized (kept) {
            Coverage found = kept.get(key);
            if (found != null) return Optional.of(found);
        }
        Coverage measured;
        try (SnapshotStore.Lease ground = store.open(townships);
                SnapshotStore.Lease lease = store.open(hash)) {
            boolean whole = polygon.equals(polygon(townships));
            measured = measured(ground.snapshot(), lease.snapshot(), whole, counties);
        }
        synchronized (kept) {
            kept.put(key, measured);
        }
        return Optional.of(measured);
    }

    /** Names the coverage polygon of a version by what it is. */
    private String polygon(String hash) {
        synchronized (polygons) {
            String found = polygons.get(hash);
            if (found != null) return found;
        }
        try (SnapshotStore.Lease lease = store.open(hash)) {
            byte[] wkb = new WKBWriter().write(lease.snapshot().coverage());
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(wkb));
            synchronized (polygons) {
                polygons.put(hash, digest);
            }
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Coverage measured(Snapshot townships, Snapshot version, boolean whole, List<Division> counties) {
        double[] parts = new double[2 * counties.size()];
        double sum = 0;
        for (int i = 0; i < townships.size(); i++) {
            int county = county(String.valueOf(townships.value(i, DIVISION)), counties);
            if (county < 0) continue;
            double ground = townships.integral(i);
            double inside = whole ? ground : inside(townships.geometry(i), version);
            double covered = StrictMath.max(0, StrictMath.min(ground, inside));
            parts[2 * county] += covered;
            parts[2 * county + 1] += ground - covered;
            sum += ground;
        }
        List<Area> areas = Apportionment.areas(parts, Area.ofSquareMetres(sum));
        List<Coverage.Part> all = new ArrayList<>();
        Area covered = Area.ZERO;
        for (int c = 0; c < counties.size(); c++) {
            Area inside = areas.get(2 * c);
            all.add(new Coverage.Part(counties.get(c).code(), inside.plus(areas.get(2 * c + 1)), inside));
            covered = covered.plus(inside);
        }
        return new Coverage(Area.ofSquareMetres(sum), covered, all);
    }

    private static double inside(Geometry township, Snapshot version) {
        return township.isEmpty() ? 0 : SiteOverlay.inside(Site.of(township), version);
    }

    private static int county(String township, List<Division> counties) {
        for (int c = 0; c < counties.size(); c++)
            if (township.startsWith(counties.get(c).significant())) return c;
        return -1;
    }
}
