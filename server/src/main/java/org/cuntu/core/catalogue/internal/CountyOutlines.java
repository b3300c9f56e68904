package org.cuntu.core.catalogue.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.platform.identity.Organisation.Division;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.stereotype.Component;

/**
 * The counties' outlines for small maps, drawn so coarsely that nothing is measured on them: neighbours still share their edges.
 * Kept for the last townships asked about. Thread safe.
 */
@Component
class CountyOutlines {
    /** About two hundred metres. */
    private static final double TOLERANCE = 0.002;

    private static final int KEPT = 4;

    private final Baselines baselines;
    private final SnapshotStore store;
    private final Organisation organisation;
    private final CityFolder city;
    private final Map<String, List<Outline>> kept = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Outline>> eldest) {
            return size() > KEPT;
        }
    };

    CountyOutlines(Baselines baselines, SnapshotStore store, Organisation organisation, CityFolder city) {
        this.baselines = baselines;
        this.store = store;
        this.organisation = organisation;
        this.city = city;
    }

    /** A county's outline, EPSG:4490; empty when the townships in force have none of it. */
    record Outline(Division county, Geometry outline) {}

    List<Outline> at(@Nullable LocalDate asOf, @Nullable String known) {
        Baseline baseline = baselines.resolve(asOf, known);
        List<Division> counties = organisation.listBelow(city.code(), baseline.asOf());
        String townships =
                CountyGround.townships(baseline).filter(store::contains).orElse(null);
        if (townships == null) return List.of();
        String key = townships + " " + counties.stream().map(Division::code).toList();
        synchronized (kept) {
            return kept.computeIfAbsent(key, each -> drawn(townships, counties));
        }
    }

    private List<Outline> drawn(String townships, List<Division> counties) {
        try (SnapshotStore.Lease lease = store.open(townships)) {
            Snapshot snapshot = lease.snapshot();
            Geometry[] outlines = new Geometry[counties.size()];
            for (int c = 0; c < outlines.length; c++)
                outlines[c] = united(snapshot, counties.get(c).significant());
            Geometry[] coarse = CoverageSimplifier.simplify(outlines, TOLERANCE);
            List<Outline> drawn = new ArrayList<>();
            for (int c = 0; c < coarse.length; c++) drawn.add(new Outline(counties.get(c), coarse[c]));
            return List.copyOf(drawn);
        }
    }

    private static Geometry united(Snapshot snapshot, String county) {
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < snapshot.size(); i++)
            if (String.valueOf(snapshot.value(i, CountyGround.DIVISION)).startsWith(county))
                parts.add(snapshot.geometry(i));
        if (parts.isEmpty()) return new GeometryFactory().createMultiPolygon();
        return CoverageUnion.union(parts.toArray(Geometry[]::new));
    }
}
