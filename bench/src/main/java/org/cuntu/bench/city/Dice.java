package org.cuntu.bench.city;

/** Chance without a state: the same numbers give the same draw, in whatever order they are asked for. */
final class Dice {
    private Dice() {}

    /** A well mixed hash (the finisher of SplitMix64). */
    static long hash(long seed, long a, long b) {
        long h = seed + a * 0x9E3779B97F4A7C15L + b * 0xC2B2AE3D27D4EB4FL;
        h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
        return h ^ (h >>> 31);
    }

    /** Evenly in [0, 1). */
    static double unit(long hash) {
        return (hash >>> 11) * 0x1p-53;
    }

    /** Evenly in [-1, 1). */
    static double signed(long hash) {
        return 2 * unit(hash) - 1;
    }
}
