package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.HeapShapes;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What came out of very many pairs: how many, the worst error against the witness, and how outlines were made. */
final class Tally {
    private final String family;
    private long areas;
    private double worst;
    private double worstShare;
    private long jtsWrong;
    private long outlines;
    private final Map<Outline.Way, Long> made = new EnumMap<>(Outline.Way.class);

    Tally(String family) {
        this.family = family;
    }

    /** An area must be the witness's within the contract: 1e-9·A + 2e-6 m². */
    void area(double found, double witness, String what) {
        areas++;
        double error = Math.abs(found - witness);
        double tolerance = 1e-9 * witness + 2e-6;
        assertThat(error).as("%s: %s, not %s", what, found, witness).isLessThanOrEqualTo(tolerance);
        worst = Math.max(worst, error);
        worstShare = Math.max(worstShare, error / tolerance);
    }

    /** JTS had to snap and was beyond the contract itself; whole-number fractions decided. */
    void jtsWasWrong() {
        jtsWrong++;
    }

    /**
     * The outline of a cut must be valid and as large as the piece.
     *
     * @param jts what JTS makes of the pair, where it is right: then the two cover the same ground; or null
     */
    void outline(Site site, PairCut cut, Geometry jts, String what) {
        outlines++;
        Outline outline = new Outline(site);
        Geometry ground = outline.of(cut);
        for (Outline.Way way : Outline.Way.values()) made.merge(way, (long) outline.made(way), Long::sum);
        assertThat(ground.isValid()).as("%s: valid %s", what, ground).isTrue();
        double area = ground.isEmpty() ? 0 : HeapShapes.of(ground).integral(0);
        double tolerance = 1e-9 * area + 2e-6;
        assertThat(Math.abs(area - cut.integral()))
                .as("%s: %s, not %s", what, area, cut.integral())
                .isLessThanOrEqualTo(tolerance);
        if (jts == null) return;
        double elsewhere = JtsOracle.integral(
                OverlayNGRobust.overlay(ground, Union.polygonsOf(jts, Ground.JTS), OverlayNG.SYMDIFFERENCE));
        assertThat(elsewhere).as("%s: other ground", what).isLessThanOrEqualTo(2 * tolerance);
    }

    /** The worst error as a share of what the contract allows. */
    double worstShare() {
        return worstShare;
    }

    /** How many outlines had to be left to JTS. */
    long outlinesByJts() {
        return made.getOrDefault(Outline.Way.JTS, 0L);
    }

    long outlines() {
        return outlines;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %d areas, worst error %.2g m² (%.2g of what is allowed), JTS itself beyond it on %d; %d outlines,"
                        + " made %s",
                family,
                areas,
                worst,
                worstShare,
                jtsWrong,
                outlines,
                made);
    }
}
