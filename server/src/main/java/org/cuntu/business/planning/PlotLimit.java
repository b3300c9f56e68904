package org.cuntu.business.planning;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a detailed plan sets for a plot, with its operator (规划指标).
 *
 * @param value the bound, the upper one of a range; null: none, or none that can be read
 * @param least the lower bound of a range; null otherwise
 */
public record PlotLimit(
        Operator operator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal least) {
    /** How the figure limits. */
    public enum Operator {
        AT_MOST,
        AT_LEAST,
        RANGE,
        /** Not set by the plan: never a zero. */
        NONE,
        /** The plan's record says something that is no limit: 需核实. */
        UNREADABLE
    }

    private static final PlotLimit NOT_SET = new PlotLimit(Operator.NONE, null, null);
    private static final PlotLimit UNREADABLE = new PlotLimit(Operator.UNREADABLE, null, null);

    /**
     * Reads the fields of a plot.
     *
     * @param word {@code <=}, {@code >=}, {@code range}, {@code 无}; empty: the usual operator
     * @param usual how the figure limits where the record has a value and no operator
     */
    public static PlotLimit read(
            @Nullable Object word, @Nullable Object value, @Nullable Object least, Operator usual) {
        String said = word == null ? "" : word.toString().strip();
        if (said.equals("无")) return NOT_SET;
        if (said.isEmpty() && value == null) return NOT_SET;
        BigDecimal bound = figure(value);
        if (bound == null) return UNREADABLE;
        return switch (said) {
            case "" -> new PlotLimit(usual, bound, null);
            case "<=" -> new PlotLimit(Operator.AT_MOST, bound, null);
            case ">=" -> new PlotLimit(Operator.AT_LEAST, bound, null);
            case "range" -> {
                BigDecimal low = figure(least);
                yield low == null || low.compareTo(bound) > 0 ? UNREADABLE : new PlotLimit(Operator.RANGE, bound, low);
            }
            default -> UNREADABLE;
        };
    }

    private static @Nullable BigDecimal figure(@Nullable Object value) {
        return value instanceof BigDecimal decimal && decimal.signum() >= 0 ? decimal : null;
    }

    /** What must not be exceeded; null where there is none. */
    public @Nullable BigDecimal most() {
        return operator == Operator.AT_MOST || operator == Operator.RANGE ? value : null;
    }

    /** What must be reached; null where there is none. */
    public @Nullable BigDecimal reached() {
        return operator == Operator.AT_LEAST ? value : least;
    }
}
