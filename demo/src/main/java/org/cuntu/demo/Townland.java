package org.cuntu.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.measure.Apportionment;
import org.cuntu.engine.measure.Area;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The ground of one township: its patches in the order of their villages and numbers, and its control area, to which the
 * patches' book areas are apportioned.
 *
 * @param control the township's control area: the ellipsoidal area of its outline, rounded once
 */
record Townland(Divisions.Township township, List<Patch> patches, Geometry outline, Area control) {

    /**
     * @param faces by village
     */
    static Townland of(Divisions.Township township, List<Face> faces) {
        Map<Divisions.Village, List<Face>> byVillage = new HashMap<>();
        for (Face face : faces)
            byVillage.computeIfAbsent(face.village(), v -> new ArrayList<>()).add(face);
        List<Patch> patches = new ArrayList<>();
        for (Divisions.Village village : township.villages()) {
            List<Face> mine = byVillage.get(village);
            if (mine == null) throw new IllegalStateException("village without ground: " + village);
            List<Patch> made = new Mosaic(mine).patches();
            number(made);
            patches.addAll(made);
        }
        Geometry outline = Unions.of(patches);
        double area = 0;
        for (var part : Unions.parts(outline)) area += Patch.area(part);
        Area control = Area.ofSquareMetres(area);
        apportion(patches, control);
        return new Townland(township, List.copyOf(patches), outline, control);
    }

    /** DCMJ of a village: the sum of its patches. */
    Area villageArea(Divisions.Village village) {
        long sum = 0;
        for (Patch p : patches) if (p.village == village) sum += p.bookArea;
        return new Area(sum);
    }

    private static void number(List<Patch> patches) {
        patches.sort(Comparator.comparingDouble(
                        (Patch p) -> -p.polygon.getEnvelopeInternal().getMaxY())
                .thenComparingDouble(p -> p.polygon.getEnvelopeInternal().getMinX())
                .thenComparing(p -> p.polygon.getCoordinate()));
        for (int i = 0; i < patches.size(); i++) patches.get(i).number = i + 1;
    }

    private static void apportion(List<Patch> patches, Area control) {
        double[] raw = new double[patches.size()];
        for (int i = 0; i < raw.length; i++) raw[i] = patches.get(i).raw;
        long[] units = Apportionment.apportion(raw, control.hundredths());
        for (int i = 0; i < raw.length; i++) patches.get(i).bookArea = units[i];
    }

    Envelope box() {
        return outline.getEnvelopeInternal();
    }
}
