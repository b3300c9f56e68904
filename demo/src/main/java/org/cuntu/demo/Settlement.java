package org.cuntu.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Where people live: an invented seat for each township and a centre for each village, and which village any place belongs
 * to. County seats lie about where they are; streets crowd in the core; other seats look for low, flat ground near water.
 */
final class Settlement {
    private static final double[] CORE = {Frame.x(109.412), Frame.y(24.325)};
    private static final Object[][] KNOWN = {
        {"450206100", 109.326, 24.256},
        {"450222100", 109.245, 24.651},
        {"450223100", 109.745, 24.478},
        {"450224100", 109.397, 25.228},
        {"450225100", 109.256, 25.066},
        {"450226100", 109.607, 25.783},
    };

    private final Dice dice;
    private final Ground land;
    private final Relief relief;
    private final Waters waters;
    private final Divisions divisions;
    /** Township index → seat. */
    final double[][] seats;
    /** Village index → centre. */
    final double[][] centres;

    Settlement(Dice dice, Divisions divisions, Ground land, Relief relief, Waters waters) {
        this.dice = dice;
        this.land = land;
        this.relief = relief;
        this.waters = waters;
        this.divisions = divisions;
        this.seats = new double[divisions.townships().size()][];
        this.centres = new double[divisions.villageCount()][];
        for (Divisions.County county : divisions.counties()) placeSeats(county);
        for (Divisions.County county : divisions.counties()) placeVillages(county);
    }

    boolean isCountySeat(Divisions.Township township) {
        for (Object[] known : KNOWN) if (known[0].equals(township.code())) return true;
        return false;
    }

    /** The township that a place of a county belongs to. */
    Divisions.Township township(int county, double x, double y) {
        Divisions.Township best = null;
        double least = Double.MAX_VALUE;
        for (Divisions.Township t : divisions.townships()) {
            if (t.county().index() != county || seats[t.index()] == null) continue;
            double d = Frame.distance(seats[t.index()][0] - x, seats[t.index()][1] - y) * (t.isStreet() ? 2.1 : 1);
            if (d < least) {
                least = d;
                best = t;
            }
        }
        if (best == null) throw new IllegalStateException("county without townships: " + county);
        return best;
    }

    /** The village of a township that a place belongs to. */
    Divisions.Village village(Divisions.Township township, double x, double y) {
        Divisions.Village best = township.villages().getFirst();
        double least = Double.MAX_VALUE;
        for (Divisions.Village v : township.villages()) {
            double d = Frame.distance(centres[v.index()][0] - x, centres[v.index()][1] - y);
            if (d < least) {
                least = d;
                best = v;
            }
        }
        return best;
    }

    private void placeSeats(Divisions.County county) {
        List<double[]> placed = new ArrayList<>();
        List<Divisions.Township> order = new ArrayList<>(divisions.of(county));
        order.sort((a, b) -> Boolean.compare(b.isStreet(), a.isStreet()));
        for (Divisions.Township t : order) {
            double[] seat = known(t);
            if (seat == null) seat = bestSeat(t, placed);
            seats[t.index()] = seat;
            placed.add(seat);
        }
    }

    private static double @org.jspecify.annotations.Nullable [] known(Divisions.Township t) {
        for (Object[] known : KNOWN)
            if (known[0].equals(t.code())) return new double[] {Frame.x((double) known[1]), Frame.y((double) known[2])};
        return null;
    }

    private double[] bestSeat(Divisions.Township t, List<double[]> placed) {
        double[] box = land.countyBox(t.county().index());
        double[] best = {};
        double most = -1;
        int tries = 0;
        for (int k = 0; tries < 160; k++) {
            double x = box[0] + (box[2] - box[0]) * dice.unit(31, t.index() * 4000L + k, 0);
            double y = box[1] + (box[3] - box[1]) * dice.unit(31, t.index() * 4000L + k, 1);
            if (!land.inCounty(t.county().index(), x, y)) continue;
            tries++;
            double score = space(placed, x, y) * suitability(x, y);
            if (t.isStreet()) {
                double core = Frame.distance(x - CORE[0], y - CORE[1]);
                score = Math.min(space(placed, x, y), 3_000) / (1 + core * core / 9e6) * suitability(x, y);
            }
            if (score > most) {
                most = score;
                best = new double[] {x, y};
            }
        }
        return best;
    }

    private static double space(List<double[]> placed, double x, double y) {
        double least = 40_000;
        for (double[] p : placed) least = Math.min(least, Frame.distance(p[0] - x, p[1] - y));
        return least;
    }

    private double suitability(double x, double y) {
        double water = waters.distance.distance(x, y);
        if (water < 350) return 0.15;
        return 1 / (1 + 0.4 * (relief.slopeClass(x, y) - 1) + water / 9_000);
    }

    private void placeVillages(Divisions.County county) {
        double[] box = land.countyBox(county.index());
        List<Divisions.Township> townships = divisions.of(county);
        List<List<double[]>> pools = new ArrayList<>();
        for (int i = 0; i < divisions.townships().size(); i++) pools.add(new ArrayList<>());
        int tries = 420 * townships.size();
        for (int k = 0; k < tries; k++) {
            double x = box[0] + (box[2] - box[0]) * dice.unit(32, k, county.index() * 2L);
            double y = box[1] + (box[3] - box[1]) * dice.unit(32, k, county.index() * 2L + 1);
            if (land.inCounty(county.index(), x, y))
                pools.get(township(county.index(), x, y).index()).add(new double[] {x, y});
        }
        for (Divisions.Township t : townships) {
            List<double[]> pool = pools.get(t.index());
            fill(t, pool, 4 * t.villages().size());
            spread(t, pool);
        }
    }

    /** More candidates around the seat of a small township. */
    private void fill(Divisions.Township t, List<double[]> pool, int wanted) {
        double[] seat = seats[t.index()];
        for (int k = 0; pool.size() < wanted; k++) {
            double reach = 400 + 1.5 * k;
            double x = seat[0] + reach * dice.swing(33, t.index(), 2L * k);
            double y = seat[1] + reach * dice.swing(33, t.index(), 2L * k + 1);
            if (land.inCounty(t.county().index(), x, y) && township(t.county().index(), x, y) == t)
                pool.add(new double[] {x, y});
        }
    }

    private void spread(Divisions.Township t, List<double[]> pool) {
        List<double[]> placed = new ArrayList<>();
        for (Divisions.Village v : t.villages()) {
            double[] centre = placed.isEmpty() ? seats[t.index()] : null;
            if (centre == null) {
                double most = -1;
                for (double[] c : pool) {
                    double score = space(placed, c[0], c[1]) * (0.45 + suitability(c[0], c[1]));
                    if (score > most) {
                        most = score;
                        centre = c;
                    }
                }
            }
            centres[v.index()] = java.util.Objects.requireNonNull(centre);
            placed.add(centres[v.index()]);
        }
    }
}
