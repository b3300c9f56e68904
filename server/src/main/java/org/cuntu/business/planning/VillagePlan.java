package org.cuntu.business.planning;

import java.time.LocalDate;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of a village's plan (村庄规划).
 *
 * @param code twelve digits
 * @param type id of {@code village-plans.yaml}
 * @param must whether a plan is to be made (应编)
 * @param approval number of the paper that approves it; null: not approved
 * @param ground the plan's ground; null: not handed in
 */
public record VillagePlan(
        String code,
        String type,
        boolean must,
        State state,
        @Nullable String approval,
        @Nullable LocalDate approvedOn,
        @Nullable Ground ground,
        boolean invented) {
    /** 未编, 在编, 已批. */
    public enum State {
        NONE,
        DRAFTING,
        APPROVED
    }

    /**
     * Ground as a kept file.
     *
     * @param crs the system that it was stated to be in; null: the file says it, or it was kept before this was
     * @param area F of it
     * @param inside F of what of it lies in the village
     */
    public record Ground(
            String sha256, String name, @Nullable String crs, Area area, Area inside) {}
}
