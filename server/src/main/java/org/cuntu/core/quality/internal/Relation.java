package org.cuntu.core.quality.internal;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.FeatureFilter;
import org.cuntu.engine.quality.TopologyCheck;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * How the shapes of a layer stand to released ones: of divisions, of another layer, of the neighbouring divisions.
 *
 * @param layer the other layer
 * @param field of the other layer: the division's code, or that by which its features are chosen; empty: all of them
 * @param begins what that field begins with, for features that are chosen
 * @param above m²
 * @param same and
 * @param within metres, for borders
 */
record Relation(Kind kind, String layer, String field, List<String> begins, double above, double same, double within)
        implements QualityCheck {
    enum Kind {
        WITHIN_DIVISION,
        CLEAR_OF,
        COVERED_BY,
        CLEAR_OF_NEIGHBOURS,
        MATCHES_NEIGHBOURS
    }

    /** What comes of it on some ground. */
    sealed interface Asked {
        /** The engine can look for it. */
        record For(TopologyCheck check) implements Asked {}

        /** A released layer is missing. */
        record NotAnswered(String layer) implements Asked {}

        /** The whole city delivers, which has no neighbours here. */
        record NotConcerned() implements Asked {}
    }

    Asked on(CheckGround ground) {
        return switch (kind) {
            case WITHIN_DIVISION -> withinDivision(ground);
            case CLEAR_OF, COVERED_BY -> other(ground);
            case CLEAR_OF_NEIGHBOURS, MATCHES_NEIGHBOURS -> neighbours(ground);
        };
    }

    private Asked withinDivision(CheckGround ground) {
        String division = ground.order().division();
        if (division == null) return new Asked.NotConcerned();
        Snapshot divisions = ground.released(layer, field);
        if (divisions == null) return new Asked.NotAnswered(layer);
        String code = Reach.significant(division);
        List<Geometry> parts = new ArrayList<>();
        for (int feature = 0; feature < divisions.size(); feature++)
            if (String.valueOf(divisions.value(feature, field)).startsWith(code))
                parts.add(divisions.geometry(feature));
        if (parts.isEmpty()) return new Asked.NotAnswered(layer);
        return new Asked.For(new TopologyCheck.Within(OverlayNGRobust.union(parts), above));
    }

    private Asked other(CheckGround ground) {
        Snapshot other = field.isEmpty() ? ground.released(layer) : ground.released(layer, field);
        if (other == null) return new Asked.NotAnswered(layer);
        FeatureFilter chosen = field.isEmpty()
                ? FeatureFilter.all()
                : FeatureFilter.where(
                        field, String.class, code -> begins.stream().anyMatch(code::startsWith));
        return new Asked.For(
                kind == Kind.CLEAR_OF
                        ? new TopologyCheck.ClearOf(other, chosen, above)
                        : new TopologyCheck.CoveredBy(other, chosen, above));
    }

    private Asked neighbours(CheckGround ground) {
        @Nullable FeatureFilter neighbours = ground.neighbours();
        if (neighbours == null) return new Asked.NotConcerned();
        Snapshot released = ground.released(ground.layer());
        // the first delivery of all has nobody to agree with
        if (released == null) return new Asked.NotConcerned();
        return new Asked.For(
                kind == Kind.CLEAR_OF_NEIGHBOURS
                        ? new TopologyCheck.ClearOf(released, neighbours, above)
                        : new TopologyCheck.EdgesMatch(released, neighbours, same, within));
    }
}
