package org.cuntu.business.planning;

/** Kind of a territorial plan (国土空间规划类型): three kinds, and the village plan, which is a detailed plan outside the towns (实用性村庄规划). */
public enum PlanKind {
    /** 总体规划. */
    MASTER,
    /** 控制性详细规划. */
    DETAILED,
    /** 专项规划. */
    SECTOR,
    /** 村庄规划. */
    VILLAGE
}
