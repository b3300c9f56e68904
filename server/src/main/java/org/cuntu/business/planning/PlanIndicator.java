package org.cuntu.business.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of a kind of plan (规划指标): how the map gives it, and how the table and the text call it.
 *
 * @param unit m², 公顷, 亩, km², %, 个 or any other word; of an area formula one of the first four
 * @param places in which it is stated and compared
 * @param binding 约束性; otherwise 预期性
 * @param names of its row in the table
 * @param words that stand before its number in the text
 * @param formula null: the map does not give it, table and text are compared
 * @param parts ids of the indicators that it is the sum of; empty: it is no sum
 */
public record PlanIndicator(
        String id,
        String zh,
        String en,
        String unit,
        int places,
        boolean binding,
        List<String> names,
        List<String> words,
        @Nullable Formula formula,
        List<String> parts) {
    public PlanIndicator {
        names = List.copyOf(names);
        words = List.copyOf(words);
        parts = List.copyOf(parts);
    }

    /** What is summed of the features of the plan's map. */
    public enum Sum {
        /** F of their ground, rounded once. */
        AREA,
        /** A field's number. */
        FIELD,
        /** How many they are. */
        COUNT,
        /** F of their ground in F of all, in per cent. */
        SHARE
    }

    /**
     * A formula over the plan's map.
     *
     * @param layer of the kind's layers
     * @param field whose values choose features, by their beginnings; null: every feature
     * @param number the field that is summed; null unless sum is FIELD
     */
    public record Formula(
            Sum sum,
            String layer,
            @Nullable String field,
            List<String> values,
            @Nullable String number) {
        public Formula {
            values = List.copyOf(values);
        }
    }
}
