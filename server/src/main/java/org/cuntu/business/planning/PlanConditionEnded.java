package org.cuntu.business.planning;

import java.util.UUID;

/**
 * A plan-condition sheet was withdrawn or revoked; published in the transaction of the act, so that those whose cases stand on it are
 * told.
 *
 * @param act WITHDRAW or REVOKE
 */
public record PlanConditionEnded(UUID sheet, String number, PlanCondition.Act act) {}
