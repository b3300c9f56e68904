package org.cuntu.demo;

import java.util.Arrays;
import java.util.List;

/**
 * One point for each cell to come: the leaves of a quadtree that is fine where people live and coarse where they do not.
 * Each village centre is itself a seed, so that every village gets ground.
 */
final class Seeds {
    private static final double ROOT = 128 * 2048.0;

    private final DemoSize size;
    private final Dice dice;
    private final Towns towns;
    private final Relief relief;
    private final Settlement settlement;
    private final DistanceGrid villages;
    private final DistanceGrid outline;
    private final Ground land;

    private double[] xs = new double[1 << 16];
    private double[] ys = new double[1 << 16];
    private float[] sides = new float[1 << 16];
    private int count;

    /** Positions in metres and the side of the leaf that each stands for. */
    record Points(double[] x, double[] y, float[] side) {
        int size() {
            return x.length;
        }
    }

    Seeds(DemoSize size, Dice dice, Ground land, Towns towns, Relief relief, Settlement settlement) {
        this.size = size;
        this.dice = dice;
        this.land = land;
        this.towns = towns;
        this.relief = relief;
        this.settlement = settlement;
        double[] box = land.box(20_000);
        this.villages = new DistanceGrid(box, settlement.centres);
        this.outline = new DistanceGrid(
                box,
                Arrays.stream(land.city.getBoundary().getCoordinates())
                        .map(c -> new double[] {Frame.x(c.x), Frame.y(c.y)})
                        .toArray(double[][]::new));
    }

    /**
     * @param nudged numbers of seeds that get another position than at first
     */
    Points make(java.util.Map<Integer, Integer> nudged) {
        double[] box = land.box(0);
        double x0 = (box[0] + box[2]) / 2 - ROOT / 2;
        double y0 = (box[1] + box[3]) / 2 - ROOT / 2;
        count = 0;
        List<double[]> all = Arrays.asList(settlement.centres);
        split(x0, y0, ROOT, all, nudged);
        return new Points(Arrays.copyOf(xs, count), Arrays.copyOf(ys, count), Arrays.copyOf(sides, count));
    }

    private void split(double x, double y, double side, List<double[]> centres, java.util.Map<Integer, Integer> nudged) {
        double half = side / 2;
        if (centres.size() > 1 || isTooLarge(x + half, y + half, side)) {
            for (int k = 0; k < 4; k++) {
                double cx = x + (k % 2) * half;
                double cy = y + (k / 2) * half;
                List<double[]> inside = centres.isEmpty()
                        ? centres
                        : centres.stream()
                                .filter(c -> c[0] >= cx && c[0] < cx + half && c[1] >= cy && c[1] < cy + half)
                                .toList();
                split(cx, cy, half, inside, nudged);
            }
            return;
        }
        if (!centres.isEmpty()) {
            add(centres.getFirst()[0], centres.getFirst()[1], side);
            return;
        }
        double play = towns.urban(x + half, y + half) > 0.25 ? 0.2 : 0.42;
        long key = Double.doubleToLongBits(x) * 31 + Double.doubleToLongBits(y) + nudged.getOrDefault(count, 0);
        add(x + half * (1 + play * 2 * (dice.unit(61, key, 0) - 0.5)), y + half * (1 + play * 2 * (dice.unit(61, key, 1) - 0.5)), side);
    }

    private void add(double x, double y, double side) {
        if (count == xs.length) {
            xs = Arrays.copyOf(xs, 2 * count);
            ys = Arrays.copyOf(ys, 2 * count);
            sides = Arrays.copyOf(sides, 2 * count);
        }
        xs[count] = x;
        ys[count] = y;
        sides[count++] = (float) side;
    }

    private boolean isTooLarge(double x, double y, double side) {
        if (side > 6_000) return true;
        double border = outline.distance(x, y);
        if (!land.inCity(x, y) && border > side) return false;
        long key = Double.doubleToLongBits(x) * 17 + Double.doubleToLongBits(y);
        return side > target(x, y) * (0.95 + 0.75 * dice.unit(62, key));
    }

    /** The wished side of a cell, metres. */
    private double target(double x, double y) {
        double urban = towns.urban(x, y);
        double village = villages.distance(x, y);
        if (size == DemoSize.CITY) {
            double rural = 134 + 19 * Math.min(3, relief.slopeClass(x, y) - 1);
            return urban > 0 ? 104 : village < 350 ? 95 : rural;
        }
        double town = urban > 0 ? 275 - 60 * urban : 280 + 0.55 * towns.outside(x, y);
        double hamlet = 720 + 1.2 * village;
        return Math.min(3_000, Math.min(town, hamlet));
    }
}
