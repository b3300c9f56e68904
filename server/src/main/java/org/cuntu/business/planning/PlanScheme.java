package org.cuntu.business.planning;

import java.util.List;
import java.util.Optional;
import org.cuntu.engine.layer.LayerSchema;
import org.jspecify.annotations.Nullable;

/**
 * What the city's {@code plans.yaml} says of a kind of plan at a date: what is delivered, what is measured, what is asked, and the
 * ways to being in force.
 *
 * @param letters that a version's number begins with
 * @param layers that its map carries
 * @param rules of the intake check and of the review against the level above, in their order
 * @param occasions for which a version is delivered; the first are those of a new plan
 */
public record PlanScheme(
        PlanKind kind,
        String letters,
        String zh,
        String en,
        List<Material> materials,
        List<MapLayer> layers,
        List<PlanIndicator> indicators,
        List<LineRule> rules,
        List<Occasion> occasions) {
    public PlanScheme {
        materials = List.copyOf(materials);
        layers = List.copyOf(layers);
        indicators = List.copyOf(indicators);
        rules = List.copyOf(rules);
        occasions = List.copyOf(occasions);
    }

    /** What a file is to a plan. */
    public enum Role {
        /** The text (文本), read for its numbers. */
        TEXT,
        /** The table of indicators (指标表). */
        TABLE,
        /** A layer of its map (图件矢量). */
        MAP,
        /** Anything else; kept. */
        DOCUMENT,
        /** The scanned approval (批复). */
        APPROVAL
    }

    /**
     * A part of the delivery (成果组成).
     *
     * @param id of a map the layer's code
     * @param mandatory without it nothing goes into force
     */
    public record Material(String id, Role role, String zh, String en, boolean mandatory) {}

    /** Which of a layer's features a plan's own replace when it comes into force. */
    public enum Replaces {
        /** Those of the plan's units. */
        UNITS,
        /** Those within the plan's division. */
        DIVISION,
        /** None: the layer is kept with the result and released nowhere. */
        NOTHING
    }

    /**
     * A layer of the map.
     *
     * @param schema of the register, or of the file for a layer that is released nowhere
     * @param key by which a feature is known in its unit
     * @param unit field of the planning unit; null: the plan is one
     * @param classField holds the use; null: there is none
     */
    public record MapLayer(
            LayerSchema schema,
            String key,
            @Nullable String unit,
            @Nullable String classField,
            Replaces replaces,
            List<String> affects) {
        public MapLayer {
            affects = List.copyOf(affects);
        }

        public String layer() {
            return schema.layer();
        }
    }

    /**
     * Why a version is delivered (编制、补录，修改、局部调整、动态维护、勘误).
     *
     * @param amends whether it amends a version in force
     * @param displayDays least days of public display; 0: it is not displayed
     * @param needs ids of materials that it needs beyond the mandatory ones
     */
    public record Occasion(
            String id,
            String zh,
            String en,
            boolean amends,
            int displayDays,
            List<String> needs,
            List<ControlLine.Step> steps,
            Article article) {
        public Occasion {
            needs = List.copyOf(needs);
            steps = List.copyOf(steps);
        }
    }

    /** Of its occasions the one of this id. */
    public Optional<Occasion> findOccasion(String id) {
        return occasions.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Of its map's layers the one of this code. */
    public Optional<MapLayer> findLayer(String code) {
        return layers.stream().filter(each -> each.layer().equals(code)).findFirst();
    }
}
