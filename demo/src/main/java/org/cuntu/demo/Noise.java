package org.cuntu.demo;

/** Smooth invented variation over the plane (value noise, quintic interpolation), about -1 … 1. */
final class Noise {
    private final Dice dice;
    private final long salt;

    Noise(Dice dice, long salt) {
        this.dice = dice;
        this.salt = salt;
    }

    /**
     * @param wavelength distance between independent values, metres
     */
    double at(double x, double y, double wavelength) {
        double u = x / wavelength;
        double v = y / wavelength;
        double fu = Math.floor(u);
        double fv = Math.floor(v);
        long i = (long) fu;
        long j = (long) fv;
        double s = ease(u - fu);
        double t = ease(v - fv);
        double south = lattice(i, j) + s * (lattice(i + 1, j) - lattice(i, j));
        double north = lattice(i, j + 1) + s * (lattice(i + 1, j + 1) - lattice(i, j + 1));
        return south + t * (north - south);
    }

    /** Several scales added, each half as long and half as strong. */
    double layered(double x, double y, double wavelength, int scales) {
        double sum = 0;
        double weight = 1;
        double all = 0;
        for (int k = 0; k < scales; k++) {
            sum += weight * at(x + 7919.0 * k, y - 6101.0 * k, wavelength);
            all += weight;
            weight /= 2;
            wavelength /= 2;
        }
        return sum / all * 1.3;
    }

    /** 0 … 1 with sharp ridges. */
    double ridged(double x, double y, double wavelength, int scales) {
        double r = 1 - Math.abs(layered(x, y, wavelength, scales));
        return r < 0 ? 0 : r * r;
    }

    private double lattice(long i, long j) {
        return dice.swing(salt, i, j);
    }

    private static double ease(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }
}
