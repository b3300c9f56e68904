package org.cuntu.business.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as map, table and text have it (图数表一致).
 *
 * @param exact of the map in the indicator's unit, unrounded as far as its sum is; null: the map does not give it
 * @param map the same in the indicator's places
 * @param table what the table says; null: nothing
 * @param text every place of the text that says it
 * @param features of the map that are counted, at most some hundred; {@code featureCount} says how many there are
 */
public record IndicatorAnswer(
        PlanIndicator indicator,
        Outcome outcome,
        @Nullable String exact,
        @Nullable String map,
        @Nullable Said table,
        List<Said> text,
        List<String> features,
        int featureCount) {
    public IndicatorAnswer {
        text = List.copyOf(text);
        features = List.copyOf(features);
    }

    /** What three columns come to. */
    public enum Outcome {
        AGREE,
        DIFFERS,
        /** One of the columns that must say it does not. */
        MISSING
    }

    /**
     * What is said somewhere.
     *
     * @param value as written, without separators
     * @param unit as written; empty: none
     * @param by how much it is above what it is compared with, in the indicator's unit; null: it agrees
     * @param place sheet and cell, or the paragraph's number
     * @param words the row or the sentence
     */
    public record Said(String value, String unit, @Nullable String by, String place, String words) {}
}
