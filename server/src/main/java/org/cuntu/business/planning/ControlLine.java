package org.cuntu.business.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that is changed by proposal (控制线), as the city's {@code lines.yaml} declares it at a date.
 *
 * @param layer the register's code
 * @param key the field by which a feature is known for ever
 * @param bound what an assigned target is to the line
 * @param classField what its ledger is by; null: one class
 * @param countyField holds the county's code, filled in for drawn ground; null: the place alone says it
 * @param fields what is computed of a shape
 * @param split layer whose patches cut ground that is drawn in; null: it stays whole
 * @param ask fields that the proposer fills in for drawn ground
 * @param choices what those may be; empty: anything
 * @param steps who agrees, in order; the last releases
 * @param needs ids of document types without which nothing is released
 * @param affects layers whose features are listed when they lie on changed ground
 */
public record ControlLine(
        String layer,
        String key,
        Bound bound,
        @Nullable String classField,
        @Nullable String countyField,
        Fields fields,
        @Nullable String split,
        List<String> ask,
        List<Choice> choices,
        List<Step> steps,
        List<String> needs,
        List<String> affects,
        List<Ground> grounds,
        List<LineRule> rules) {
    public ControlLine {
        ask = List.copyOf(ask);
        choices = List.copyOf(choices);
        steps = List.copyOf(steps);
        needs = List.copyOf(needs);
        affects = List.copyOf(affects);
        grounds = List.copyOf(grounds);
        rules = List.copyOf(rules);
    }

    /** What an assigned target (任务数) is. */
    public enum Bound {
        /** The line's area is not below it. */
        AT_LEAST,
        /** The line's area is not above it. */
        AT_MOST
    }

    /**
     * Codes of the fields that hold a shape's figures; null: the layer has none.
     *
     * @param gross F of the whole, m² with two places
     * @param net without what the ratio takes off
     * @param ratio 扣除系数
     */
    public record Fields(
            @Nullable String gross,
            @Nullable String net,
            @Nullable String ratio) {}

    /** Values of the asked fields, in their order. */
    public record Choice(List<String> values, String zh, String en) {
        public Choice {
            values = List.copyOf(values);
        }
    }

    /**
     * Who agrees.
     *
     * @param role of roles.yaml
     * @param countyOnly only of a proposal of a county
     */
    public record Step(String id, String zh, String en, String role, boolean countyOnly) {}

    /** Why a line may be changed (调整情形). */
    public record Ground(String id, String zh, String en, Article article) {}

    /** The steps of a proposal of a division. */
    public List<Step> stepsOf(boolean county) {
        return steps.stream().filter(step -> county || !step.countyOnly()).toList();
    }
}
