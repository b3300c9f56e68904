package org.cuntu.business.planning;

/** Where a version of a plan is on its way (规划成果的状态); the way is that of the city's file. */
public enum PlanState {
    /** Delivered (已汇交), its checks not ended. */
    DELIVERED,
    /** Text, table and map agree, or the differences are named (已质检); under review. */
    UNDER_REVIEW,
    /** Shown to the public (公示中). */
    ON_DISPLAY,
    /** Approved by its authority, not yet in force (已批复). */
    APPROVED,
    /** In force (已入库施行). */
    IN_FORCE,
    /** A later version is in force in its place (已被修改替代). */
    SUPERSEDED,
    /** Sent back with reasons (已退回). */
    RETURNED,
    /** Taken back by whoever delivered it (已撤回). */
    WITHDRAWN
}
