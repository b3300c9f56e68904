package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.Finding;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/**
 * A leaf, or one of the two that the field ridge (田坎) splits a survey leaf into, as rules and tables see it: the ridge
 * is of the class deducted (KCDLBM, 1203), so "cropland occupied" is net of it.
 *
 * @param hectares in 0.0001 ha
 * @param share in 0.01 %
 * @param zone where only a part of the leaf is taken: the plan zone it lies in, as in {@link Finding.Piece}
 */
record TakenPart(
        Leaf leaf,
        Area area,
        long hectares,
        int share,
        boolean sliver,
        Map<String, @Nullable Object> fields,
        @Nullable Integer zone) {
    /** Its values of some fields, in their order. */
    List<@Nullable Object> values(List<String> names) {
        List<@Nullable Object> values = new ArrayList<>(names.size());
        for (String name : names) values.add(fields.get(name));
        return values;
    }

    static List<TakenPart> of(LayerResult layer, Leaf leaf) {
        String scheme = layer.entry().schema().classScheme();
        if (!leaf.ridge().isPositive() || scheme == null || !scheme.startsWith("SD"))
            return List.of(new TakenPart(
                    leaf,
                    leaf.area(),
                    leaf.hectares(),
                    leaf.share().hundredthsOfPercent(),
                    leaf.sliver(),
                    leaf.fields(),
                    null));
        Map<String, @Nullable Object> ridge = new RidgeFields(leaf.fields());
        int ridgeShare = leaf.ridgeShare().hundredthsOfPercent();
        return List.of(
                new TakenPart(
                        leaf,
                        leaf.area().minus(leaf.ridge()),
                        leaf.hectares() - leaf.ridgeHectares(),
                        leaf.share().hundredthsOfPercent() - ridgeShare,
                        leaf.sliver(),
                        leaf.fields(),
                        null),
                new TakenPart(leaf, leaf.ridge(), leaf.ridgeHectares(), ridgeShare, leaf.sliver(), ridge, null));
    }
}
