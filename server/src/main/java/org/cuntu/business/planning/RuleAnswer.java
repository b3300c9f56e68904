package org.cuntu.business.planning;

import java.util.List;
import java.util.Map;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a proposal.
 *
 * @param area on which it fails; null when it is not of an area
 * @param args plain figures of the sentence
 * @param missing codes of layers, or of divisions without a target, that could not be asked
 * @param places where, the largest first, at most some hundred; {@code placeCount} says how many there are
 * @param counties the figures of a target by county, the city last
 */
public record RuleAnswer(
        LineRule rule,
        String test,
        Outcome outcome,
        @Nullable Area area,
        Map<String, String> args,
        List<String> missing,
        List<Place> places,
        int placeCount,
        List<TargetFigure> counties) {
    public RuleAnswer {
        args = Map.copyOf(args);
        missing = List.copyOf(missing);
        places = List.copyOf(places);
        counties = List.copyOf(counties);
    }

    /** Of a rule without places or counties. */
    public static RuleAnswer of(LineRule rule, Outcome outcome, Map<String, String> args) {
        return new RuleAnswer(rule, rule.test().word(), outcome, null, args, List.of(), List.of(), 0, List.of());
    }

    /** The words of contracts 2 that a line's rule needs. */
    public enum Outcome {
        PASS,
        FAIL,
        /** It says something, and stops nothing. */
        INFO,
        NOT_ANSWERED
    }

    /** Whether it stops a release: what refuses must pass. */
    public boolean stops() {
        return rule.severity() == LineRule.Severity.REFUSE
                && (outcome == Outcome.FAIL || outcome == Outcome.NOT_ANSWERED);
    }

    /**
     * A place that a rule speaks of.
     *
     * @param key of the feature met; empty: none
     * @param county six digits; empty: in none
     * @param box west, south, east, north
     * @param shape GeoJSON geometry
     */
    public record Place(
            String layer, String key, String county, Area area, List<Double> box, Map<String, Object> shape) {}

    /**
     * A division's target and figures.
     *
     * @param target null: none is assigned
     * @param margin above 0: the bound is kept with so much to spare; null without a target
     */
    public record TargetFigure(
            String division,
            @Nullable Area target,
            Area before,
            Area after,
            @Nullable Area margin,
            boolean kept) {}
}
