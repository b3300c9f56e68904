package org.cuntu.bench.city;

/** The layers that are measured: five that a site meets, and one more for layer against layer. */
public enum BenchLayer {
    /** Survey patches: a seamless coverage. */
    SURVEY("DLTB", true),
    /** The survey's farmland, again as a layer of its own: all edges coincide. */
    FARMLAND("GDTB", false),
    /** Plan zones, about 50 times as large as a patch. */
    ZONES("GHFQ", true),
    /** 56 multipolygons of up to 200,000 vertices. */
    RED_LINES("STBHHX", false),
    /** Townships. */
    BOUNDARIES("XZQ", true),
    /** A plan of a fifth as many shapes as the survey has, with edges of its own. */
    PLAN("GHDK", true);

    private final String code;
    private final boolean coverage;

    BenchLayer(String code, boolean coverage) {
        this.code = code;
        this.coverage = coverage;
    }

    /** The layer's code, the name of its table and its files. */
    public String code() {
        return code;
    }

    /** Whether it leaves no gaps. */
    public boolean isCoverage() {
        return coverage;
    }

    /** Those that a site is asked against. */
    public static BenchLayer[] ofASite() {
        return new BenchLayer[] {SURVEY, FARMLAND, ZONES, RED_LINES, BOUNDARIES};
    }
}
