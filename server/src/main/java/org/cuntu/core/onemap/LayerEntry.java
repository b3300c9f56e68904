package org.cuntu.core.onemap;

import java.time.Period;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Intake;
import org.cuntu.engine.layer.LayerSchema;
import org.jspecify.annotations.Nullable;

/**
 * A layer of the city's register (图层目录): read from {@code city/<city>/layers.yaml}.
 *
 * @param schema code, kind, fields, class scheme
 * @param group survey, control-line, plan, risk, management: the branch of the layer tree
 * @param zh the layer's Chinese name
 * @param en the layer's English name
 * @param owner the unit that answers for the layer, Chinese
 * @param classification 1 公开, 2 内部, 3 敏感, 4 重要 (contracts 12)
 * @param required a review is never PASS while this layer is not answered
 * @param freshness a snapshot whose in-force-from is older than this at T is stale; null: never
 * @param dimension what its features are made of: areas, which reviews, tables and rules read, or lines or points
 * @param slivers how small pieces count for rules: in a baseline as in force at its T, in the register the last
 */
public record LayerEntry(
        LayerSchema schema,
        String group,
        String zh,
        String en,
        String owner,
        int classification,
        boolean required,
        @Nullable Period freshness,
        Dimension dimension,
        Slivers slivers) {
    /** Of areas. */
    public LayerEntry(
            LayerSchema schema,
            String group,
            String zh,
            String en,
            String owner,
            int classification,
            boolean required,
            @Nullable Period freshness,
            Slivers slivers) {
        this(schema, group, zh, en, owner, classification, required, freshness, Dimension.AREA, slivers);
    }

    /**
     * The dated sliver settings of contracts 3.
     *
     * @param areaBelow ε_a, m²
     * @param widthBelow ε_w, m
     * @param count whether slivers are seen by rules all the same
     */
    public record Slivers(double areaBelow, double widthBelow, boolean count) {
        public static final Slivers DEFAULT = new Slivers(1.0, 0.2, false);
    }

    /** The same layer with other sliver limits. */
    public LayerEntry with(Slivers other) {
        return new LayerEntry(schema, group, zh, en, owner, classification, required, freshness, dimension, other);
    }

    /** What a released version takes in. */
    public Intake strictIntake() {
        return switch (dimension) {
            case AREA -> Intake.STRICT;
            case LINE -> Intake.LINES;
            case POINT -> Intake.POINTS;
        };
    }

    /** What a delivery that is still to be checked takes in: areas whatever is wrong with them. */
    public Intake deliveryIntake() {
        return isAreal() ? Intake.AS_DELIVERED : strictIntake();
    }

    /** Whether its ground is measured: what a review meets and a table sums. */
    public boolean isAreal() {
        return dimension == Dimension.AREA;
    }

    public String code() {
        return schema.layer();
    }
}
