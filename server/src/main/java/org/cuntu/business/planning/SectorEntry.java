package org.cuntu.business.planning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the list of sector plans (国土空间专项规划编制目录清单) as it stands.
 *
 * @param code the list's own, never given twice
 * @param sector id of {@code sector-plans.yaml}
 * @param division code of the city or the county that the plan is of
 * @param maker who makes the plan (组织编制单位)
 * @param approver who approves it
 * @param firstYear, lastYear of the planned period
 * @param deadline until when it is to be approved
 * @param approval number of the paper that approves it; null: not approved
 * @param invented whether it is made up
 */
public record SectorEntry(
        String code,
        String name,
        String sector,
        Level level,
        String division,
        String maker,
        String approver,
        int firstYear,
        int lastYear,
        LocalDate deadline,
        State state,
        @Nullable String approval,
        @Nullable LocalDate approvedOn,
        boolean invented) {
    /** 市级, 县级. */
    public enum Level {
        CITY,
        COUNTY
    }

    /** Where the plan is on its way. */
    public enum State {
        /** 未启动. */
        NOT_STARTED,
        /** 编制中. */
        DRAFTING,
        /** 衔接核对中: its ground is put to the rules. */
        CHECKING,
        /** 已审批. */
        APPROVED,
        /** 已入库. */
        STORED,
        /** 已废止: struck off the list. */
        ABOLISHED;

        /** Whether nothing more is waited for. */
        public boolean isMade() {
            return this == APPROVED || isEnd();
        }

        public boolean isEnd() {
            return this == STORED || this == ABOLISHED;
        }
    }

    /** Late: its day is over and it is not approved. */
    public boolean isLate(LocalDate day) {
        return !state.isMade() && day.isAfter(deadline);
    }

    /** The same at another place of its way. */
    public SectorEntry in(State next) {
        return approved(next, approval, approvedOn);
    }

    /** The same with its approval. */
    public SectorEntry approved(State next, @Nullable String number, @Nullable LocalDate on) {
        return new SectorEntry(
                code, name, sector, level, division, maker, approver, firstYear, lastYear, deadline, next, number, on,
                invented);
    }
}
