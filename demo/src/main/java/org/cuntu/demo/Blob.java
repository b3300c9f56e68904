package org.cuntu.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** A rounded outline around a place, as a person would draw it: never crosses itself. */
final class Blob {
    private static final double[] COSINE = new double[64];
    private static final double[] SINE = new double[64];

    static {
        for (int i = 0; i < 64; i++) {
            COSINE[i] = StrictMath.cos(i * StrictMath.PI / 32);
            SINE[i] = StrictMath.sin(i * StrictMath.PI / 32);
        }
    }

    private Blob() {}

    /**
     * @param reach mean radius, metres
     * @param corners 4 … 32
     */
    static Polygon of(Dice dice, long salt, double x, double y, double reach, int corners) {
        return of(dice, salt, x, y, reach, corners, 0.22);
    }

    /**
     * @param rough 0 round … 0.5 ragged
     */
    static Polygon of(Dice dice, long salt, double x, double y, double reach, int corners, double rough) {
        long key = Double.doubleToLongBits(x) ^ 31 * Double.doubleToLongBits(y);
        int turn = dice.below(64, salt, key, 999);
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int k = 0; k < corners; k++) {
            int angle = (turn + k * 64 / corners) % 64;
            double r = reach * (1 + rough * dice.swing(salt, key, k));
            ring[k] = new Coordinate(seven(Frame.lon(x + r * COSINE[angle])), seven(Frame.lat(y + r * SINE[angle])));
        }
        ring[corners] = ring[0].copy();
        return (Polygon) Unions.compact(Sources.FACTORY.createPolygon(ring));
    }

    private static double seven(double degrees) {
        return Math.rint(degrees * 1e7) / 1e7;
    }
}
