package org.cuntu.core.cases;

import java.util.List;
import org.cuntu.core.rules.Words;
import org.jspecify.annotations.Nullable;

/**
 * A step (环节) of a matter: one user task of its process.
 *
 * @param id of the user task
 * @param unit who has it: a unit's id of organisation.yaml; {@code county} or {@code township}: the unit of the case's division; null: any
 * @param limit 环节时限, working days
 * @param conclusions what may be concluded
 * @param back steps that it may be sent back to; empty: any earlier one
 * @param layers of a JOIN step: the layers that its unit answers for, a failing finding of which closes its AGREE; empty: any
 */
public record MatterStep(
        String id,
        Words title,
        Kind kind,
        @Nullable String unit,
        int limit,
        List<Conclusion> conclusions,
        List<String> back,
        List<String> layers) {
    public MatterStep {
        conclusions = List.copyOf(conclusions);
        back = List.copyOf(back);
        layers = List.copyOf(layers);
    }

    public MatterStep(
            String id,
            Words title,
            Kind kind,
            @Nullable String unit,
            int limit,
            List<Conclusion> conclusions,
            List<String> back) {
        this(id, title, kind, unit, limit, conclusions, back, List.of());
    }

    /** The permission that the step's acts need. */
    public String permission() {
        return "cases:step:" + kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    public enum Kind {
        /** 受理 */
        ACCEPT,
        /** 审查 */
        EXAMINE,
        /** 会审 */
        JOIN,
        /** 复核 */
        CHECK,
        /** 审定 */
        DECIDE,
        /** 发证 */
        ISSUE,
        /** 现场踏勘 */
        VISIT,
        /** 补正: the applicant has it */
        CORRECT
    }

    public enum Conclusion {
        /** 受理 */
        ACCEPT,
        /** 不予受理 */
        NOT_ACCEPT,
        /** 补正 */
        CORRECT,
        /** 同意 */
        AGREE,
        /** 不同意 */
        REFUSE,
        /** 退回 */
        RETURN,
        /** done, nothing to conclude: issued, visited, corrected */
        DONE
    }
}
