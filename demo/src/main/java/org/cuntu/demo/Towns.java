package org.cuntu.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * How urban a place is: 1 in the middle of a town, 0 at the edge of its development boundary, negative outside. The core
 * has several centres; every other township has one.
 */
final class Towns {
    private static final double[][] CORE = {
        {109.412, 24.325, 4500},
        {109.352, 24.335, 2500},
        {109.43, 24.405, 1900},
        {109.53, 24.385, 2900},
        {109.335, 24.262, 1800},
        {109.468, 24.275, 2000},
    };

    /**
     * @param name the town's name; the core's is 柳州中心城区
     * @param reach metres from the middle to the edge
     * @param core whether it is a centre of the core
     */
    record Town(String name, double x, double y, double reach, boolean core, int township) {}

    static final int CORE_CENTRES = CORE.length;

    final List<Town> towns = new ArrayList<>();
    private final DistanceGrid nearest;
    private final Noise noise;

    Towns(Dice dice, Divisions divisions, Settlement settlement, Ground land) {
        this.noise = new Noise(dice, 41);
        for (double[] c : CORE) towns.add(new Town("柳州中心城区", Frame.x(c[0]), Frame.y(c[1]), c[2], true, -1));
        for (Divisions.Township t : divisions.townships()) {
            if (t.isStreet()) continue;
            double[] seat = settlement.seats[t.index()];
            double reach = settlement.isCountySeat(t) ? 1400 : t.isTown() ? 520 : 380;
            boolean swallowed = towns.stream()
                    .anyMatch(c -> c.core() && Frame.distance(c.x() - seat[0], c.y() - seat[1]) < c.reach());
            if (!swallowed)
                towns.add(new Town(
                        t.name(), seat[0], seat[1], reach * (0.85 + 0.3 * dice.unit(42, t.index())), false, t.index()));
        }
        nearest = new DistanceGrid(
                land.box(20_000),
                towns.stream().map(t -> new double[] {t.x(), t.y()}).toArray(double[][]::new));
    }

    /** The town that a place belongs to or is nearest to. */
    Town townAt(double x, double y) {
        Town best = towns.get(nearest.nearest(x, y));
        double most = in(best, x, y);
        for (Town t : towns) {
            if (!t.core()) break;
            double u = in(t, x, y);
            if (u > most) {
                most = u;
                best = t;
            }
        }
        return best;
    }

    double urban(double x, double y) {
        return in(townAt(x, y), x, y);
    }

    /** Metres to the edge of the nearest town, 0 inside. */
    double outside(double x, double y) {
        Town t = townAt(x, y);
        return Math.max(0, -in(t, x, y) * t.reach());
    }

    /** Where the core has, or plans, industry. */
    boolean isIndustrial(double x, double y) {
        return noise.layered(x + 3e5, y, 5_200, 2) > 0.05;
    }

    boolean isIndustrial(Patch p) {
        var c = p.polygon.getCentroid();
        return isIndustrial(Frame.x(c.getX()), Frame.y(c.getY()));
    }

    /** Where the core plans parks. */
    boolean isGreen(Patch p) {
        var c = p.polygon.getCentroid();
        return noise.layered(Frame.x(c.getX()) - 8e5, Frame.y(c.getY()), 1_400, 2) > 0.32;
    }

    private double in(Town t, double x, double y) {
        double d = Frame.distance(x - t.x(), y - t.y());
        double r = t.reach() * (1 + 0.42 * noise.layered(x, y, t.core() ? 4_200 : 900, 3));
        return 1 - d / r;
    }
}
