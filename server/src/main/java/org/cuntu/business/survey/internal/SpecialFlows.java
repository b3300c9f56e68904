package org.cuntu.business.survey.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.cuntu.business.survey.SurveyLayer;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.Effort;
import org.cuntu.engine.matrix.LayerMatrix;
import org.cuntu.engine.matrix.MatrixSide;
import org.cuntu.engine.matrix.StandingGround;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Two versions of a special survey, whose patches do not say in which village they lie and do not cover the ground. As {@link FlowMaking},
 * village by village of each later patch; and ground that the later version has no patch on any more flows to nothing.
 */
final class SpecialFlows {
    private final Snapshot before;
    private final Snapshot after;
    private final Snapshot villages;
    private final String codeField;
    private final FlowMaking making;
    private final PatchBook was;
    private final PatchBook is;
    /** By earlier feature, m². */
    private final Map<Integer, Double> taken = new HashMap<>();

    private SpecialFlows(Snapshot before, Snapshot after, SurveyLayer layer, Snapshot villages, String codeField) {
        this.before = before;
        this.after = after;
        this.villages = villages;
        this.codeField = codeField;
        making = new FlowMaking(before, after, layer);
        was = new PatchBook(before, layer);
        is = new PatchBook(after, layer);
    }

    /** @throws CancellationException when the effort's watch has it stopped */
    static Flows of(
            Snapshot before, Snapshot after, SurveyLayer layer, Snapshot villages, String codeField, Effort effort) {
        SpecialFlows special = new SpecialFlows(before, after, layer, villages, codeField);
        int[] twins = StandingGround.of(before, after);
        boolean[] stands = new boolean[before.size()];
        for (int twin : twins) if (twin != StandingGround.NONE) stands[twin] = true;
        LayerMatrix.of(
                MatrixSide.of(after),
                MatrixSide.of(villages),
                effort,
                cut -> special.later(
                        cut.feature(),
                        twins[cut.feature()],
                        VillageShares.of(cut, villages, codeField, special.is.areas(cut.feature()))));
        LayerMatrix.of(
                MatrixSide.of(before).where((layerOf, feature) -> !stands[feature]),
                MatrixSide.of(villages),
                effort,
                cut -> special.gone(
                        cut.feature(),
                        cut.integral(),
                        VillageShares.of(cut, villages, codeField, special.was.areas(cut.feature()))));
        return special.making.flows();
    }

    private void later(int feature, int twin, VillageShares shares) {
        if (is.areas(feature).area() <= 0) return;
        Site whole = twin == StandingGround.NONE ? Site.of(after.geometry(feature)) : null;
        List<Piece> all = whole == null ? List.of() : SiteOverlay.pieces(whole, before);
        for (Piece piece : all) taken.merge(piece.feature(), piece.integral(), Double::sum);
        for (int v = 0; v < shares.size(); v++) {
            if (shares.area()[v] == 0) continue;
            if (whole == null) leaves(feature, shares, v, new int[] {twin}, new double[] {1});
            else {
                boolean cuts = shares.met() > 1 && shares.features()[v] != VillageShares.NOWHERE;
                Site site = cuts
                        ? SiteOverlay.part(whole, villages, shares.features()[v])
                                .orElse(whole)
                        : whole;
                leaves(feature, shares, v, site, cuts ? SiteOverlay.pieces(site, before) : all);
            }
        }
    }

    private void leaves(int feature, VillageShares shares, int v, Site site, List<Piece> pieces) {
        int[] others = new int[pieces.size() + 1];
        double[] sizes = new double[pieces.size() + 1];
        double rest = site.integral();
        for (int i = 0; i < pieces.size(); i++) {
            others[i] = pieces.get(i).feature();
            sizes[i] = StrictMath.max(0, pieces.get(i).integral());
            rest -= sizes[i];
        }
        others[pieces.size()] = StandingGround.NONE;
        sizes[pieces.size()] = StrictMath.max(0, rest);
        leaves(feature, shares, v, others, sizes);
    }

    private void leaves(int feature, VillageShares shares, int v, int[] others, double[] sizes) {
        making.add(feature, shares.villages()[v], shares.area()[v], shares.deducted()[v], others, sizes);
    }

    /** What of an earlier patch no later one has, village by village in the proportion of the patch. */
    private void gone(int feature, double integral, VillageShares shares) {
        long area = was.areas(feature).area();
        double left = integral - taken.getOrDefault(feature, 0.0);
        if (area <= 0 || left <= FlowMaking.TOUCH) return;
        for (int v = 0; v < shares.size(); v++) {
            long part = left >= integral ? shares.area()[v] : StrictMath.round(shares.area()[v] * (left / integral));
            if (part > 0) making.gone(feature, shares.villages()[v], part);
        }
    }

    /** The ground of an earlier patch that no later one has. */
    static Geometry left(Snapshot before, int feature, Snapshot after) {
        Geometry left = before.geometry(feature);
        Envelope box = left.getEnvelopeInternal();
        for (int each : after.find(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()))
            left = org.locationtech.jts.operation.overlayng.OverlayNGRobust.overlay(
                    left, after.geometry(each), org.locationtech.jts.operation.overlayng.OverlayNG.DIFFERENCE);
        return left;
    }
}
