package org.cuntu.core.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fresh a layer is at T as known at K (数据鲜活度): the worst of the counties of which there is ground.
 *
 * @param dueOn last day on which the next delivery is on time; null: none is due
 * @param staleFrom from which day on reviews no longer take the version in force (register, freshness); null: never, or no version
 */
public record Freshness(
        State state, @Nullable LocalDate dueOn, @Nullable LocalDate staleFrom, List<County> counties) {
    public Freshness {
        counties = List.copyOf(counties);
    }

    /** From good to bad. */
    public enum State {
        /** 未到期 */
        FRESH,
        /** No cycle: renewed when there is cause (不定期). */
        IRREGULAR,
        /** The day is near (即将到期): nearer than the cycle's reminder. */
        DUE_SOON,
        /** 已逾期 */
        OVERDUE,
        /** Nothing was ever delivered, or nothing of it is in force (没有数据). */
        MISSING
    }

    /**
     * One county's.
     *
     * @param inForceFrom of the version that has its data; null: there is none
     */
    public record County(
            String division,
            State state,
            @Nullable LocalDate inForceFrom,
            @Nullable LocalDate dueOn) {}
}
