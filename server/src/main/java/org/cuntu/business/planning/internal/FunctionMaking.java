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
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;

/**
 * Townships by main function: F of each zone in each township. The townships' areas are apportioned to the city's, the zones' to
 * their township's, so that every row and every column adds up. Snapshots never change: what was counted is kept. Thread safe.
 */
@Component
class FunctionMaking {
    private static final int KEPT = 8;

    private final FunctionFile file;
    private final LineVersions versions;
    private final Map<String, Table> kept = new LinkedHashMap<>();

    FunctionMaking(FunctionFile file, LineVersions versions) {
        this.file = file;
        this.versions = versions;
    }

    /**
     * Ground of a zone in a township.
     *
     * @param zone id of the file; empty: the layer says nothing of it, or nothing that the file knows
     * @param overlay id; empty: none
     */
    record Part(String zone, String overlay, Area area) {}

    /** @param features of the townships' layer */
    record Township(String code, String name, List<Integer> features, Area area, List<Part> parts) {
        /** The zone that has most of it. */
        String main() {
            Map<String, Area> byZone = new TreeMap<>();
            for (Part part : parts) byZone.merge(part.zone(), part.area(), Area::plus);
            return byZone.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
    }

    /** @param townshipHash, zoneHash of the versions */
    record Table(String townshipHash, String zoneHash, List<Township> townships, Area area) {}

    /** Empty when either layer cannot be asked at that day. */
    Optional<Table> at(LocalDate day) {
        try (LineVersions.Open open = versions.open(day)) {
            Snapshot towns = open.find(file.townships()).orElse(null);
            Snapshot zones = open.find(file.layer()).orElse(null);
            if (towns == null || zones == null) return Optional.empty();
            String key = towns.hash() + zones.hash();
            synchronized (kept) {
                Table found = kept.get(key);
                if (found != null) return Optional.of(found);
                if (kept.size() >= KEPT) kept.clear();
                Table made = make(towns, zones);
                kept.put(key, made);
                return Optional.of(made);
            }
        }
    }

    private record Cell(String zone, String overlay) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int order = zone.compareTo(other.zone);
            return order != 0 ? order : overlay.compareTo(other.overlay);
        }
    }

    private Table make(Snapshot towns, Snapshot zones) {
        Map<String, List<Integer>> features = new TreeMap<>();
        for (int i = 0; i < towns.size(); i++)
            features.computeIfAbsent(String.valueOf(towns.value(i, file.codeField())), code -> new ArrayList<>())
                    .add(i);
        double[] sizes = new double[features.size()];
        double sum = 0;
        int n = 0;
        for (List<Integer> numbers : features.values()) {
            for (int feature : numbers) sizes[n] += towns.integral(feature);
            sum += sizes[n++];
        }
        Area whole = Area.ofSquareMetres(sum);
        List<Area> areas = sizes.length == 0 ? List.of() : Apportionment.areas(sizes, whole);
        List<Township> made = new ArrayList<>();
        n = 0;
        for (Map.Entry<String, List<Integer>> each : features.entrySet()) {
            Area area = areas.get(n++);
            Object name = towns.value(each.getValue().getFirst(), file.nameField());
            made.add(new Township(
                    each.getKey(),
                    name == null ? each.getKey() : name.toString(),
                    List.copyOf(each.getValue()),
                    area,
                    parts(towns, each.getValue(), zones, area)));
        }
        return new Table(towns.hash(), zones.hash(), List.copyOf(made), whole);
    }

    private List<Part> parts(Snapshot towns, List<Integer> township, Snapshot zones, Area area) {
        Map<Cell, Double> cells = new TreeMap<>();
        for (int feature : township) {
            double left = towns.integral(feature);
            for (Piece piece : SiteOverlay.pieces(Site.of(towns.geometry(feature)), zones)) {
                if (piece.integral() < GroundShapes.TOUCH) continue;
                cells.merge(cell(zones, piece.feature()), piece.integral(), Double::sum);
                left -= piece.integral();
            }
            // what rounding leaves is no ground
            if (left >= GroundShapes.TOUCH) cells.merge(new Cell("", ""), left, Double::sum);
        }
        if (cells.isEmpty()) return List.of(new Part("", "", area));
        double[] sizes =
                cells.values().stream().mapToDouble(Double::doubleValue).toArray();
        List<Area> areas = Apportionment.areas(sizes, area);
        List<Part> parts = new ArrayList<>();
        int n = 0;
        for (Cell cell : cells.keySet()) parts.add(new Part(cell.zone, cell.overlay, areas.get(n++)));
        return parts.stream().filter(part -> part.area().isPositive()).toList();
    }

    private Cell cell(Snapshot zones, int feature) {
        return new Cell(
                file.findZone(zones.value(feature, file.zoneField()))
                        .map(FunctionFile.Zone::id)
                        .orElse(""),
                file.findOverlay(zones.value(feature, file.overlayField()))
                        .map(FunctionFile.Overlay::id)
                        .orElse(""));
    }

    /** What is said of a place. @param zone null: no zone that the file knows; likewise overlay and township */
    record Said(
            @Nullable String township,
            @Nullable String name,
            FunctionFile.@Nullable Zone zone,
            FunctionFile.@Nullable Overlay overlay,
            String hash) {}

    /** Empty when the layer cannot be asked, or does not answer for the place. */
    Optional<Said> at(double lon, double lat, LocalDate day) {
        Point place = new GeometryFactory().createPoint(new Coordinate(lon, lat));
        try (LineVersions.Open open = versions.open(day)) {
            Snapshot zones = open.find(file.layer()).orElse(null);
            if (zones == null || !zones.coverage().covers(place)) return Optional.empty();
            int feature = covering(zones, place);
            if (feature < 0) return Optional.empty();
            Snapshot towns = open.find(file.townships()).orElse(null);
            int town = towns == null ? -1 : covering(towns, place);
            return Optional.of(new Said(
                    towns == null || town < 0 ? null : String.valueOf(towns.value(town, file.codeField())),
                    towns == null || town < 0 ? null : String.valueOf(towns.value(town, file.nameField())),
                    file.findZone(zones.value(feature, file.zoneField())).orElse(null),
                    file.findOverlay(zones.value(feature, file.overlayField())).orElse(null),
                    zones.hash()));
        }
    }

    private static int covering(Snapshot snapshot, Point place) {
        for (int feature : snapshot.find(place.getX(), place.getY(), place.getX(), place.getY()))
            if (snapshot.geometry(feature).covers(place)) return feature;
        return -1;
    }
}
