package org.cuntu.demo;

import org.jspecify.annotations.Nullable;

/** Which land class a patch may have had a year earlier, and how likely; the shares are invented. */
final class PastClass {
    /** Below this a town's patch lies at its edge. */
    private static final double EDGE = 0.45;

    private PastClass() {}

    /**
     * @param h chance, uniform in [0, 1)
     * @return null when the patch did not change
     */
    static @Nullable String of(Patch p, double h) {
        if (p.kind != CutLines.Kind.LAND) return null;
        if (p.isTown()) return town(p, h);
        return switch (p.dlbm()) {
            case "0101" -> h < 0.003 ? "0201" : h < 0.005 ? "1104" : null;
            case "0102", "0103" -> h < 0.004 ? "0201" : h < 0.006 ? "0307" : null;
            case "0201", "0204" -> h < 0.08 ? field(p) : null;
            case "0307" -> h < 0.05 ? "0103" : null;
            case "0301" -> h < 0.004 ? "0305" : null;
            case "0702" -> h < 0.02 ? field(p) : null;
            case "1104" -> h < 0.06 ? "0101" : null;
            case "1202" -> h < 0.12 ? field(p) : null;
            default -> null;
        };
    }

    private static @Nullable String town(Patch p, double h) {
        boolean built = !p.dlbm().equals("0810") && !p.dlbm().equals("1201");
        if (built && p.site.urban() < EDGE) return h < 0.07 ? field(p) : h < 0.085 ? "1201" : null;
        return built && h < 0.012 ? "1201" : null;
    }

    /** The cropland that the slope lets grow. */
    private static String field(Patch p) {
        return p.slope() <= 2 ? "0101" : "0103";
    }

    /** A field large enough to have been two. */
    static boolean mayBeTwo(Patch p) {
        return p.kind == CutLines.Kind.LAND && LandClasses.isCropland(p.dlbm()) && p.raw > 5_000;
    }

    /** What lay beside the kept half. */
    static String beside(Patch p, double h) {
        if (h < 0.75) return p.dlbm();
        if (h < 0.85) return "0201";
        return h < 0.95 && p.slope() <= 2 ? "1104" : "0404";
    }
}
