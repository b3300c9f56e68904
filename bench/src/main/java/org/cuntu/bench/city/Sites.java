package org.cuntu.bench.city;

import java.util.ArrayList;
import java.util.List;

/**
 * Sites as they come to an office: 20 to 200 vertices, 1 to 500 ha, small ones as frequent by ratio as large ones, from
 * round to six times as long as broad.
 */
public final class Sites {
    private static final double MARGIN_METRES = 3_500;

    private Sites() {}

    /** So many sites, the same for the same seed; the ring of each is x, y, x, y… in degrees on the 1e-9° grid, closed. */
    public static List<double[]> of(BenchCity city, int count) {
        List<double[]> sites = new ArrayList<>(count);
        for (int i = 0; i < count; i++) sites.add(site(city.extent(), city.seed() * 7919 + 11, i));
        return sites;
    }

    private static double[] site(Extent extent, long seed, int number) {
        double hectares = StrictMath.pow(500, draw(seed, number, 1));
        int n = (int) StrictMath.round(20 * StrictMath.pow(10, draw(seed, number, 2)));
        double stretch = StrictMath.sqrt(StrictMath.pow(6, draw(seed, number, 3)));
        double turn = StrictMath.PI * draw(seed, number, 4);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double angle = 2 * StrictMath.PI * (i + 0.4 * draw(seed, number, 100 + i)) / n;
            double radius =
                    1 + 0.35 * StrictMath.sin(3 * angle + 9 * turn) + 0.2 * (draw(seed, number, 1000 + i) - 0.5);
            double along = radius * StrictMath.cos(angle) * stretch;
            double across = radius * StrictMath.sin(angle) / stretch;
            x[i] = along * StrictMath.cos(turn) - across * StrictMath.sin(turn);
            y[i] = along * StrictMath.sin(turn) + across * StrictMath.cos(turn);
        }
        double metres = StrictMath.sqrt(hectares * 10_000 / area(x, y));
        double marginX = StrictMath.min(Extent.longitudes(MARGIN_METRES), (extent.east() - extent.west()) / 3);
        double marginY = StrictMath.min(Extent.latitudes(MARGIN_METRES), (extent.north() - extent.south()) / 3);
        double middleX = between(extent.west() + marginX, extent.east() - marginX, draw(seed, number, 5));
        double middleY = between(extent.south() + marginY, extent.north() - marginY, draw(seed, number, 6));
        double[] ring = new double[2 * n + 2];
        for (int i = 0; i <= n; i++) {
            ring[2 * i] = Extent.rounded(middleX + Extent.longitudes(x[i % n] * metres));
            ring[2 * i + 1] = Extent.rounded(middleY + Extent.latitudes(y[i % n] * metres));
        }
        return ring;
    }

    private static double draw(long seed, int number, int what) {
        return Dice.unit(Dice.hash(seed, number, what));
    }

    private static double between(double low, double high, double share) {
        return low + (high - low) * share;
    }

    private static double area(double[] x, double[] y) {
        double twice = 0;
        for (int i = 0; i < x.length; i++) {
            int j = (i + 1) % x.length;
            twice += x[i] * y[j] - x[j] * y[i];
        }
        return twice / 2;
    }
}
