package org.cuntu.core.dossier.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.cuntu.engine.layer.Snapshot;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.springframework.stereotype.Component;

/**
 * County, township and village of a point by the layers XZQ and CJDCQ (TD/T 1057). Outlines that were asked stay indexed, the
 * least used ones given up. Thread safe.
 */
@Component
class Divisions {
    static final String TOWNSHIPS = "XZQ";
    static final String VILLAGES = "CJDCQ";

    private static final int KEPT = 3_000;

    private record Outline(IndexedPointInAreaLocator inside, Envelope box) {
        static Outline of(Geometry shape) {
            return new Outline(new IndexedPointInAreaLocator(shape), shape.getEnvelopeInternal());
        }
    }

    private final Map<String, Outline> kept = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Outline> eldest) {
            return size() > KEPT;
        }
    };

    /** Of a point, from the county to the village; what is not known is left out. */
    List<String> of(OpenBaseline open, double[] at) {
        return around(open, at, new double[] {at[0], at[1], at[0], at[1]});
    }

    /** Of a point of an area, those only that are larger than the area's bounds. */
    List<String> around(OpenBaseline open, double[] at, double[] bounds) {
        Envelope box = new Envelope(bounds[0], bounds[2], bounds[1], bounds[3]);
        Set<String> names = new LinkedHashSet<>();
        open.find(TOWNSHIPS).ifPresent(townships -> under(townships, at).ifPresent(feature -> {
            add(townships, feature, "XJMC", names);
            if (isWider(townships, feature, box)) add(townships, feature, "XZQMC", names);
        }));
        open.find(VILLAGES).ifPresent(villages -> under(villages, at).ifPresent(feature -> {
            if (isWider(villages, feature, box)) add(villages, feature, "ZLDWMC", names);
        }));
        return List.copyOf(names);
    }

    /** The code of the township of a point; empty when it is not known. */
    Optional<String> findCode(OpenBaseline open, double[] at) {
        Snapshot townships = open.find(TOWNSHIPS).orElse(null);
        if (townships == null) return Optional.empty();
        OptionalInt feature = under(townships, at);
        if (feature.isEmpty()) return Optional.empty();
        String code = FeatureWords.text(FeatureWords.of(townships, feature.getAsInt()), "XZQDM");
        return code.isEmpty() ? Optional.empty() : Optional.of(code);
    }

    private OptionalInt under(Snapshot snapshot, double[] at) {
        Coordinate point = new Coordinate(at[0], at[1]);
        return IntStream.of(snapshot.find(at[0], at[1], at[0], at[1]))
                .filter(feature -> outline(snapshot, feature).inside.locate(point) != Location.EXTERIOR)
                .findFirst();
    }

    private boolean isWider(Snapshot snapshot, int feature, Envelope bounds) {
        return outline(snapshot, feature).box.contains(bounds);
    }

    private synchronized Outline outline(Snapshot snapshot, int feature) {
        return kept.computeIfAbsent(snapshot.hash() + feature, key -> Outline.of(snapshot.geometry(feature)));
    }

    private static void add(Snapshot snapshot, int feature, String field, Set<String> names) {
        String name = FeatureWords.text(FeatureWords.of(snapshot, feature), field);
        if (!name.isEmpty()) names.add(name);
    }
}
