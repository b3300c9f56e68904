package org.cuntu.demo;

/**
 * Invented heights: a basin in the south with karst hills, mountains in the north and north-west, valleys along the water.
 * Heights are metres; slopes are classes of TD/T 1057-2020 (PDJB 1–5).
 */
final class Relief {
    private final Noise noise;
    private final Noise karst;
    private final Waters waters;

    Relief(Dice dice, Waters waters) {
        this.noise = new Noise(dice, 21);
        this.karst = new Noise(dice, 22);
        this.waters = waters;
    }

    /** 0 in the southern basin, 1 in the northern mountains. */
    double north(double x, double y) {
        double line = 38_000 + 9_000 * noise.at(x, y, 30_000) - 0.16 * x;
        return step((y - line) / 42_000);
    }

    double height(double x, double y) {
        double north = north(x, y);
        double valley = step((waters.distance.distance(x, y) - 250) / (5_200 - 2_600 * north));
        double main = step((waters.mainDistance.distance(x, y) - 900) / (9_000 - 4_500 * north));
        double ridge = noise.ridged(x, y, 15_000, 4);
        double hills = (50 + 300 * ridge) * (0.25 + 0.75 * main);
        double mountains = 180 + 1500 * ridge * (0.35 + 0.65 * main);
        return 80
                + 40 * north
                + (valley * 0.85 + 0.15) * (hills + north * (mountains - hills))
                + cones(x, y, north, main);
    }

    /** Whether the place is in the country of limestone cones. */
    boolean karst(double x, double y) {
        return karst.layered(x, y, 21_000, 2) > 0.05 && north(x, y) < 0.6;
    }

    /** 1: ≤2°, 2: ≤6°, 3: ≤15°, 4: ≤25°, 5: steeper. */
    int slopeClass(double x, double y) {
        double d = 160;
        double dx = (height(x + d, y) - height(x - d, y)) / (2 * d);
        double dy = (height(x, y + d) - height(x, y - d)) / (2 * d);
        double tangent = Frame.distance(dx, dy);
        if (tangent <= 0.0349) return 1;
        if (tangent <= 0.1051) return 2;
        if (tangent <= 0.2679) return 3;
        return tangent <= 0.4663 ? 4 : 5;
    }

    private double cones(double x, double y, double north, double main) {
        double region = step((karst.layered(x, y, 21_000, 2) - 0.05) / 0.25) * (1 - step((north - 0.4) / 0.3));
        if (region == 0) return 0;
        double cone = karst.layered(x, y, 1_700, 2) - 0.12;
        return cone <= 0 ? 0 : 420 * cone * region * (0.35 + 0.65 * main);
    }

    private static double step(double t) {
        double c = Math.clamp(t, 0.0, 1.0);
        return c * c * (3 - 2 * c);
    }
}
