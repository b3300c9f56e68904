package org.cuntu.demo;

/**
 * Randomness without state: a number depends only on the seed and the keys, never on the order in which it is asked for.
 * The mixing function is the finaliser of SplittableRandom (Steele, Lea, Flood 2014).
 */
record Dice(long seed) {
    /** Uniform in [0, 1). */
    double unit(long salt, long a, long b) {
        return (bits(salt, a, b) >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [0, 1). */
    double unit(long salt, long a) {
        return unit(salt, a, 0);
    }

    /** Uniform in [-1, 1). */
    double swing(long salt, long a, long b) {
        return 2 * unit(salt, a, b) - 1;
    }

    /** 0 … bound-1. */
    int below(int bound, long salt, long a, long b) {
        return (int) (unit(salt, a, b) * bound);
    }

    /** A key for a place on a grid. */
    long bits(long salt, long a, long b) {
        return mix(mix(mix(seed + 0x9E3779B97F4A7C15L * (salt + 1)) ^ a) + 0x9E3779B97F4A7C15L * b);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
