package org.cuntu.core.conformity;

import java.util.List;
import java.util.Set;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/**
 * Two reviews side by side (对比): what is otherwise, and by which of the things that go into a review. Differences are
 * second minus first; of each sheet the lines of a side add up to its total.
 *
 * @param causes what went in otherwise, of the whole
 */
public record Comparison(Set<Cause> causes, List<Layer> layers, List<Ruling> rulings, List<Sheet> sheets) {
    /** What may go into two reviews otherwise. */
    public enum Cause {
        /** The outline of the site. */
        GEOMETRY,
        /** The day for which was asked. */
        DATE,
        /** The version of a layer, or whether it could be asked. */
        LAYER,
        /** The text of a rule, or whether it was in force. */
        RULE,
        /** The value of a setting that a rule reads. */
        SETTING,
        /** What is known of the project. */
        PROJECT,
        /** The version of results. */
        ENGINE
    }

    /**
     * A layer on both sides.
     *
     * @param a null when the first review did not know the layer
     * @param otherVersion whether the snapshots differ
     */
    public record Layer(
            String layer,
            String name,
            @Nullable Said a,
            @Nullable Said b,
            boolean otherVersion) {
        /** Whether a reader sees something else: the answer, its reason, or the area. */
        public boolean changed() {
            return a == null || b == null || !a.alike(b);
        }
    }

    /** What a layer said. */
    public record Said(LayerAnswer answer, String reason, Area area, String snapshot, String inForceFrom) {
        boolean alike(Said other) {
            return answer == other.answer && reason.equals(other.reason) && area.equals(other.area);
        }
    }

    /**
     * A rule on both sides.
     *
     * @param a null when the rule was not in force, or does not apply
     * @param because what it depends on and is otherwise; empty when the ruling is the same
     * @param layers of these the layers
     */
    public record Ruling(
            String rule,
            String title,
            @Nullable Judged a,
            @Nullable Judged b,
            Set<Cause> because,
            List<String> layers) {
        /** Whether the verdict or the area is otherwise. */
        public boolean changed() {
            return a == null
                    || b == null
                    || a.verdict() != b.verdict()
                    || !a.area().equals(b.area());
        }
    }

    /** What a rule said. */
    public record Judged(Verdict verdict, Area area, int version) {}

    /**
     * The ground of a layer by classes.
     *
     * @param scheme of the classes; empty when the layer has none
     */
    public record Sheet(String layer, String name, String scheme, List<Line> lines, Area a, Area b) {}

    /**
     * A class on both sides; zero where it is not.
     *
     * @param kind {@code piece}, {@code rest}, {@code outside-coverage}, or {@code not-answered} for ground of which the
     *     layer says nothing
     * @param code the class; empty for all but a piece, and for pieces of layers without classes
     */
    public record Line(String kind, String code, Area a, Area b) {
        public Area difference() {
            return b.minus(a);
        }
    }
}
