package org.cuntu.core.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.cuntu.core.rules.Article;
import org.cuntu.core.rules.Words;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as it is shown and handed out. Areas are decimal strings in m² with two places, shares in percent with two.
 *
 * @param asOf T, ISO date
 * @param known K, ISO instant; null when nothing was ever released
 * @param layers every layer of the register that the asker may see, in its order
 * @param hidden layers that the asker may not see: said, never taken for clear
 * @param reviews stored reviews that it meets, the newest first; null when the asker may not see reviews
 * @param changes layers in which it differs from version to version
 * @param rules the rules in force at T that read a layer which says something here, or cannot answer
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Dossier(
        String asOf,
        @Nullable String known,
        Subject subject,
        List<Layer> layers,
        List<String> hidden,
        @Nullable List<Review> reviews,
        List<Change> changes,
        List<RuleLine> rules) {
    /**
     * What it is of.
     *
     * @param kind point, feature or area
     * @param name the feature's or the area's; may be empty
     * @param at a point in it
     * @param bounds west, south, east, north
     * @param legalArea of an area or feature; null of a point
     * @param divisions from the county to the village, by the townships and villages in force
     */
    public record Subject(
            String kind,
            String name,
            double[] at,
            double[] bounds,
            @Nullable String legalArea,
            @Nullable Source feature,
            int number,
            List<String> divisions) {}

    /** The snapshot of a statement, with its two dates. */
    public record Source(
            String layer,
            String hash,
            @Nullable String inForceFrom,
            @Nullable String inForceTo,
            @Nullable String knownFrom,
            String source,
            boolean invented) {}

    /**
     * What one layer says.
     *
     * @param reason of NOT_ANSWERED
     * @param area of the pieces; of an overlapping layer what is occupied, counted once; null at a point
     * @param addsUp whether classes, items and the rest of them add up to the legal area
     * @param items the largest pieces; at a point the features under it
     * @param more how many pieces are not listed
     * @param moreArea their area together; null at a point
     * @param classes the area of each class, where the layer has classes
     */
    public record Layer(
            String layer,
            String group,
            Words name,
            String answer,
            @Nullable String reason,
            @Nullable Source snapshot,
            @Nullable String area,
            @Nullable String share,
            boolean addsUp,
            List<Item> items,
            int more,
            @Nullable String moreArea,
            List<ClassArea> classes) {}

    /**
     * A feature or a part of one.
     *
     * @param kind piece, rest or outside-coverage
     * @param feature -1 when it is none
     * @param cls class code; empty without
     * @param area of the part that lies in the subject; of the whole feature at a point
     */
    public record Item(
            String kind,
            int feature,
            String name,
            String cls,
            String code,
            String area,
            @Nullable String share,
            boolean sliver,
            Map<String, Object> values,
            double @Nullable [] bounds) {}

    public record ClassArea(String kind, String cls, String area, String share, int count) {}

    /** A stored review; area: of the part that lies in the subject (F, 0.01 m²), null at a point. */
    public record Review(
            String id,
            String name,
            String at,
            String by,
            String conclusion,
            String legalArea,
            @Nullable String area,
            double[] bounds) {}

    /** The versions of a layer and what became what between them; classes of a layer without classes are empty. */
    public record Change(String layer, Words name, List<Step> steps) {}

    /**
     * From one version to the next.
     *
     * @param from null before the first
     * @param unchanged area that is what it was; null at a point
     */
    public record Step(
            @Nullable Source from,
            Source to,
            List<Move> moves,
            @Nullable String unchanged) {}

    /** was, is: class code, or a feature's name where there are no classes; empty: nothing. area: null at a point. */
    public record Move(String was, String is, @Nullable String area) {}

    /**
     * A rule, what it says when it strikes, and for an area what it finds without knowing the project.
     *
     * @param finds a verdict; null at a point, or when the rule does not apply without a project
     */
    public record RuleLine(
            String rule,
            int version,
            Words title,
            String verdict,
            String severity,
            List<Article> articles,
            Words remedy,
            List<String> layers,
            @Nullable String finds,
            @Nullable String area) {}
}
