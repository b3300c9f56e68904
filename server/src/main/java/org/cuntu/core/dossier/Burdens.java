package org.cuntu.core.dossier;

import java.util.List;
import org.cuntu.core.rules.Words;
import org.jspecify.annotations.Nullable;

/**
 * The inverse of a dossier: what a line, a zone or any features burden. Areas are F of the common part, each rounded to
 * 0.01 m²; a sum is the sum of the rounded.
 *
 * @param asOf T, ISO date
 * @param known K, ISO instant; null when nothing was ever released
 * @param targets what was asked, with what cannot answer
 * @param total rows before paging
 * @param reviews stored reviews that it meets; null when the asker may not see reviews
 * @param millis what finding took, 0 when it was known
 */
public record Burdens(
        String asOf,
        @Nullable String known,
        Of of,
        List<Target> targets,
        int total,
        int page,
        int pageSize,
        List<Row> rows,
        @Nullable List<Dossier.Review> reviews,
        double millis) {
    /**
     * What burdens.
     *
     * @param name of the one feature; empty otherwise
     * @param field the field by whose value features are taken; null: one feature or the whole layer
     * @param features how many
     * @param area F of them together
     */
    public record Of(
            Dossier.Source source,
            Words layer,
            String name,
            int feature,
            @Nullable String field,
            @Nullable String value,
            int features,
            String area,
            double[] bounds) {}

    /**
     * A layer whose features may be burdened.
     *
     * @param reason why it does not answer; null when it does
     * @param area sum of its rows; null of an overlapping layer, where it would count ground twice
     */
    public record Target(
            String layer,
            Words name,
            @Nullable String reason,
            Dossier.@Nullable Source snapshot,
            int count,
            @Nullable String area) {}

    /**
     * A burdened feature.
     *
     * @param share of the burdened feature, percent
     * @param of number of the feature that burdens
     */
    public record Row(
            String layer,
            int feature,
            String name,
            String cls,
            String code,
            String area,
            String share,
            int of,
            String ofName,
            double[] bounds) {}
}
