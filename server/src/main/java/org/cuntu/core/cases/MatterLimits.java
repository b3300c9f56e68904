package org.cuntu.core.cases;

/**
 * The limits of a matter, working days (行政许可法 arts. 32, 42, 44).
 *
 * @param statutory 法定时限, from acceptance
 * @param promised 承诺时限, never longer than the statutory
 * @param tell within which the applicant is told of everything that is missing, else the case counts as accepted
 * @param extension the one extension, at most so many; 0: none
 * @param deliver within which the result is delivered after the decision
 * @param joint handled jointly (统一、联合、集中办理)
 */
public record MatterLimits(int statutory, int promised, int tell, int extension, int deliver, boolean joint) {}
