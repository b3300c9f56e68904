package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Apportionment;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * The villages of a day by the layer in force, each with its ground: F, apportioned so that all add up to the layer's whole. A
 * snapshot never changes, so what was counted last is kept. Thread safe.
 */
@Component
class VillageGround {
    private static final int KEPT = 8;

    private final VillageFile file;
    private final LineVersions versions;
    private final Map<String, Villages> kept = new LinkedHashMap<>();

    VillageGround(VillageFile file, LineVersions versions) {
        this.file = file;
        this.versions = versions;
    }

    /** @param features its numbers in the snapshot, as its tiles say them */
    record Village(String code, String name, Area area, List<Integer> features) {}

    /** @param hash of the version */
    record Villages(String hash, Map<String, Village> byCode, Area area) {}

    /** Empty when no version can be asked at that day. */
    Optional<Villages> at(LocalDate day) {
        try (LineVersions.Open open = versions.open(day)) {
            return open.find(file.layer()).map(snapshot -> {
                synchronized (kept) {
                    Villages found = kept.get(snapshot.hash());
                    if (found != null) return found;
                    if (kept.size() >= KEPT) kept.clear();
                    Villages counted = count(snapshot);
                    kept.put(snapshot.hash(), counted);
                    return counted;
                }
            });
        }
    }

    private Villages count(Snapshot snapshot) {
        Map<String, List<Integer>> features = new TreeMap<>();
        for (int i = 0; i < snapshot.size(); i++)
            features.computeIfAbsent(code(snapshot, i), code -> new ArrayList<>())
                    .add(i);
        double[] sizes = new double[features.size()];
        double sum = 0;
        int n = 0;
        for (List<Integer> numbers : features.values()) {
            for (int feature : numbers) sizes[n] += snapshot.integral(feature);
            sum += sizes[n++];
        }
        Area whole = Area.ofSquareMetres(sum);
        List<Area> areas = sizes.length == 0 ? List.of() : Apportionment.areas(sizes, whole);
        Map<String, Village> byCode = new TreeMap<>();
        n = 0;
        for (Map.Entry<String, List<Integer>> each : features.entrySet()) {
            Object name = snapshot.value(each.getValue().getFirst(), file.nameField());
            String shown = name == null ? each.getKey() : name.toString();
            byCode.put(each.getKey(), new Village(each.getKey(), shown, areas.get(n++), List.copyOf(each.getValue())));
        }
        return new Villages(snapshot.hash(), byCode, whole);
    }

    private String code(Snapshot snapshot, int feature) {
        String code = String.valueOf(snapshot.value(feature, file.codeField()));
        return code.length() > file.digits() ? code.substring(0, file.digits()) : code;
    }

    /** West, south, east, north of a village's features; empty when there is none. */
    List<Double> box(Village village, LocalDate day) {
        try (LineVersions.Open open = versions.open(day)) {
            Snapshot snapshot = open.find(file.layer()).orElse(null);
            if (snapshot == null) return List.of();
            return GroundShapes.box(
                    village.features().stream().map(snapshot::geometry).toArray(Geometry[]::new));
        }
    }

    /** F of what of some ground lies in a village, m². */
    double inside(String village, Geometry ground, LocalDate day) {
        try (LineVersions.Open open = versions.open(day)) {
            Snapshot snapshot = open.find(file.layer()).orElse(null);
            if (snapshot == null || ground.isEmpty()) return 0;
            double sum = 0;
            for (Piece piece : SiteOverlay.pieces(Site.of(ground), snapshot))
                if (code(snapshot, piece.feature()).equals(village)) sum += piece.integral();
            return sum;
        }
    }
}
