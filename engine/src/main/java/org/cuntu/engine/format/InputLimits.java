package org.cuntu.engine.format;

/**
 * How large an input may be (contracts 12). A limit reached is a refusal, never a cut.
 *
 * @param upload bytes as received
 * @param expanded bytes after unpacking
 * @param ratio expanded bytes for each packed byte; minded above 10 MB expanded, below which nothing can be harmed
 * @param vertices of all plots together
 * @param ringLevels rings inside rings
 */
public record InputLimits(long upload, long expanded, int ratio, long vertices, int ringLevels) {
    static final long RATIO_FREE = 10L << 20;
    /** Points of one feature, which is held in memory, and fields of one table. */
    static final int FEATURE_VERTICES = 5_000_000;

    static final int FIELDS = 2_048;

    /** For a site: 512 MB, 2 GB or 100:1, 2 million vertices, 64 levels. */
    public static final InputLimits SITE = new InputLimits(512L << 20, 2L << 30, 100, 2_000_000, 64);

    /** For a layer's import: as for a site, without a limit on vertices, which are not held in memory. */
    public static final InputLimits LAYER = new InputLimits(512L << 20, 2L << 30, 100, Long.MAX_VALUE, 64);
}
