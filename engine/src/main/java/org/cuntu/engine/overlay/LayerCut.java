package org.cuntu.engine.overlay;

import java.util.List;
import org.cuntu.engine.layer.Defect;

/**
 * What of a layer lies in a site, before any rounding (contracts 3).
 *
 * @param site F(S), m²
 * @param inside F(S ∩ C), m², with C the snapshot's coverage
 * @param pieces the parts, in feature order; parts that only touch the site are here with an integral of about 0
 * @param union for an overlapping layer F of the union of the pieces ("occupied, counted once"); else the sum
 * @param defects features of the layer whose outline is empty or invalid and that meet the site, as drawn: their pieces are those of
 *     the ground that is measured ({@link Defect}), which a surveyor might draw otherwise; a caller that must be sure does not answer
 */
public record LayerCut(double site, double inside, List<Piece> pieces, double union, List<Defect> defects) {
    public LayerCut {
        pieces = List.copyOf(pieces);
        defects = List.copyOf(defects);
    }

    /** Of a layer without a defect there. */
    public LayerCut(double site, double inside, List<Piece> pieces, double union) {
        this(site, inside, pieces, union, List.of());
    }

    /** F(S) − F(S ∩ C), m². */
    public double outside() {
        return site - inside;
    }

    /** F(S ∩ C) − ΣF(pieces), m²; negative means that features overlap. */
    public double rest() {
        double sum = 0;
        for (Piece piece : pieces) sum += piece.integral();
        return inside - sum;
    }
}
