package org.cuntu.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cuntu.engine.measure.Apportionment;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * The survey a year before: most patches as they are, to the bit and with their BSM and book area; some of another class;
 * some not yet cut out of their neighbour; some still two. Only borders between patches of one village come and go, along
 * vertices that are there, so that the coverage stays seamless and each village keeps its area to the hundredth. A patch
 * that differs has a number and a BSM that no other year has.
 */
final class YearBefore {
    private final Dice dice;
    private final List<Townland> townlands;
    private final Map<Divisions.Village, Integer> numbers = new HashMap<>();
    private final int[] serials;

    YearBefore(Dice dice, List<Townland> townlands) {
        this.dice = dice;
        this.townlands = townlands;
        this.serials = new int
                [1
                        + townlands.stream()
                                .mapToInt(t -> t.township().county().index())
                                .max()
                                .orElse(0)];
        for (Townland t : townlands)
            for (Patch p : t.patches()) {
                numbers.merge(p.village, p.number, Math::max);
                int county = t.township().county().index();
                serials[county] = Math.max(serials[county], p.serial);
            }
    }

    /**
     * @param later the patches of each township in the year after, villages together
     * @param year the year to derive
     */
    List<List<Patch>> before(List<List<Patch>> later, int year) {
        List<List<Patch>> earlier = new ArrayList<>();
        for (int t = 0; t < later.size(); t++) {
            Map<Divisions.Village, List<Patch>> villages = new LinkedHashMap<>();
            for (Patch p : later.get(t))
                villages.computeIfAbsent(p.village, v -> new ArrayList<>()).add(p);
            List<Patch> patches = new ArrayList<>();
            int county = townlands.get(t).township().county().index();
            for (List<Patch> village : villages.values()) patches.addAll(village(village, year, county));
            earlier.add(List.copyOf(patches));
        }
        return earlier;
    }

    private List<Patch> village(List<Patch> later, int year, int county) {
        Set<Patch> gone = new HashSet<>();
        List<Patch> made = new ArrayList<>();
        for (Patch p : later) {
            if (gone.contains(p)) continue;
            String was = PastClass.of(p, chance(401, p, year));
            if (was != null) made.add(changed(p, was, later, gone, year));
            else made.addAll(halves(p, gone, year));
        }
        List<Patch> earlier = new ArrayList<>(later);
        earlier.removeIf(gone::contains);
        for (Patch p : made) {
            p.number = numbers.merge(p.village, 1, Integer::sum);
            p.serial = ++serials[county];
            earlier.add(p);
        }
        return earlier;
    }

    /** Of another class; where a neighbour was of that class already, often part of it. */
    private Patch changed(Patch p, String was, List<Patch> village, Set<Patch> gone, int year) {
        gone.add(p);
        Patch whole = chance(402, p, year) < 0.6 ? joined(p, was, village, gone) : null;
        if (whole != null) return whole;
        Patch same = new Patch(p.polygon, p.village, p.kind, p.site.as(was));
        same.bookArea = p.bookArea;
        return same;
    }

    private static @Nullable Patch joined(Patch p, String was, List<Patch> village, Set<Patch> gone) {
        Patch host = null;
        double longest = 0;
        for (Patch n : village) {
            boolean alike = n.kind == CutLines.Kind.LAND
                    && n.dlbm().equals(was)
                    && n.slope() == p.slope()
                    && n.site.flood() == p.site.flood()
                    && !gone.contains(n)
                    && n.polygon.getEnvelopeInternal().intersects(p.polygon.getEnvelopeInternal());
            double border = alike ? Borders.shared(p.polygon, n.polygon) : 0;
            if (border <= longest) continue;
            longest = border;
            host = n;
        }
        if (host == null) return null;
        if (!(Unions.merge(List.of(p.polygon, host.polygon)) instanceof Polygon union)) return null;
        gone.add(host);
        Patch whole = new Patch(union, host.village, host.kind, host.site);
        whole.bookArea = p.bookArea + host.bookArea;
        return whole;
    }

    /** A field that was put together since: two fields, or a field and a pond, an orchard or a waste. */
    private List<Patch> halves(Patch p, Set<Patch> gone, int year) {
        if (!PastClass.mayBeTwo(p) || chance(403, p, year) > 0.02) return List.of();
        List<Polygon> parts = Borders.cut(p.polygon, (int) (1_000 * chance(404, p, year)));
        if (parts.isEmpty()) return List.of();
        gone.add(p);
        Patch kept = new Patch(parts.getFirst(), p.village, p.kind, p.site);
        Patch other =
                new Patch(parts.getLast(), p.village, p.kind, p.site.as(PastClass.beside(p, chance(405, p, year))));
        long[] areas = Apportionment.apportion(new double[] {kept.raw, other.raw}, p.bookArea);
        kept.bookArea = areas[0];
        other.bookArea = areas[1];
        return List.of(kept, other);
    }

    private double chance(long salt, Patch p, int year) {
        Coordinate c = p.polygon.getCoordinate();
        return dice.unit(salt + 10L * (2025 - year), Double.doubleToLongBits(c.x), Double.doubleToLongBits(c.y));
    }
}
