package org.cuntu.business.planning;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule for the change of a line, or for a plan: data of the city, judged by the engine.
 *
 * @param severity whether it stops a release
 */
public record LineRule(String id, String zh, String en, Severity severity, Article article, Test test) {
    /** What not passing means. */
    public enum Severity {
        REFUSE,
        WARN
    }

    /** What is looked at. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "test")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = OnLayer.class, name = "layer"),
        @JsonSubTypes.Type(value = TargetKept.class, name = "target"),
        @JsonSubTypes.Type(value = Mean.class, name = "mean"),
        @JsonSubTypes.Type(value = Crumbs.class, name = "crumbs"),
        @JsonSubTypes.Type(value = Contiguous.class, name = "contiguous"),
        @JsonSubTypes.Type(value = Compact.class, name = "compact"),
        @JsonSubTypes.Type(value = Documents.class, name = "documents"),
        @JsonSubTypes.Type(value = Sound.class, name = "sound"),
        @JsonSubTypes.Type(value = PlanTest.Agreement.class, name = "agree"),
        @JsonSubTypes.Type(value = PlanTest.Materials.class, name = "materials"),
        @JsonSubTypes.Type(value = PlanTest.MapQuality.class, name = "quality"),
        @JsonSubTypes.Type(value = PlanTest.InDivision.class, name = "division"),
        @JsonSubTypes.Type(value = PlanTest.AddsUp.class, name = "sums"),
        @JsonSubTypes.Type(value = PlanTest.UniqueKeys.class, name = "keys"),
        @JsonSubTypes.Type(value = PlanTest.OwnGround.class, name = "own"),
        @JsonSubTypes.Type(value = PlanTest.WithinTarget.class, name = "assigned"),
        @JsonSubTypes.Type(value = PlanTest.WithinSuperior.class, name = "superior")
    })
    public sealed interface Test
            permits OnLayer, TargetKept, Mean, Crumbs, Contiguous, Compact, Documents, Sound, PlanTest {
        /** {@code off}, {@code only}, …: the word of the city's file. */
        String word();
    }

    /**
     * Ground of another layer.
     *
     * @param field whose values count, by their beginning; null: every feature
     * @param inside true: what comes in lies on those features alone; false: on none of them
     */
    public record OnLayer(String layer, @Nullable String field, List<String> values, boolean inside) implements Test {
        public OnLayer {
            values = List.copyOf(values);
        }

        @Override
        public String word() {
            return inside ? "only" : "off";
        }
    }

    /** The assigned target is kept by every county and the city. */
    public record TargetKept() implements Test {
        @Override
        public String word() {
            return "target";
        }
    }

    /**
     * The mean of a number, weighted with F, is not higher in what comes in than in what goes out (1 is best).
     *
     * @param of field that says which patches count, by the beginnings of its values
     */
    public record Mean(String layer, String field, String of, List<String> values) implements Test {
        public Mean {
            values = List.copyOf(values);
        }

        @Override
        public String word() {
            return "mean";
        }
    }

    /** No more parts smaller than a limit than before. @param below m² */
    public record Crumbs(double below) implements Test {
        @Override
        public String word() {
            return "crumbs";
        }
    }

    /** Every part that comes in adjoins the line. @param within metres */
    public record Contiguous(double within) implements Test {
        @Override
        public String word() {
            return "contiguous";
        }
    }

    /** 4πA/P² of the parts that changed is not below a limit, or no lower than it was; no new holes. */
    public record Compact(double least) implements Test {
        @Override
        public String word() {
            return "compact";
        }
    }

    /** The documents that the line needs are there. */
    public record Documents() implements Test {
        @Override
        public String word() {
            return "documents";
        }
    }

    /** Features of a layer that is meant to be disjoint do not overlap. */
    public record Sound() implements Test {
        @Override
        public String word() {
            return "sound";
        }
    }
}
