package org.cuntu.engine.overlay;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What a site is cut with: the scratch space of {@link PairCut} and {@link Outline}, which a site lends to one cut after another, so
 * that a question of thirty layers and some hundred outlines does not make it as often. For one thread at a time.
 */
final class Knife {
    final PairCut pair;
    private final Site site;
    private @Nullable Outline outline;

    Knife(Site site) {
        this.site = site;
        pair = new PairCut(site);
    }

    /** The outline of what {@link #pair} has just cut. */
    Geometry outline() {
        if (outline == null) outline = new Outline(site);
        return outline.of(pair);
    }
}
