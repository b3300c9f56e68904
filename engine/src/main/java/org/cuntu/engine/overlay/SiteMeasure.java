package org.cuntu.engine.overlay;

import org.cuntu.engine.layer.Snapshot;

/**
 * How much of a feature lies in a site, in what its layer is measured in: m² of an area (F), metres of a line, 1 for a point. For one
 * thread, many features.
 */
public final class SiteMeasure {
    private final Site site;
    private final Snapshot layer;
    private final PairCut areas;
    private final PathCut lines;

    public SiteMeasure(Site site, Snapshot layer) {
        this.site = site;
        this.layer = layer;
        areas = new PairCut(site);
        lines = new PathCut(site);
    }

    /** Square metres, metres, or 1; 0 for a feature that has nothing in the site. */
    public double of(int feature) {
        return switch (layer.dimension()) {
            case AREA -> {
                areas.cut(layer.flat(feature));
                yield areas.integral();
            }
            case LINE -> {
                lines.cut(LineOverlay.shapes(layer), feature);
                yield lines.metres();
            }
            case POINT -> LineOverlay.anyInside(site, LineOverlay.shapes(layer), feature) ? 1 : 0;
        };
    }
}
