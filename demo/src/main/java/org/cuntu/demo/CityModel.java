package org.cuntu.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The whole invented city in one compact form: everything the layers are read from. Immutable once made. */
final class CityModel {
    private static final int BLOCK = 4096;

    final DemoSize size;
    final Dice dice;
    final Divisions divisions;
    final Ground land;
    final Settlement settlement;
    final Waters waters;
    final Relief relief;
    final Towns towns;
    final LandCover cover;
    final List<Townland> townlands;

    private final CutLines lines;

    CityModel(DemoSize size, long seed, Progress progress) {
        this.size = size;
        this.dice = new Dice(seed);
        progress.at("outlines", 0, 1);
        divisions = Divisions.load();
        land = new Ground(Outlines.mend(divisions));
        waters = new Waters(dice, land);
        relief = new Relief(dice, waters);
        progress.at("settlements", 0, 1);
        settlement = new Settlement(dice, divisions, land, relief, waters);
        towns = new Towns(dice, divisions, settlement, land);
        Ways ways = new Ways(dice, settlement, towns, waters, land);
        lines = new CutLines(land, waters, ways);
        cover = new LandCover(dice, relief, waters, towns, settlement, land);
        List<List<Face>> faces = faces(progress);
        townlands = divisions.townships().parallelStream()
                .map(t -> Townland.of(t, faces.get(t.index())))
                .toList();
        int[] serials = new int[divisions.counties().size()];
        for (Townland t : townlands)
            for (Patch p : t.patches())
                p.serial = ++serials[t.township().county().index()];
        progress.at("patches", patchCount(), patchCount());
    }

    int patchCount() {
        return townlands.stream().mapToInt(t -> t.patches().size()).sum();
    }

    /** The city's outline with every vertex that a patch has on it. */
    Geometry coverage() {
        return Unions.merge(townlands.stream().map(Townland::outline).toList());
    }

    /** The number of the town whose boundary a patch is in; the core's centres count as one. From 1. */
    int townKey(Patch p) {
        return p.site.town() < Towns.CORE_CENTRES ? 1 : p.site.town() + 1;
    }

    /** A place at or near the given one that is inside the city and on dry ground. */
    double[] nearestGround(double x, double y) {
        for (int k = 0; k < 400; k++) {
            double u = x + 60.0 * k * dice.swing(170, k, 0);
            double v = y + 60.0 * k * dice.swing(170, k, 1);
            if (land.inCity(u, v) && waters.distance.distance(u, v) > 420) return new double[] {u, v};
        }
        throw new IllegalStateException("no dry ground near " + x + ", " + y);
    }

    /** The county of a township-by-township walk. */
    String countyCode(Townland t) {
        return t.township().county().code();
    }

    /** Faces by township. A seed whose cell folds is moved, and all cells are made again; that is rare. */
    private List<List<Face>> faces(Progress progress) {
        Map<Integer, Integer> nudged = new HashMap<>();
        Seeds seeds = new Seeds(size, dice, land, towns, relief, settlement);
        for (int round = 0; round < 20; round++) {
            Seeds.Points points = seeds.make(nudged);
            Cells cells = new Cells(points, dice, size == DemoSize.CITY ? 60 : 100);
            Cutter cutter = new Cutter(lines);
            ConcurrentSkipListSet<Integer> folded = new ConcurrentSkipListSet<>();
            List<List<Face>> byTownship = new ArrayList<>();
            for (int i = 0; i < divisions.townships().size(); i++) byTownship.add(new ArrayList<>());
            for (int from = 0; from < points.size(); from += BLOCK) {
                progress.at("cells", from, points.size());
                int to = Math.min(points.size(), from + BLOCK);
                IntStream.range(from, to)
                        .parallel()
                        .mapToObj(i -> cell(i, points, cells, cutter, folded))
                        .toList()
                        .forEach(list -> list.forEach(
                                f -> byTownship.get(f.township().index()).add(f)));
            }
            if (folded.isEmpty()) return byTownship;
            for (int seed : folded) nudged.merge(seed, 1, Integer::sum);
        }
        throw new IllegalStateException("cells keep folding; choose another seed");
    }

    private List<Face> cell(
            int seed, Seeds.Points points, Cells cells, Cutter cutter, ConcurrentSkipListSet<Integer> folded) {
        double x = points.x()[seed];
        double y = points.y()[seed];
        Coordinate[] ring = cells.ring(seed);
        if (ring.length < 4) return List.of();
        List<Polygon> parts;
        try {
            parts = cutter.faces(ring);
        } catch (Cutter.Folded e) {
            folded.add(seed);
            return List.of();
        }
        int home = land.county(x, y);
        if (parts.size() == 1
                && home < 0
                && land.countyAt(parts.getFirst().getInteriorPoint().getCoordinate()) < 0) return List.of();
        Site site = cover.at(x, y, Math.max(0, home), points.side()[seed]);
        List<Face> faces = new ArrayList<>();
        for (Polygon part : parts) {
            Coordinate inside = part.getInteriorPoint().getCoordinate();
            int county = land.countyAt(inside);
            if (county < 0) continue;
            Divisions.Township township = settlement.township(county, x, y);
            faces.add(new Face(
                    (Polygon) Unions.compact(part),
                    township,
                    settlement.village(township, x, y),
                    lines.kindAt(inside),
                    site));
        }
        return faces;
    }
}
