package org.cuntu.business.planning;

/** Whether a plot's plan controls (规划状态), by the values that the city's file names. */
public enum PlotStatus {
    /** 已批: it controls. */
    APPROVED,
    /** 在编、修改中: it does not control. */
    IN_PREPARATION,
    /** Another value, or none: 需核实. */
    UNKNOWN
}
