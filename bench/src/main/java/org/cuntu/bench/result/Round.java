package org.cuntu.bench.result;

/**
 * One round: ours, then theirs.
 *
 * @param load the machine's load average when it ended: processes that wanted a processor, our own counted
 */
public record Round(double[] ours, double[] theirs, double load) {}
