package org.cuntu.engine.overlay;

import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;

/** Takes the pieces of a layer in a site one after another, with their outlines for the asking. */
@FunctionalInterface
public interface EachPiece {
    /**
     * Takes a piece, in feature order.
     *
     * @param outline its outline, as {@link SiteOverlay#outline}; made from what the cut has found just now, so that it can be asked only
     *     during the call
     */
    void take(Piece piece, Supplier<Geometry> outline);
}
