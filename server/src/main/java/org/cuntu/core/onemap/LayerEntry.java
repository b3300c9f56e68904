package org.cuntu.core.onemap;

import java.time.Period;
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
        Slivers slivers) {
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
        return new LayerEntry(schema, group, zh, en, owner, classification, required, freshness, other);
    }

    public String code() {
        return schema.layer();
    }
}
