package org.cuntu.core.quality.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The ground of the new patches is that of the patches they replace: nothing more, nothing less.
 *
 * @param above m² by which they may differ, patch by patch
 */
record PackageCoverage(PackageGround.Fields names, double above) implements PackageCheck {
    @Override
    public void look(PackageGround change, CheckGround ground, FeatureFaults faults) {
        Map<Integer, List<Integer>> olds = new HashMap<>();
        Map<Integer, List<Integer>> news = new HashMap<>();
        for (PackageGround.Piece piece : change.pieces()) {
            olds.computeIfAbsent(piece.fresh(), each -> new ArrayList<>()).add(piece.old());
            news.computeIfAbsent(piece.old(), each -> new ArrayList<>()).add(piece.fresh());
        }
        change.beyond().forEach((feature, area) -> {
            if (area <= above) return;
            Geometry outline = less(change.result(), feature, change.before(), olds.getOrDefault(feature, List.of()));
            faults.at(
                    change.key(change.result(), feature),
                    null,
                    PackageCheck.ground(
                            change.result(),
                            feature,
                            outline,
                            area,
                            PackageCheck.fresh(ground),
                            "⊆ " + PackageCheck.before(ground)));
        });
        for (int old = 0; old < change.before().size(); old++) {
            if (old % 4096 == 0) ground.goOn();
            if (!change.isReplaced(old)) continue;
            double left = change.before().integral(old) - change.given(old);
            if (StrictMath.abs(left) <= above) continue;
            Geometry outline =
                    left < 0 ? null : less(change.before(), old, change.result(), news.getOrDefault(old, List.of()));
            String said = left < 0
                    ? PackageCheck.fresh(ground) + " ∩ " + PackageCheck.fresh(ground) + " = ∅"
                    : "⊇ " + PackageCheck.before(ground);
            faults.at(
                    change.key(change.before(), old),
                    null,
                    PackageCheck.ground(
                            change.before(), old, outline, StrictMath.abs(left), PackageCheck.fresh(ground), said));
        }
    }

    /** A feature's ground without that of some of another layer; null when a shape among them is none. */
    private static @Nullable Geometry less(Snapshot layer, int feature, Snapshot other, List<Integer> others) {
        try {
            Geometry whole = layer.geometry(feature);
            if (others.isEmpty()) return whole;
            Geometry taken =
                    UnaryUnionOp.union(others.stream().map(other::geometry).toList());
            return OverlayNGRobust.overlay(whole, taken, OverlayNG.DIFFERENCE);
        } catch (RuntimeException noShape) {
            return null;
        }
    }
}
