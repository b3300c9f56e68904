package org.cuntu.business.planning;

import java.util.List;

/** The plans that were delivered as results (规划成果), whole. Thread safe. */
public interface PlanResults {
    /** All plans with the state of their newest version, by number; row scope is the caller's. */
    List<PlanSummary> listResults();
}
