package org.cuntu.core.quality.internal;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.Field;

/**
 * A new patch that is the old one: it says a change where none is.
 *
 * @param besides fields that every year writes anew
 */
record PackageIdle(PackageGround.Fields names, List<String> besides) implements PackageCheck {
    @Override
    public void look(PackageGround change, CheckGround ground, FeatureFaults faults) {
        List<String> compared = new ArrayList<>();
        for (Field field : change.result().schema().fields())
            if (!besides.contains(field.code())) compared.add(field.code());
        FeatureRow old = new FeatureRow(change.before());
        FeatureRow fresh = new FeatureRow(change.result());
        for (PackageGround.Piece piece : change.pieces()) {
            old.at(piece.old());
            fresh.at(piece.fresh());
            boolean alike = change.before()
                            .geometry(piece.old())
                            .equalsExact(change.result().geometry(piece.fresh()))
                    && compared.stream().allMatch(field -> old.text(field).equals(fresh.text(field)));
            if (alike)
                faults.at(
                        change.key(change.result(), piece.fresh()),
                        change.key(change.before(), piece.old()),
                        PackageCheck.whole(change.result(), piece.fresh(), "=", "≠"));
        }
    }
}
