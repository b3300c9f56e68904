package org.cuntu.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A site that the showcase wants: what it is called and teaches, and what must lie under it.
 *
 * @param purpose the project's use, YDYH2023
 * @param focus the layer it is about
 * @param answer the expected answer of that layer (contracts 2)
 * @param expect the expected finding in words, Chinese and English
 * @param teaches what a reader learns, Chinese and English
 * @param kind the project's kind: batch or single
 * @param finding verdict and rule that the site is about, for example {@code FAIL permanent-farmland}; where it does not
 *     fail, no other rule fails either
 * @param reach mean radius, metres; 0 for the outline of a patch itself
 * @param shares what lies under it: key of {@link Surroundings#under} → least and most share; control, risk and rights
 *     layers that are not named must be absent
 * @param figures the project's figures by their names in requests
 */
record Wish(
        String id,
        Words name,
        String purpose,
        String focus,
        String answer,
        Words expect,
        Words teaches,
        String kind,
        String finding,
        double reach,
        Map<String, double[]> shares,
        Map<String, String> figures) {
    /** Chinese and English. */
    record Words(String zh, String en) {}

    static Wish of(
            String id,
            Words name,
            String purpose,
            String focus,
            String answer,
            Words expect,
            Words teaches,
            double reach) {
        return new Wish(id, name, purpose, focus, answer, expect, teaches, "batch", "", reach, Map.of(), Map.of());
    }

    Wish with(String key, double least, double most) {
        Map<String, double[]> more = new LinkedHashMap<>(shares);
        more.put(key, new double[] {least, most});
        return new Wish(id, name, purpose, focus, answer, expect, teaches, kind, finding, reach, more, figures);
    }

    Wish finding(String verdictAndRule) {
        return new Wish(
                id, name, purpose, focus, answer, expect, teaches, kind, verdictAndRule, reach, shares, figures);
    }

    /** A project that stands alone (单独选址). */
    Wish single() {
        return new Wish(id, name, purpose, focus, answer, expect, teaches, "single", finding, reach, shares, figures);
    }

    /** What the project states for the detailed plan: ratio, density, green ratio, height, and the share of a compatible use. */
    Wish figures(String ratio, String density, String green, String height, String useShare) {
        Map<String, String> stated = new LinkedHashMap<>();
        stated.put("floorAreaRatio", ratio);
        stated.put("density", density);
        stated.put("green", green);
        stated.put("height", height);
        if (!useShare.isEmpty()) stated.put("useShare", useShare);
        return new Wish(id, name, purpose, focus, answer, expect, teaches, kind, finding, reach, shares, stated);
    }

    static Words words(String zh, String en) {
        return new Words(zh, en);
    }
}
