package org.cuntu.bench.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What is a copy's own; made anew from its number whenever it is asked for.
 *
 * @param days by which its times lie before the sample's
 * @param division nine digits
 * @param account of the citizen; empty: it came to a counter
 * @param site its ground as it is kept
 */
record CaseCopy(
        int n,
        CaseSamples.Sample sample,
        boolean open,
        long high,
        long low,
        int days,
        String division,
        String account,
        double[] at,
        String site) {
    private static final int WEEK = 7;
    private static final int YEARS_OF_WEEKS = 100;
    /** Of the copies under way and of those that have ended so many citizens have one, and four. */
    private static final int ENDED_OF_ONE = 4;

    static CaseCopy of(int n, CaseSamples.Sample sample, boolean open, Setting setting) {
        long one = mix(setting.seed() * 1_000_003 + 2L * n + (open ? 1 : 0));
        long two = mix(one);
        double[] box = setting.box();
        double[] at = {
            box[0] + (one >>> 40) / (double) (1 << 24) * (box[2] - box[0]),
            box[1] + (two >>> 40) / (double) (1 << 24) * (box[3] - box[1])
        };
        int own = open ? n : n / ENDED_OF_ONE;
        return new CaseCopy(
                n,
                sample,
                open,
                one,
                two,
                WEEK * (open ? weeks(sample, (int) (one >>> 8 & 1023)) : 1 + (int) (one >>> 8 & 1023) % YEARS_OF_WEEKS),
                setting.divisions()[(int) (two >>> 8 & 0xffff) % setting.divisions().length],
                own < setting.citizens() ? CasePeople.citizen(own) : "",
                at,
                site(at));
    }

    record Setting(long seed, double[] box, String[] divisions, int citizens) {}

    /** Most came this week; whoever waits to be told what is missing has not waited longer than the law lets. */
    private static int weeks(CaseSamples.Sample sample, int dice) {
        if (sample.place().equals("accept") || sample.place().equals("correct")) return dice < 800 ? 0 : 1;
        return dice < 640 ? 0 : dice < 880 ? 1 : dice < 980 ? 2 : 3;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }

    /** The copy's id in the place of the sample's: another one, of the same version. */
    UUID id(UUID of) {
        return new UUID(
                of.getMostSignificantBits() ^ (high & 0xffffffffffff0fffL),
                of.getLeastSignificantBits() ^ (low & 0x3fffffffffffffffL));
    }

    UUID id() {
        return id(sample.id());
    }

    String name() {
        return CaseNames.of(n);
    }

    String siteHash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(site.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String site(double[] at) {
        double x = 0.00005;
        double y = 0.000055;
        String[] corners = {
            corner(at[0] - x, at[1] - y),
            corner(at[0] + x, at[1] - y),
            corner(at[0] + x, at[1] + y),
            corner(at[0] - x, at[1] + y),
            corner(at[0] - x, at[1] - y)
        };
        return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"number\":\"1\"},"
                + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + String.join(",", corners) + "]]}}]}";
    }

    private static String corner(double lon, double lat) {
        return "[" + StrictMath.round(lon * 1e9) / 1e9 + "," + StrictMath.round(lat * 1e9) / 1e9 + "]";
    }
}
